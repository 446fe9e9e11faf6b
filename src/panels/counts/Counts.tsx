import { COUNTS_TEXTS } from '../../lesson/texts/panels/reference/counts.ts';
import { Pane } from '../../ui/boxes/Pane.tsx';
import { Costs } from './Costs.tsx';
import styles from './Counts.module.css';
import { CountsBody } from './CountsBody.tsx';

/** The counts in their frame. */
export function Counts() {
  return (
    <Pane title={COUNTS_TEXTS.title}>
      <div className={styles.body}>
        <CountsBody />
      </div>
      <Costs />
    </Pane>
  );
}
