import { CHECKED_VERSIONS } from '../../lesson/texts/checkedVersions.ts';
import styles from './HttpMessages.module.css';

/** What the messages were compared with, and what a browser would add. */
export function CheckedAgainst() {
  const versions = Object.entries(CHECKED_VERSIONS).map(([name, version]) => `${name} ${version}`);
  return (
    <p className={styles.checked}>
      Checked byte for byte against {versions.join(', ')}. Requests show the fields that the
      client’s own code and the jar set; a browser adds more (User-Agent, Accept, Sec-Fetch-Site …).
      Fields of the connection (Connection, Keep-Alive) are left out. Both lanes play on one origin;
      of the servers to take home, the token server listens on port 3001.
    </p>
  );
}
