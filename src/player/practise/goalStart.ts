import type { Goal } from '../../lesson/exercises/goals/goal.ts';
import type { GoalId } from '../../lesson/exercises/goals/goals.ts';
import { GOALS } from '../../lesson/exercises/goals/goals.ts';
import type { ToldRun } from '../runs/toldRun.ts';
import { usePlayer } from '../usePlayer.ts';
import { findEnd } from '../whatIf/seekMeans.ts';

/**
 * Finds the step at which a goal's run opens: where the first Action that it takes is put in, and
 * where settings are all that it takes, the one that shows what is to be changed.
 */
export function findGoalStart(id: GoalId, run: ToldRun): number {
  const { means } = GOALS[id] as Goal;
  for (const one of means) {
    const step = 'after' in one ? findEnd(run, one.after) : null;
    if (step !== null) return step;
  }
  const { decides, lastStep } = run.telling.run;
  return decides ?? lastStep;
}

/** Opens the run that a goal begins at, where it is to be changed. Resolves to `false` where it could not be. */
export async function openGoal(id: GoalId): Promise<boolean> {
  const player = usePlayer.getState();
  if (!(await player.chooseScenario(GOALS[id].scenarioId))) return false;
  player.jumpTo(findGoalStart(id, usePlayer.getState().run));
  return true;
}
