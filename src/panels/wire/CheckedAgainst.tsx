import { CHECKED_VERSIONS } from '../../lesson/texts/checkedVersions.ts';
import { WIRE_TEXTS } from '../../lesson/texts/panels/walk/wire.ts';
import styles from './HttpMessages.module.css';

/** What the messages were compared with, and what a browser would add. */
export function CheckedAgainst() {
  const versions = Object.entries(CHECKED_VERSIONS).map(([name, version]) => `${name} ${version}`);
  return <p className={styles.checked}>{WIRE_TEXTS.sayChecked(versions)}</p>;
}
