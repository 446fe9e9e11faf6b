import { useState } from 'react';
import { isSo } from '../../../lesson/exercises/beliefs.ts';
import { CARD_IDS } from '../../../lesson/exercises/cards.ts';
import { BELIEF_WORDS, WHY_TEXTS } from '../../../lesson/texts/practise/beliefs.ts';
import { EXERCISE_TEXTS } from '../../../lesson/texts/practise/exercise.ts';
import { CHALLENGE_TEXTS } from '../../../lesson/texts/practise/goals.ts';
import { REVIEW_TEXTS } from '../../../lesson/texts/practise/review.ts';
import { showRun } from '../../../player/practise/openWay.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { listDue, useReview } from '../../../player/practise/review.ts';
import type { MadeCard } from '../../../player/practise/runs/makeCard.ts';
import { makeCard } from '../../../player/practise/runs/makeCard.ts';
import { scheduleCard } from '../../../player/practise/schedule.ts';
import { useMade } from '../../../player/practise/useMade.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { ExerciseForm } from '../exercise/ExerciseForm.tsx';
import { Making } from '../exercise/Making.tsx';
import { Rules } from '../exercise/Rules.tsx';
import { RunContextView } from '../exercise/RunContextView.tsx';
import { OwnHeading } from '../list/OwnHeading.tsx';
import { NoItem } from '../NoItem.tsx';
import styles from '../Practise.module.css';
import type { WayProps } from '../wayProps.ts';
import { Transfer } from './Transfer.tsx';

/** What five minutes are enough for. */
const SESSION = 12;

/** What is said of both that a card's run was about, and what is so. */
const Beliefs = ({ beliefs }: Pick<MadeCard, 'beliefs'>) =>
  beliefs.map((id) => (
    <p key={id}>
      {WHY_TEXTS.sayOfBelief(BELIEF_WORDS[id].belief, isSo(id))} {BELIEF_WORDS[id].truth}
    </p>
  ));

interface CardProps {
  id: string;
  onNext: () => void;
}

/** One card; its next day is told after the answer. */
function Card({ id, onNext }: CardProps) {
  const { value: made, problem, isMaking } = useMade(id, () => makeCard(id));
  const [days, setDays] = useState<number | null>(null);
  if (!made) return <Making isMaking={isMaking} problem={problem} />;
  const { exercise, means, runAddress } = made;
  const answer = (isRight: boolean) => {
    // Whoever tries the same card again learns from it, and the schedule does not.
    if (days !== null) return;
    const { cards, put } = useReview.getState();
    const scheduled = scheduleCard(cards[id], isRight, Date.now());
    put(id, scheduled);
    usePractise.getState().mark(`review/${id}`, isRight);
    setDays(scheduled.days);
  };
  return (
    <>
      <OwnHeading id="card" way="review" item={id}>
        {made.about}
      </OwnHeading>
      <RunContextView settings={made.settings} actions={made.actions} times={made.times} />
      <ExerciseForm
        exercise={exercise}
        onAnswer={answer}
        explain={made.explain}
        {...(runAddress === null
          ? {}
          : {
              onShow: () => void showRun(exercise.scenarioId, runAddress, exercise.place.step),
              showName: CHALLENGE_TEXTS.showRun,
            })}
        reasons={means === null ? undefined : <p>{means}</p>}
      >
        <Rules rules={made.rules} />
        <Beliefs beliefs={made.beliefs} />
        {days === null ? null : <p>{REVIEW_TEXTS.sayNext(days)}</p>}
      </ExerciseForm>
      {days === null ? null : (
        <div className={styles.row}>
          <Button onClick={onNext}>{REVIEW_TEXTS.again}</Button>
        </div>
      )}
    </>
  );
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** When the next card is due, once none is. */
function NothingDue() {
  const next = useReview(({ cards }) => Math.min(...Object.values(cards).map(({ due }) => due)));
  const [now] = useState(Date.now);
  const days = Number.isFinite(next) ? Math.floor(Math.max(0, next - now) / DAY_MS) : 0;
  return <p role="status">{REVIEW_TEXTS.sayNone(days)}</p>;
}

interface SessionProps {
  /** The card that is asked first, whether it is due or not. */
  named: string | null;
}

/** The cards that were due when it began, one after the other. */
function Session({ named }: SessionProps) {
  const [due] = useState(() => {
    const { cards } = useReview.getState();
    return listDue(CARD_IDS, cards, Date.now()).slice(0, SESSION);
  });
  const queue = named === null ? due : [named, ...due.filter((id) => id !== named)];
  const [at, setAt] = useState(0);
  const id = queue[at];
  return (
    <section aria-label={REVIEW_TEXTS.sayLeft(queue.length - at)} className={styles.part}>
      {id === undefined ? (
        <NothingDue />
      ) : (
        <>
          <p className={styles.minutes}>{REVIEW_TEXTS.sayLeft(queue.length - at)}</p>
          <p className={styles.minutes}>{EXERCISE_TEXTS.servers}</p>
          <Card key={id} id={id} onNext={() => setAt(at + 1)} />
        </>
      )}
    </section>
  );
}

/** The cards that are due, or the one that the address names; begun anew when progress comes or goes. */
export function Review({ item }: WayProps) {
  const named = item !== null && CARD_IDS.includes(item) ? item : null;
  const [round, setRound] = useState(0);
  return (
    <>
      {item !== null && named === null ? <NoItem item={item} /> : null}
      <Session key={`${round} ${named}`} named={named} />
      <Transfer onChange={() => setRound(round + 1)} />
    </>
  );
}
