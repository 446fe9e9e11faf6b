import { BELIEF_IDS } from '../../../lesson/exercises/beliefs.ts';
import { BELIEF_WORDS } from '../../../lesson/texts/practise/beliefs.ts';
import { WAY_TEXTS } from '../../../lesson/texts/practise/ways.ts';
import { countWay } from '../../../player/practise/countDone.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { Icon } from '../../../ui/controls/Icon.tsx';
import { WayLink } from '../list/WayLink.tsx';
import { NoItem } from '../NoItem.tsx';
import styles from '../Practise.module.css';
import type { WayProps } from '../wayProps.ts';
import { BeliefCard } from './BeliefCard.tsx';

/** What many believe: all of it, or the card that the address names. */
export function Why({ item }: WayProps) {
  const done = usePractise((practise) => practise.done);
  const id = BELIEF_IDS.find((one) => one === item);
  if (id) return <BeliefCard key={id} id={id} />;
  const isDone = (one: string) => done[`why/${one}`] !== undefined;
  return (
    <>
      {item === null ? null : <NoItem item={item} />}
      <p className={styles.minutes}>{WAY_TEXTS.sayCount(countWay(done, 'why'))}</p>
      <ol className={styles.ways}>
        {BELIEF_IDS.map((one) => (
          <li key={one} data-done={isDone(one) || undefined}>
            <WayLink way="why" item={one}>
              {BELIEF_WORDS[one].belief}
            </WayLink>
            {isDone(one) ? (
              <span className={styles.minutes}>
                <Icon name="check" size={14} />
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}
