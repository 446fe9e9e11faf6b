import { loadRunner } from '../../player/runs/loadRunner.ts';
import { whenUsed } from '../../player/whenUsed.ts';
import { Late } from '../../ui/Late.tsx';
import { toLatePart } from '../../ui/latePart.ts';
import { Pane } from '../../ui/Pane.tsx';
import styles from './Settings.module.css';

// A change runs the Actions on the screen again.
export const settingsPart = toLatePart(() =>
  Promise.all([import('./SettingsBody.tsx'), loadRunner()]).then(([m]) => m.SettingsBody),
);

/** The place of the settings; what fills it is loaded when it comes near or the page is used. */
export function Settings() {
  return (
    <Pane title="Settings" className={styles.pane}>
      <Late name="The settings" part={settingsPart} unlessNear={whenUsed}>
        <p className={styles.soon}>Loading …</p>
      </Late>
    </Pane>
  );
}
