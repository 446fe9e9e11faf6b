import { whenUsed } from '../player/whenUsed.ts';
import { Late } from '../ui/Late.tsx';
import { toLatePart } from '../ui/latePart.ts';
import { Pane } from '../ui/Pane.tsx';
import styles from './Settings.module.css';

export const settingsPart = toLatePart(() =>
  import('./settings/SettingsBody.tsx').then((m) => m.SettingsBody),
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
