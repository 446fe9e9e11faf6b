import { Pane } from '../../ui/Pane.tsx';
import styles from './Settings.module.css';
import { SettingsBody } from './SettingsBody.tsx';

/** The settings in their frame. */
export function Settings() {
  return (
    <Pane title="Settings" className={styles.pane}>
      <SettingsBody />
    </Pane>
  );
}
