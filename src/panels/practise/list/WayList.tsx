import { REVIEW_TEXTS } from '../../../lesson/texts/practise/review.ts';
import { WAY_TEXTS, WAY_WORDS } from '../../../lesson/texts/practise/ways.ts';
import { countWay } from '../../../player/practise/countDone.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { listDue, useReview } from '../../../player/practise/review.ts';
import { LEARNING, type Way } from '../../../player/practise/ways.ts';
import styles from '../Practise.module.css';
import { WayLink } from './WayLink.tsx';

/** How many cards are due, for whoever has begun with them. */
function Due() {
  const cards = useReview((review) => review.cards);
  const due = listDue(Object.keys(cards), cards, Date.now()).length;
  return due > 0 ? `${REVIEW_TEXTS.sayDue(due)} · ` : null;
}

/** How far one is with a way, for whoever has begun; of the first, for others, that it is the first. */
function Counted({ way }: { way: Way }) {
  const done = usePractise((practise) => practise.done);
  if (way === LEARNING[0] && Object.keys(done).length === 0)
    return <strong className={styles.first}>{WAY_TEXTS.startHere}</strong>;
  const count = countWay(done, way);
  return count.said > 0 ? `${WAY_TEXTS.sayCount(count)} · ` : null;
}

const Ways = ({ ways }: { ways: readonly Way[] }) => (
  <ul className={styles.ways}>
    {ways.map((way) => {
      const { name, purpose, minutes } = WAY_WORDS[way];
      return (
        <li key={way}>
          <WayLink way={way}>{name}</WayLink>
          <span className={styles.minutes}>
            {way === 'review' ? <Due /> : <Counted way={way} />}
            {WAY_TEXTS.sayMinutes(minutes)}
          </span>
          <p>{purpose}</p>
        </li>
      );
    })}
  </ul>
);

/** The ways to learn, each with what it is for and how long it takes. */
export const WayList = () => (
  <>
    <Ways ways={LEARNING} />
    <h3 className={styles.tests}>{WAY_TEXTS.tests}</h3>
    <Ways ways={['test']} />
  </>
);
