import type { BeliefId } from '../../../lesson/exercises/beliefs.ts';
import { BELIEFS } from '../../../lesson/exercises/beliefs.ts';
import type { Exercise } from '../../../lesson/exercises/exercise.ts';
import type { ClaimTelling } from '../../../lesson/telling.ts';
import { runScenarioById } from '../../runs/makeRun.ts';
import { makeExercise } from './makeExercise.ts';

/** A misconception and what the engine has to say to it. */
export interface MadeBelief {
  readonly exercise: Exercise;
  /** The payload as anybody reads it, where that is the point. */
  readonly payload: readonly ClaimTelling[] | null;
}

/** Runs what shows whether a belief is so. */
export async function makeBelief(id: BeliefId): Promise<MadeBelief> {
  const { exercise: exerciseId, shownBy } = BELIEFS[id];
  const exercise = await makeExercise(exerciseId);
  if (!exercise) throw new RangeError(`no exercise ${exerciseId}`);
  if (shownBy === 'choice') return { exercise, payload: null };
  const { telling } = await runScenarioById(exercise.scenarioId);
  const { token } = telling.at(exercise.place.step).values;
  return { exercise, payload: token?.payload ?? null };
}
