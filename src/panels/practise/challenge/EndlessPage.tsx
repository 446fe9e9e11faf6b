import { useState } from 'react';
import type { Endless } from '../../../lesson/exercises/endless.ts';
import { formatEndless } from '../../../lesson/exercises/endless.ts';
import type { RuleId } from '../../../lesson/exercises/rules.ts';
import { EXERCISE_TEXTS } from '../../../lesson/texts/practise/exercise.ts';
import { CHALLENGE_TEXTS } from '../../../lesson/texts/practise/goals.ts';
import { toTellingLane } from '../../../lesson/told/question.ts';
import { openWay, showRun } from '../../../player/practise/openWay.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { makeEndless, makeLikeIt } from '../../../player/practise/runs/makeEndless.ts';
import { useMade } from '../../../player/practise/useMade.ts';
import type { Strategy } from '../../../sim/strategy.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { ExerciseForm } from '../exercise/ExerciseForm.tsx';
import { Making } from '../exercise/Making.tsx';
import { Rules } from '../exercise/Rules.tsx';
import { RunContextView } from '../exercise/RunContextView.tsx';
import styles from '../Practise.module.css';

/** What was not known: by which rule a lane has decided. */
interface Missed {
  readonly lane: Strategy;
  readonly rule: RuleId;
}

/** Another run that is decided by the rule that was missed. */
function OneMore({ endless, missed: { lane, rule } }: { endless: Endless; missed: Missed }) {
  const key = `${formatEndless(endless)} ${lane} ${rule}`;
  const { value: next, problem, isMaking } = useMade(key, () => makeLikeIt(endless, lane, rule));
  if (!next) return <Making isMaking={isMaking} problem={problem} />;
  return (
    <section aria-label={CHALLENGE_TEXTS.oneMore} className={styles.part}>
      <h4>{CHALLENGE_TEXTS.oneMore}</h4>
      <EndlessTask endless={next} />
    </section>
  );
}

/** A random run in words, and who is let in by its last request; after a wrong answer one more by the same rule. */
function EndlessTask({ endless }: { endless: Endless }) {
  const address = formatEndless(endless);
  const { value: made, problem, isMaking } = useMade(address, () => makeEndless(endless));
  const [missed, setMissed] = useState<Missed | null>(null);
  if (!made) return <Making isMaking={isMaking} problem={problem} />;
  const { exercise, settings, actions, times, rules, runAddress, explain } = made;
  const answer = (isRight: boolean, said: string) => {
    usePractise.getState().mark(`challenge/random.${endless.level}`, isRight);
    const lane = toTellingLane(exercise.question, said);
    const rule = rules[lane];
    if (!isRight && rule) setMissed((before) => before ?? { lane, rule });
  };
  return (
    <>
      <RunContextView settings={settings} actions={actions} times={times} />
      <ExerciseForm
        exercise={exercise}
        onAnswer={answer}
        explain={explain}
        onShow={() => void showRun(exercise.scenarioId, runAddress, exercise.place.step)}
        showName={CHALLENGE_TEXTS.showRun}
      >
        <Rules rules={rules} />
      </ExerciseForm>
      {missed ? <OneMore endless={endless} missed={missed} /> : null}
    </>
  );
}

/** How far the next seed is: neighbours may come to the same run. It visits every seed once. */
const FAR = 0x9e37_79b1;

/** Random runs to judge, one after the other. */
export function EndlessPage({ endless }: { endless: Endless }) {
  const { level, seed } = endless;
  return (
    <section aria-labelledby="endless" className={styles.part}>
      <h3 id="endless">
        {CHALLENGE_TEXTS.endless} · {CHALLENGE_TEXTS.levels[level - 1]}
      </h3>
      <p className={styles.minutes}>{EXERCISE_TEXTS.servers}</p>
      <EndlessTask endless={endless} />
      <div className={styles.row}>
        <Button
          onClick={() =>
            openWay('challenge', formatEndless({ level, seed: (seed + FAR) % 0x1_0000_0000 }))
          }
        >
          {CHALLENGE_TEXTS.another}
        </Button>
      </div>
    </section>
  );
}
