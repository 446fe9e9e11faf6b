import { QUESTIONS_TEXTS } from '../../lesson/texts/panels/questions.ts';
import { Pane } from '../../ui/Pane.tsx';
import styles from './Questions.module.css';
import { QuestionTable } from './QuestionTable.tsx';

/** What people ask, and what each strategy answers. */
export function Questions() {
  return (
    <div id="questions" tabIndex={-1} className={styles.goal}>
      <Pane title={QUESTIONS_TEXTS.title} className={styles.pane}>
        <QuestionTable />
      </Pane>
    </div>
  );
}
