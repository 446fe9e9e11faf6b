import { TEST_TEXTS } from '../../../lesson/texts/practise/test.ts';
import type { AnsweredTest } from '../../../player/practise/compareTests.ts';
import { compareTests, scoreTest } from '../../../player/practise/compareTests.ts';
import type { BegunTest } from '../../../player/practise/practiseProgress.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { makeTest } from '../../../player/practise/runs/makeTest.ts';
import { formatTest, TEST_TIMES } from '../../../player/practise/testAddress.ts';
import { useMade } from '../../../player/practise/useMade.ts';
import { CopyButton } from '../../../ui/controls/CopyButton.tsx';
import { Making } from '../exercise/Making.tsx';
import styles from '../Practise.module.css';

interface ScoresProps {
  seed: number;
  before: AnsweredTest;
  after: AnsweredTest;
  wasShown: boolean;
}

function Scores({ seed, before, after, wasShown }: ScoresProps) {
  const topics = compareTests(before, after);
  const whole = { before: scoreTest(before), after: scoreTest(after) };
  return (
    <section aria-label={TEST_TEXTS.compare} className={styles.part}>
      <table className={styles.table}>
        <caption>{TEST_TEXTS.compare}</caption>
        <thead>
          <tr>
            <th scope="col">{TEST_TEXTS.topic}</th>
            {TEST_TIMES.map((time) => (
              <th key={time} scope="col">
                {TEST_TEXTS.times[time]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[{ topic: TEST_TEXTS.whole, ...whole }, ...topics].map((scores) => (
            <tr key={scores.topic}>
              <th scope="row">{scores.topic}</th>
              {TEST_TIMES.map((time) => (
                <td key={time}>{TEST_TEXTS.sayOf(scores[time])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {wasShown ? <p>{TEST_TEXTS.wasShown}</p> : null}
      <div className={styles.row}>
        <CopyButton
          text={TEST_TEXTS.sayComparison(seed, whole, topics, wasShown)}
          label={TEST_TEXTS.copyBoth}
        />
      </div>
    </section>
  );
}

interface BothProps {
  seed: number;
  before: BegunTest;
  after: BegunTest;
}

function Both({ seed, before, after }: BothProps) {
  const {
    value: cards,
    problem,
    isMaking,
  } = useMade(String(seed), () => Promise.all(TEST_TIMES.map((time) => makeTest({ time, seed }))));
  const [first, second] = cards ?? [];
  if (!first || !second) return <Making isMaking={isMaking} problem={problem} />;
  return (
    <Scores
      seed={seed}
      before={{ cards: first, said: before.said }}
      after={{ cards: second, said: after.said }}
      wasShown={before.isShown === true}
    />
  );
}

/** Both tests of a set side by side, by topic, once both are handed in. */
export function Comparison({ seed }: { seed: number }) {
  const before = usePractise(({ tests }) => tests[formatTest({ time: 'before', seed })]);
  const after = usePractise(({ tests }) => tests[formatTest({ time: 'after', seed })]);
  if (!before?.isOver || !after?.isOver) return null;
  return <Both seed={seed} before={before} after={after} />;
}
