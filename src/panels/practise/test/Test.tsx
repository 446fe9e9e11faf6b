import { useState } from 'react';
import { TEST_LENGTH } from '../../../lesson/exercises/testLevels.ts';
import { TEST_TEXTS } from '../../../lesson/texts/practise/test.ts';
import { drawSeed } from '../../../player/kept/drawSeed.ts';
import type { Tests } from '../../../player/practise/practiseProgress.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { makeTest } from '../../../player/practise/runs/makeTest.ts';
import type { TestAddress } from '../../../player/practise/testAddress.ts';
import { formatTest, parseTest, TEST_TIMES } from '../../../player/practise/testAddress.ts';
import { useMade } from '../../../player/practise/useMade.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Making } from '../exercise/Making.tsx';
import { WayLink } from '../list/WayLink.tsx';
import { NoItem } from '../NoItem.tsx';
import styles from '../Practise.module.css';
import type { WayProps } from '../wayProps.ts';
import { Comparison } from './Comparison.tsx';
import { TestForm } from './TestForm.tsx';

const FIRST_SEED = 1;

function OpenTest({ address }: { address: TestAddress }) {
  const { value: cards, problem, isMaking } = useMade(formatTest(address), () => makeTest(address));
  if (!cards) return <Making isMaking={isMaking} problem={problem} isLong />;
  return <TestForm address={address} cards={cards} />;
}

/** How far a test of a set is, for whoever has begun it. */
function Begun({ address }: { address: TestAddress }) {
  const test = usePractise(({ tests }) => tests[formatTest(address)]);
  if (!test) return null;
  return (
    <span className={styles.minutes}>
      {test.isOver
        ? TEST_TEXTS.handedIn
        : TEST_TEXTS.sayBegun(Object.keys(test.said).length, TEST_LENGTH)}
    </span>
  );
}

/** Finds the set that was begun last. */
const findBegun = (tests: Tests) => parseTest(Object.keys(tests).at(-1) ?? '')?.seed;

/** Ten questions before the lesson and ten others after it, the same for whoever has the link. */
export function Test({ item }: WayProps) {
  const begun = usePractise(({ tests }) => findBegun(tests));
  const [drawn, setDrawn] = useState<number | null>(null);
  const seed = drawn ?? begun ?? FIRST_SEED;
  const address = item === null ? null : parseTest(item);
  if (address) return <OpenTest key={item} address={address} />;
  return (
    <>
      {item === null ? null : <NoItem item={item} />}
      <p>{TEST_TEXTS.about}</p>
      <p>{TEST_TEXTS.mixture}</p>
      <ul className={styles.ways}>
        {TEST_TIMES.map((time) => (
          <li key={time}>
            <WayLink way="test" item={formatTest({ time, seed })}>
              {TEST_TEXTS.times[time]}
            </WayLink>
            <Begun address={{ time, seed }} />
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <span>
          {TEST_TEXTS.seed} {seed}
        </span>
        <Button onClick={() => setDrawn(drawSeed() % 10_000)}>{TEST_TEXTS.draw}</Button>
      </div>
      <Comparison seed={seed} />
    </>
  );
}
