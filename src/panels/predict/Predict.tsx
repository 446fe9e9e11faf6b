import { useLayoutEffect, useRef, useState } from 'react';
import { PREDICT_TEXTS } from '../../lesson/texts/panels/check/predict.ts';
import {
  isWhich,
  listTellingLanes,
  type Question,
  toTellingLane,
} from '../../lesson/told/question.ts';
import {
  type AnsweredQuestion,
  findAnsweredQuestion,
} from '../../player/asking/answeredQuestion.ts';
import { findOpenQuestion } from '../../player/asking/openQuestion.ts';
import { usePredictions } from '../../player/asking/predictions.ts';
import { usePreferences } from '../../player/kept/preferences.ts';
import { useStaged } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { Ask } from './Ask.tsx';
import { followBar } from './followBar.ts';
import styles from './Predict.module.css';
import { SessionSaid, TokenSaid } from './Said.tsx';
import { showAbove } from './showAbove.ts';
import { Told } from './Told.tsx';

/** What each lane says of the answer: it comes with the question, as one file. */
export const SAID = { session: SessionSaid, token: TokenSaid } as const;

/** The lane that a question is about; `null` where it is about both. */
const toAskedLane = (question: Question) =>
  isWhich(question.subject) ? null : toTellingLane(question, question.right);

/** The lane that tells why a guess was wrong; `null` where it was right in both. */
const toToldLane = ({ question, said }: AnsweredQuestion) =>
  said === question.right ? toAskedLane(question) : (listTellingLanes(question, said)[0] ?? null);

/** What will happen at a telling step; after it, what was said of that, and why it is as it is. */
export function Predict() {
  // With the stage's picture, not with the key's: a key is answered by its row first.
  const run = useStaged((staged) => staged.run);
  const cursor = useStaged((staged) => staged.cursor);
  const asking = usePlayer((player) => player.asking);
  const view = usePlayer((player) => player.view);
  const columns = usePlayer((player) => player.columns);
  const predict = usePlayer((player) => player.predict);
  const embedded = usePlayer((player) => player.embedded);
  const presenting = usePlayer((player) => player.presenting);
  const task = usePlayer((player) => player.task);
  const answers = usePredictions((predictions) => predictions.answers);
  // What is asked hangs on it too.
  usePreferences((preferences) => preferences.asks);
  const open = findOpenQuestion(
    { run, view, columns, predict, embedded, presenting, task },
    cursor + 1,
  );
  const told = findAnsweredQuestion({ run, cursor }, answers);
  const isTold = told !== null && !(open && asking);
  const shown = isTold ? 'told' : open ? 'open' : undefined;
  // On the root: a style sheet that looked for it in the page would look again at each step.
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (shown) dataset.asks = shown;
    return () => {
      delete dataset.asks;
    };
  }, [shown]);
  const place = useRef<HTMLDivElement>(null);
  // What is asked, and what is told of the answer, is a sheet over the bar on a phone.
  const isSheet = isTold || (open !== null && asking !== null);
  const lane = isTold ? toToldLane(told) : open && toAskedLane(open);
  const topic = `${run.telling.run.scenario.id} ${(isTold ? told.question : open)?.step} ${shown}`;
  // First: the sheet is then laid over where the bar has come to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next question may be of the same lane
  useLayoutEffect(() => {
    if (isSheet && place.current) showAbove(place.current, lane);
  }, [isSheet, lane, topic]);
  useLayoutEffect(
    () => (isSheet && place.current ? followBar(place.current) : undefined),
    [isSheet],
  );
  // What one has put away is another question, or its answer, than the one that comes next.
  const [turned, setTurned] = useState<{ topic: string; isFolded: boolean } | null>(null);
  // An answer is read whole where it was given; further on it leaves the lanes their room.
  const isPast = isTold && cursor > told.question.step;
  const isFolded = isSheet && (turned?.topic === topic ? turned.isFolded : isPast);
  return (
    <div
      ref={place}
      className={styles.place}
      data-predict={shown}
      data-asked={asking ? true : undefined}
      data-sheet={isSheet || undefined}
      data-folded={isFolded || undefined}
    >
      {isSheet ? (
        <span className={styles.fold}>
          <IconButton
            label={isFolded ? PREDICT_TEXTS.unfold : PREDICT_TEXTS.fold}
            icon="next"
            size={16}
            aria-expanded={!isFolded}
            onClick={() => setTurned({ topic, isFolded: !isFolded })}
          />
        </span>
      ) : null}
      {open && !isTold ? (
        <Ask key={`${run.telling.run.scenario.id} ${open.step}`} question={open} />
      ) : null}
      <p role="status" className={styles.told}>
        {isTold ? <Told question={told.question} said={told.said} /> : null}
      </p>
    </div>
  );
}
