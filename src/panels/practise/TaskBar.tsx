import { useEffect } from 'react';
import { GOAL_IDS } from '../../lesson/exercises/goals/goals.ts';
import { CHALLENGE_TEXTS, GOAL_WORDS } from '../../lesson/texts/practise/goals.ts';
import { LEARN_PARTS, LEARN_TEXTS } from '../../lesson/texts/practise/learn.ts';
import { WAY_TEXTS, WAY_WORDS } from '../../lesson/texts/practise/ways.ts';
import { keepPractise, openStorage, usePractise } from '../../player/practise/practiseProgress.ts';
import { readWay } from '../../player/practise/ways.ts';
import { toScenario } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { GoalState } from './challenge/GoalState.tsx';
import styles from './Practise.module.css';

/** Above the stage: the goal that is to be reached there, and the way back to where one has come from. */
export function TaskBar() {
  const open = readWay(usePlayer((player) => player.way));
  const walk = toScenario(usePlayer.getInitialState().run).id;
  const isWalk = usePlayer(({ run, original }) => !original && toScenario(run).id === walk);
  useEffect(() => keepPractise(usePractise, openStorage(window)), []);
  if (!open) return null;
  const { name } = WAY_WORDS[open.way];
  const goal = open.way === 'challenge' ? GOAL_IDS.find((id) => id === open.item) : undefined;
  const part = LEARN_PARTS.find(({ id }) => open.way === 'learn' && id === open.item);
  const title = goal ? CHALLENGE_TEXTS.sayGoal(GOAL_WORDS[goal].name) : name;
  return (
    <section aria-label={title} className={styles.task}>
      {goal ? (
        <>
          <p>
            <strong>{title}.</strong> {GOAL_WORDS[goal].task}
          </p>
          <GoalState id={goal} />
        </>
      ) : null}
      <div className={styles.row}>
        {part && isWalk ? <strong>{LEARN_TEXTS.saySteps(part)}</strong> : null}
        <Button onClick={() => usePlayer.getState().setView('check')}>
          {WAY_TEXTS.sayBack(name)}
        </Button>
        <Button look="link" onClick={() => usePlayer.setState({ way: null })}>
          {WAY_TEXTS.leave}
        </Button>
      </div>
    </section>
  );
}
