import { useRef, useState } from 'react';
import { PROGRESS_TEXTS } from '../../lesson/texts/panels/check/progress.ts';
import { WAY_TEXTS } from '../../lesson/texts/practise/ways.ts';
import { type Predictions, usePredictions } from '../../player/asking/predictions.ts';
import { type Asked, readProgress, type TopicProgress } from '../../player/asking/topicProgress.ts';
import { useQuizProgress } from '../../player/kept/quizProgress.ts';
import { focusStage } from '../../player/position/focusStage.ts';
import { countOther } from '../../player/practise/countDone.ts';
import { openWay } from '../../player/practise/openWay.ts';
import type { PractiseState } from '../../player/practise/practiseProgress.ts';
import { usePractise } from '../../player/practise/practiseProgress.ts';
import { SHIPPED_WALK } from '../../player/runs/shippedWalk.ts';
import { toScenario } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Pane } from '../../ui/boxes/Pane.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './Progress.module.css';
import { TOPICS } from './topics.ts';

/** Opens what asks: the walk at the step before, a Scenario at its start, as its story leads there. */
async function openAsked({ id, step }: Asked) {
  const isWalk = id === toScenario(SHIPPED_WALK).id;
  await usePlayer.getState().chooseScenario(id, isWalk ? step - 1 : 0);
  usePlayer.getState().setView('walk');
  window.scrollTo({ top: 0 });
  focusStage();
}

interface RowProps {
  progress: Pick<TopicProgress, 'name' | 'all' | 'said' | 'right'>;
  /** What is still to be answered, and what leads there. */
  next: { readonly text: string; readonly open: () => void } | null;
}

function Row({ progress: { name, all, said, right }, next }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <progress max={all} value={said} aria-label={name} />
        <span>{PROGRESS_TEXTS.sayProgress(said, all, right)}</span>
      </td>
      <td>
        {next ? (
          <Button look="link" className={styles.next} onClick={next.open}>
            {next.text}
          </Button>
        ) : said < all ? null : (
          PROGRESS_TEXTS.done
        )}
      </td>
    </tr>
  );
}

/** The questions above, which are answered there. */
function QuizRow() {
  const answers = useQuizProgress((quiz) => quiz.answers);
  const open = answers.findIndex(({ checked }) => !checked);
  const progress = {
    ...{ name: PROGRESS_TEXTS.quiz, all: answers.length },
    said: answers.filter(({ checked }) => checked).length,
    right: answers.filter(({ correct }) => correct).length,
  };
  const show = () => {
    const card = document.querySelector<HTMLElement>(`[data-question="${open}"]`);
    card?.scrollIntoView?.({ block: 'center' });
    card?.querySelector('input')?.focus({ preventScroll: true });
  };
  const next = open < 0 ? null : { text: PROGRESS_TEXTS.sayQuiz(open + 1), open: show };
  return <Row progress={progress} next={next} />;
}

/** Where something is left that the ways ask: to their list. */
const toWays = ({ said, all }: Pick<RowProps['progress'], 'said' | 'all'>) =>
  said < all ? { text: WAY_TEXTS.title, open: () => openWay(null) } : null;

/** What the ways ask about both servers as a whole. */
function OtherRow() {
  const done = usePractise((practise) => practise.done);
  const progress = { name: PROGRESS_TEXTS.other, ...countOther(done) };
  return <Row progress={progress} next={toWays(progress)} />;
}

const countPractised = ({ done, tests }: PractiseState) =>
  Object.keys(done).length + Object.keys(tests).length;

const countSaid = (answers: Predictions) =>
  Object.values(answers).filter((said) => said !== null).length;

function forgetAll() {
  usePredictions.getState().forget();
  usePractise.getState().forget();
  const { answers, tryAgain } = useQuizProgress.getState();
  for (const question of answers.keys()) tryAgain(question);
}

/** Takes all back, after it is asked once more. */
function Reset() {
  const [asks, setAsks] = useState(false);
  const chosen = useQuizProgress(
    ({ answers }) => answers.filter((answer) => answer.chosen !== null).length,
  );
  const practised = usePractise(countPractised);
  const count = usePredictions(({ answers }) => countSaid(answers)) + chosen + practised;
  const isAsked = usePredictions(({ answers }) => Object.keys(answers).length > 0);
  const any = isAsked || chosen > 0 || practised > 0;
  const start = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAsks(false);
    start.current?.focus();
  };
  return (
    <div className={styles.reset}>
      <Button ref={start} aria-disabled={!any} onClick={() => setAsks(any)}>
        {PROGRESS_TEXTS.reset}
      </Button>
      {asks ? (
        <>
          <span role="alert">{PROGRESS_TEXTS.sayReset(count)}</span>
          <Button
            onClick={() => {
              forgetAll();
              close();
            }}
          >
            {PROGRESS_TEXTS.forget}
          </Button>
          <Button onClick={close}>{PROGRESS_TEXTS.keep}</Button>
        </>
      ) : null}
    </div>
  );
}

/** How far one is with the quiz and with each topic, and the way to the next question. */
export function Progress() {
  const answers = usePredictions((predictions) => predictions.answers);
  const done = usePractise((practise) => practise.done);
  return (
    <Pane title={PROGRESS_TEXTS.title} aside={<Reset />}>
      <p className={styles.gist}>{PROGRESS_TEXTS.gist}</p>
      <table className={styles.table} aria-label={PROGRESS_TEXTS.title}>
        <thead>
          <tr>
            <th scope="col">{PROGRESS_TEXTS.topic}</th>
            <th scope="col">{PROGRESS_TEXTS.progress}</th>
            <th scope="col">{PROGRESS_TEXTS.next}</th>
          </tr>
        </thead>
        <tbody>
          <QuizRow />
          {readProgress(TOPICS, answers, done).map((topic) => {
            const { name, next } = topic;
            const lead = next
              ? {
                  text: PROGRESS_TEXTS.sayNext(next.question),
                  open: () => void openAsked(next),
                }
              : toWays(topic);
            return <Row key={name} progress={topic} next={lead} />;
          })}
          <OtherRow />
        </tbody>
      </table>
    </Pane>
  );
}
