import { PREDICT_TEXTS } from '../../lesson/texts/panels/check/predict.ts';
import { ABOUT_TEXTS } from '../../lesson/texts/panels/walk/about.ts';
import { listAsked } from '../../lesson/told/askedSteps.ts';
import { findQuestion, type Question } from '../../lesson/told/question.ts';
import { useRun } from '../../player/position/useStep.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import styles from './HeldQuestion.module.css';

/** Returns what is asked before the step on show; in a Scenario, which asks once, from that step on. */
function useHeldQuestion(): Question | null {
  const telling = usePlayer(({ run }) => run.telling);
  const cursor = usePlayer((player) => player.cursor);
  const last = listAsked(telling)
    .filter((step) => step <= cursor)
    .at(-1);
  if (last === undefined || (telling.run.isWalk && last < cursor)) return null;
  return findQuestion(telling, last);
}

/** What a room may answer while the verdict is held back, with all that it can be. */
export function HeldQuestion() {
  const { isWalk } = useRun();
  const question = useHeldQuestion();
  if (!question) return isWalk ? <p className={styles.question}>{ABOUT_TEXTS.heldStep}</p> : null;
  return (
    <div className={styles.held}>
      <p className={styles.question}>{PREDICT_TEXTS.sayQuestion(question)}</p>
      <p className={styles.options}>
        {question.options.map((option) => PREDICT_TEXTS.sayOption(question, option)).join(' · ')}
      </p>
    </div>
  );
}
