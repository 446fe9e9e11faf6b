import { whenUsed } from '../../player/whenUsed.ts';
import { Late } from '../../ui/Late.tsx';
import { toLatePart } from '../../ui/latePart.ts';
import { Pane } from '../../ui/Pane.tsx';
import styles from './Questions.module.css';

export const questionsPart = toLatePart(() =>
  import('./QuestionTable.tsx').then((m) => m.QuestionTable),
);

/** What people ask, and what each strategy answers; the table is loaded when it comes near or the page is used. */
export function Questions() {
  return (
    <div id="questions" tabIndex={-1} className={styles.goal}>
      <Pane title="Questions, answered both ways" className={styles.pane}>
        <Late name="The questions" part={questionsPart} unlessNear={whenUsed} />
      </Pane>
    </div>
  );
}
