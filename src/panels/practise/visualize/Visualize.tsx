import { PAIR_IDS } from '../../../lesson/exercises/pairs.ts';
import { PAIR_WORDS } from '../../../lesson/texts/practise/visualize.ts';
import { WAY_TEXTS } from '../../../lesson/texts/practise/ways.ts';
import { countWay } from '../../../player/practise/countDone.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { WayLink } from '../list/WayLink.tsx';
import { NoItem } from '../NoItem.tsx';
import styles from '../Practise.module.css';
import type { WayProps } from '../wayProps.ts';
import { PairPage } from './PairPage.tsx';

/** Pairs of runs to compare: all of them, or the one that the address names. */
export function Visualize({ item }: WayProps) {
  const done = usePractise((practise) => practise.done);
  const id = PAIR_IDS.find((one) => one === item);
  if (id) return <PairPage key={id} id={id} next={PAIR_IDS[PAIR_IDS.indexOf(id) + 1] ?? null} />;
  return (
    <>
      {item === null ? null : <NoItem item={item} />}
      <p className={styles.minutes}>{WAY_TEXTS.sayCount(countWay(done, 'visualize'))}</p>
      <ol className={styles.ways}>
        {PAIR_IDS.map((one) => (
          <li key={one} data-done={done[`visualize/${one}`] !== undefined || undefined}>
            <WayLink way="visualize" item={one}>
              {PAIR_WORDS[one].name}
            </WayLink>
          </li>
        ))}
      </ol>
    </>
  );
}
