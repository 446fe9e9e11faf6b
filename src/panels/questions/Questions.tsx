import { QUESTIONS_TEXTS } from '../../lesson/texts/panels/check/questions.ts';
import { Pane } from '../../ui/boxes/Pane.tsx';
import styles from './Questions.module.css';
import { QuestionTable } from './QuestionTable.tsx';
import { SameSite } from './SameSite.tsx';

/** What people ask, and what each strategy answers. */
export function Questions() {
  return (
    <Pane title={QUESTIONS_TEXTS.title} className={styles.pane}>
      <p className={styles.gist}>{QUESTIONS_TEXTS.gist}</p>
      <QuestionTable />
      <SameSite />
    </Pane>
  );
}
