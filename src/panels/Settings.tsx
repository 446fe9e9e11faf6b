import { whenUsed } from '../player/whenUsed.ts';
import { Late } from '../ui/Late.tsx';
import { Pane } from '../ui/Pane.tsx';
import styles from './Settings.module.css';

const loadSettings = () => import('./settings/SettingsBody.tsx').then((m) => m.SettingsBody);

/** The place of the settings; what fills it is loaded when the page is used. */
export function Settings() {
  return (
    <Pane title="Settings" className={styles.pane}>
      <Late name="The settings" load={loadSettings} after={whenUsed}>
        <p className={styles.soon}>Here as soon as the page is used.</p>
      </Late>
    </Pane>
  );
}
