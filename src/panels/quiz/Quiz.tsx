import { useId } from 'react';
import { QUIZ_TEXTS } from '../../lesson/texts/panels/quiz.ts';
import type { QuizQuestion } from '../../lesson/texts/quiz.ts';
import { QUIZ } from '../../lesson/texts/quiz.ts';
import { toCorrectCount, useQuizProgress } from '../../player/kept/quizProgress.ts';
import { shuffle } from '../../player/kept/shuffle.ts';
import { pointAtWalk } from '../../player/position/pointAtWalk.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Pane } from '../../ui/Pane.tsx';
import styles from './Quiz.module.css';

function pointAtAnswer({ shownAt }: QuizQuestion) {
  const { step } = shownAt;
  const place = 'table' in shownAt ? { table: shownAt.table } : { variable: shownAt.variable };
  void pointAtWalk({ step, place });
}

function Question({ question, index }: { question: QuizQuestion; index: number }) {
  const name = useId();
  const answer = useQuizProgress((quiz) => quiz.answers[index]);
  const seed = useQuizProgress((quiz) => quiz.shuffleSeed);
  const { choose, check, showHint, tryAgain } = useQuizProgress.getState();
  if (!answer) return null;
  const { chosen, checked, correct, hintShown } = answer;
  const explanation = chosen === null ? null : question.options[chosen]?.explanation;
  return (
    <fieldset className={styles.question} data-verdict={checked ? String(correct) : undefined}>
      <legend>{question.question}</legend>
      <div className={styles.options}>
        {shuffle(question.options.length, seed + index).map((option) => (
          <label key={option} data-chosen={chosen === option}>
            <input
              type="radio"
              name={name}
              checked={chosen === option}
              onChange={() => choose(index, option)}
            />
            {question.options[option]?.text}
          </label>
        ))}
      </div>
      <div className={styles.buttons}>
        <Button
          look="strong"
          disabled={chosen === null || checked}
          onClick={() => check(index, question.answer)}
        >
          {QUIZ_TEXTS.check}
        </Button>
        <Button disabled={hintShown} onClick={() => showHint(index)}>
          {QUIZ_TEXTS.hint}
        </Button>
        <Button onClick={() => pointAtAnswer(question)}>{QUIZ_TEXTS.show}</Button>
        <Button
          disabled={chosen === null}
          onClick={({ currentTarget }) => {
            tryAgain(index);
            currentTarget.closest('fieldset')?.querySelector('input')?.focus();
          }}
        >
          {QUIZ_TEXTS.tryAgain}
        </Button>
      </div>
      <p className={styles.hint}>{hintShown ? QUIZ_TEXTS.sayHint(question.hint) : null}</p>
      <p role="status" className={styles.verdict}>
        {checked ? (
          <>
            <strong>
              <Icon name={correct ? 'check' : 'cross'} />{' '}
              {correct ? QUIZ_TEXTS.right : QUIZ_TEXTS.wrong}
            </strong>{' '}
            {explanation}
          </>
        ) : null}
      </p>
    </fieldset>
  );
}

/** Three questions on what the page just showed. */
export function Quiz() {
  const right = useQuizProgress(toCorrectCount);
  return (
    <Pane
      title={QUIZ_TEXTS.title}
      bare
      aside={
        <span role="status" className={styles.score}>
          {QUIZ_TEXTS.sayScore(right, QUIZ.length)}
        </span>
      }
    >
      <div className={styles.list}>
        {QUIZ.map((question, index) => (
          <Question key={question.question} question={question} index={index} />
        ))}
      </div>
    </Pane>
  );
}
