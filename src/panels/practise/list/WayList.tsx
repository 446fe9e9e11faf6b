import { REVIEW_TEXTS } from '../../../lesson/texts/practise/review.ts';
import { WAY_TEXTS, WAY_WORDS } from '../../../lesson/texts/practise/ways.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { listDue, useReview } from '../../../player/practise/review.ts';
import { LEARNING, type Way } from '../../../player/practise/ways.ts';
import { toLatePart } from '../../../ui/latePart.ts';
import { useLatePart } from '../../../ui/useLatePart.ts';
import styles from '../Practise.module.css';
import { WayLink } from './WayLink.tsx';

/** How many cards are due, for whoever has begun with them. */
function Due() {
  const cards = useReview((review) => review.cards);
  const due = listDue(Object.keys(cards), cards, Date.now()).length;
  return due > 0 ? `${REVIEW_TEXTS.sayDue(due)} · ` : null;
}

const topicPart = toLatePart(() => import('./TopicTable.tsx').then((m) => m.TopicTable));

/** How far one has come, for whoever has begun. */
function Topics() {
  const { Part } = useLatePart(topicPart);
  return Part ? <Part /> : null;
}

const Ways = ({ ways }: { ways: readonly Way[] }) => (
  <ul className={styles.ways}>
    {ways.map((way) => {
      const { name, purpose, minutes } = WAY_WORDS[way];
      return (
        <li key={way}>
          <WayLink way={way}>{name}</WayLink>
          <span className={styles.minutes}>
            {way === 'review' ? <Due /> : null}
            {WAY_TEXTS.sayMinutes(minutes)}
          </span>
          <p>{purpose}</p>
        </li>
      );
    })}
  </ul>
);

/** The ways to learn, each with what it is for and how long it takes. */
export function WayList() {
  const hasBegun = usePractise(({ done }) => Object.keys(done).length > 0);
  return (
    <>
      <Ways ways={LEARNING} />
      <h3 className={styles.tests}>{WAY_TEXTS.tests}</h3>
      <Ways ways={['test']} />
      {hasBegun ? <Topics /> : null}
    </>
  );
}
