import { whenUsed } from '../player/whenUsed.ts';
import { Late } from '../ui/Late.tsx';
import { Pane } from '../ui/Pane.tsx';
import styles from './Counts.module.css';

const loadCounts = () => import('./counts/CountsBody.tsx').then((m) => m.CountsBody);

/** The place of the counts; what fills it is loaded when the page is used. */
export function Counts() {
  return (
    <Pane title="Counts" className={styles.pane}>
      <Late name="The counts" load={loadCounts} after={whenUsed}>
        <p className={styles.soon}>Here as soon as the page is used.</p>
      </Late>
    </Pane>
  );
}
