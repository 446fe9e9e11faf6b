import { useEffect } from 'react';
import type { GoalId } from '../../../lesson/exercises/goals/goals.ts';
import { GOALS } from '../../../lesson/exercises/goals/goals.ts';
import { CHALLENGE_TEXTS, GOAL_WORDS } from '../../../lesson/texts/practise/goals.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { countChanges, reachesGoal } from '../../../player/practise/runs/reachesGoal.ts';
import { useMade } from '../../../player/practise/useMade.ts';
import { useRunKey } from '../../../player/practise/useRunKey.ts';
import { usePlayer } from '../../../player/usePlayer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import styles from '../Practise.module.css';

/** The hints that were asked for; once shown they stay. */
function Hints({ id }: { id: GoalId }) {
  const { hints } = GOAL_WORDS[id];
  const address = `challenge/${id}`;
  const count = usePractise((practise) => practise.hints[address] ?? 0);
  return (
    <>
      {count > 0 ? (
        <ol className={styles.hints}>
          {hints.slice(0, count).map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ol>
      ) : null}
      {count < hints.length ? (
        <div className={styles.row}>
          <Button onClick={() => usePractise.getState().showHint(address)}>
            {CHALLENGE_TEXTS.sayHint(count + 1)}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Whether the run on show has reached a goal, by the engine; and its hints. */
export function GoalState({ id }: { id: GoalId }) {
  const run = usePlayer((player) => player.run);
  const original = usePlayer((player) => player.original);
  const { value: isReached } = useMade(`${id} ${useRunKey()}`, () => reachesGoal(id, run));
  useEffect(() => {
    if (isReached) usePractise.getState().mark(`challenge/${id}`, true);
  }, [id, isReached]);
  const { par } = GOALS[id];
  return (
    <>
      <p role="status" className={styles.state} data-reached={isReached || undefined}>
        {isReached ? (
          <>
            <strong>
              <Icon name="check" size={14} />{' '}
              {CHALLENGE_TEXTS.sayReached(countChanges(run, original), par)}
            </strong>{' '}
            {GOAL_WORDS[id].shows}
          </>
        ) : (
          `${CHALLENGE_TEXTS.open} · ${CHALLENGE_TEXTS.sayPar(par)}`
        )}
      </p>
      <Hints id={id} />
    </>
  );
}
