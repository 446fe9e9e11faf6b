import { SETTINGS_TEXTS } from '../../lesson/texts/panels/settings.ts';
import { Pane } from '../../ui/boxes/Pane.tsx';
import styles from './Settings.module.css';
import { SettingsBody } from './SettingsBody.tsx';

/** The settings in their frame. */
export function Settings() {
  return (
    <Pane title={SETTINGS_TEXTS.title} className={styles.pane}>
      <SettingsBody />
    </Pane>
  );
}
