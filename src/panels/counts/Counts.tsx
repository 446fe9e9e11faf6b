import { Pane } from '../../ui/Pane.tsx';
import styles from './Counts.module.css';
import { CountsBody } from './CountsBody.tsx';

/** The counts in their frame. */
export function Counts() {
  return (
    <Pane title="Counts" className={styles.pane}>
      <CountsBody />
    </Pane>
  );
}
