import { whenUsed } from '../../player/whenUsed.ts';
import { Late } from '../../ui/Late.tsx';
import { toLatePart } from '../../ui/latePart.ts';
import { Pane } from '../../ui/Pane.tsx';
import styles from './Counts.module.css';

export const countsPart = toLatePart(() => import('./CountsBody.tsx').then((m) => m.CountsBody));

/** The place of the counts; what fills it is loaded when it comes near or the page is used. */
export function Counts() {
  return (
    <Pane title="Counts" className={styles.pane}>
      <Late name="The counts" part={countsPart} unlessNear={whenUsed}>
        <p className={styles.soon}>Loading …</p>
      </Late>
    </Pane>
  );
}
