import { useEffect, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { QUIZ_TEXTS } from '../../lesson/texts/panels/check/quiz.ts';
import type { QuizQuestion } from '../../lesson/texts/quiz.ts';
import { QUIZ } from '../../lesson/texts/quiz.ts';
import { toCorrectCount, useQuizProgress } from '../../player/kept/quizProgress.ts';
import { shuffle } from '../../player/kept/shuffle.ts';
import { pointAtWalk } from '../../player/position/pointAtWalk.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Pane } from '../../ui/boxes/Pane.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Icon } from '../../ui/controls/Icon.tsx';
import styles from './Quiz.module.css';

function pointAtAnswer({ shownAt }: QuizQuestion) {
  const { step } = shownAt;
  const place = 'table' in shownAt ? { table: shownAt.table } : { variable: shownAt.variable };
  void pointAtWalk({ step, place });
}

interface QuestionProps {
  question: QuizQuestion;
  index: number;
  onShow: (index: number) => void;
}

function Question({ question, index, onShow }: QuestionProps) {
  const name = useId();
  const answer = useQuizProgress((quiz) => quiz.answers[index]);
  const seed = useQuizProgress((quiz) => quiz.shuffleSeed);
  const { choose, check, showHint, tryAgain } = useQuizProgress.getState();
  if (!answer) return null;
  const { chosen, checked, correct, hintShown } = answer;
  const explanation = chosen === null ? null : question.options[chosen]?.explanation;
  const order = shuffle(question.options.length, seed + index);
  return (
    <fieldset
      className={styles.question}
      data-question={index}
      data-verdict={checked ? String(correct) : undefined}
    >
      <legend>{question.question}</legend>
      <div className={styles.options}>
        {order.map((option) => (
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
        {/* One that stays, so that it is heard; seen directly under the option that it is about. */}
        <p
          role="status"
          className={styles.verdict}
          data-under={chosen === null ? undefined : order.indexOf(chosen)}
        >
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
        <Button
          data-show
          onClick={() => {
            onShow(index);
            pointAtAnswer(question);
          }}
        >
          {QUIZ_TEXTS.show}
        </Button>
        <Button
          disabled={!checked}
          onClick={({ currentTarget }) => {
            tryAgain(index);
            currentTarget.closest('fieldset')?.querySelector('input')?.focus();
          }}
        >
          {QUIZ_TEXTS.tryAgain}
        </Button>
      </div>
      <p className={styles.hint}>{hintShown ? QUIZ_TEXTS.sayHint(question.hint) : null}</p>
    </fieldset>
  );
}

/** Leads back from the place of an answer to its question. */
function WayBack({ index }: { index: number }) {
  const isAway = usePlayer(({ view }) => view !== 'check');
  const main = document.querySelector('main');
  if (!isAway || !main) return null;
  const goBack = () => {
    usePlayer.getState().setView('check');
    const show = document.querySelector<HTMLElement>(`[data-question="${index}"] [data-show]`);
    show?.scrollIntoView({ block: 'center' });
    show?.focus({ preventScroll: true });
  };
  return createPortal(
    <Button look="strong" data-back className={styles.back} onClick={goBack}>
      {QUIZ_TEXTS.sayBack(index + 1)}
    </Button>,
    main,
  );
}

/** Three questions on what the page just showed. */
export function Quiz() {
  const right = useQuizProgress(toCorrectCount);
  const tried = useQuizProgress(({ answers }) => answers.some(({ checked }) => checked));
  const [shownOf, setShownOf] = useState<number | null>(null);
  // Whoever is back needs no way back.
  useEffect(
    () =>
      usePlayer.subscribe(({ view }, before) => {
        if (view === 'check' && before.view !== 'check') setShownOf(null);
      }),
    [],
  );
  return (
    <Pane
      title={QUIZ_TEXTS.title}
      bare
      aside={
        <span role="status" className={styles.score}>
          {tried ? QUIZ_TEXTS.sayScore(right, QUIZ.length) : null}
        </span>
      }
    >
      <div className={styles.list}>
        {QUIZ.map((question, index) => (
          <Question key={question.question} question={question} index={index} onShow={setShownOf} />
        ))}
      </div>
      {shownOf === null ? null : <WayBack index={shownOf} />}
    </Pane>
  );
}
