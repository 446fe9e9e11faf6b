import { readDeeds } from '../../../lesson/exercises/deeds.ts';
import type { GoalId } from '../../../lesson/exercises/goals/goals.ts';
import { GOALS } from '../../../lesson/exercises/goals/goals.ts';
import { readTrace } from '../../runs/makeRun.ts';
import type { ToldRun } from '../../runs/toldRun.ts';
import { listDifferences } from '../../whatIf/runDifferences.ts';

/** Tells whether a run has reached a goal, whatever led there. */
export async function reachesGoal(id: GoalId, run: ToldRun): Promise<boolean> {
  return GOALS[id].isReached(readDeeds(await readTrace(run), run.telling));
}

/** Counts what a run changes of the one that it began at. */
export const countChanges = (run: ToldRun, original: ToldRun | null): number =>
  original ? listDifferences(run, original).length : 0;
