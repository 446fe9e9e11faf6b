import type { Exercise } from '../../../lesson/exercises/exercise.ts';
import { toExercise } from '../../../lesson/exercises/exercise.ts';
import { parseExerciseId } from '../../../lesson/exercises/exerciseId.ts';
import type { Telling } from '../../../lesson/telling.ts';
import { SCENARIOS_BY_GROUP } from '../../../sim/scenarios.ts';
import { runScenarioById } from '../../runs/makeRun.ts';

/** Runs the Scenarios beside one in its topic: what happens there could have happened here. */
export async function runSiblings(scenarioId: string): Promise<readonly Telling[]> {
  const group = SCENARIOS_BY_GROUP.find(([, all]) => all.some(({ id }) => id === scenarioId));
  const ids: readonly string[] = group?.[1].map(({ id }) => id) ?? [];
  const index = ids.indexOf(scenarioId);
  const near = [ids[index - 1], ids[index + 1]].flatMap((id) => id ?? []);
  return Promise.all(near.map(async (id) => (await runScenarioById(id)).telling));
}

/** Makes an exercise of its address by running what it is about; `null` where there is none such. */
export async function makeExercise(id: string): Promise<Exercise | null> {
  const point = parseExerciseId(id);
  if (!point || !SCENARIOS_BY_GROUP.some(([, all]) => all.some((s) => s.id === point.scenarioId)))
    return null;
  const { telling } = await runScenarioById(point.scenarioId);
  if (point.step > telling.run.lastStep) return null;
  const siblings = await runSiblings(point.scenarioId);
  return toExercise(telling, point.subject, point.step, siblings);
}
