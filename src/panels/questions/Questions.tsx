import { Pane } from '../../ui/Pane.tsx';
import styles from './Questions.module.css';
import { QuestionTable } from './QuestionTable.tsx';

/** What people ask, and what each strategy answers. */
export function Questions() {
  return (
    <div id="questions" tabIndex={-1} className={styles.goal}>
      <Pane title="Questions, answered both ways" className={styles.pane}>
        <QuestionTable />
      </Pane>
    </div>
  );
}
