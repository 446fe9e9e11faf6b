import { LEARN_PARTS, LEARN_TEXTS } from '../../../lesson/texts/practise/learn.ts';
import { WAY_TEXTS } from '../../../lesson/texts/practise/ways.ts';
import { countWay } from '../../../player/practise/countDone.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { WayLink } from '../list/WayLink.tsx';
import { NoItem } from '../NoItem.tsx';
import styles from '../Practise.module.css';
import type { WayProps } from '../wayProps.ts';
import { PartPage } from './PartPage.tsx';

/** The walk in four parts: all of them, or the one that the address names. */
export function Learn({ item }: WayProps) {
  const done = usePractise((practise) => practise.done);
  // Of a part all, or one of its questions: `keep.1`.
  const [, name = '', question] = /^([a-z]+)(?:\.([0-9]))?$/.exec(item ?? '') ?? [];
  const number = LEARN_PARTS.findIndex(({ id }) => id === name);
  const part = LEARN_PARTS[number];
  const only = question === undefined ? null : Number(question);
  if (part && (only === null || only < part.principles.length))
    return <PartPage key={item} part={part} next={LEARN_PARTS[number + 1]} only={only} />;
  const isDone = (id: string) => done[`learn/${id}`] !== undefined;
  const count = countWay(done, 'learn');
  return (
    <>
      {item === null ? null : <NoItem item={item} />}
      <p className={styles.minutes}>{WAY_TEXTS.sayCount(count)}</p>
      <ul className={styles.ways}>
        {LEARN_PARTS.map(({ id, name, about }, i) => (
          <li key={id} data-done={isDone(id) || undefined}>
            <WayLink way="learn" item={id}>
              {LEARN_TEXTS.sayPart(i + 1, name)}
            </WayLink>
            <p>{about}</p>
          </li>
        ))}
      </ul>
      {count.said === count.all ? (
        <div className={styles.row}>
          <WayLink way="challenge" className={styles.goOn}>
            {LEARN_TEXTS.challenge}
          </WayLink>
        </div>
      ) : null}
    </>
  );
}
