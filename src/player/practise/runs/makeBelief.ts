import type { BeliefId } from '../../../lesson/exercises/beliefs.ts';
import { BELIEFS } from '../../../lesson/exercises/beliefs.ts';
import type { ClaimTelling } from '../../../lesson/telling.ts';
import { runScenarioById } from '../../runs/makeRun.ts';
import type { MadeCard } from './makeCard.ts';
import { makeCard } from './makeCard.ts';

/** A misconception and what the engine has to say to it. */
export interface MadeBelief extends MadeCard {
  /** The payload as anybody reads it, where that is the point. */
  readonly payload: readonly ClaimTelling[] | null;
}

/** Runs what shows whether a belief is so. */
export async function makeBelief(id: BeliefId): Promise<MadeBelief> {
  const { exercise: exerciseId, shownBy } = BELIEFS[id];
  const card = await makeCard(exerciseId);
  if (!card) throw new RangeError(`no exercise ${exerciseId}`);
  const { exercise } = card;
  if (shownBy === 'choice') return { ...card, payload: null };
  const { telling } = await runScenarioById(exercise.scenarioId);
  const { token } = telling.at(exercise.place.step).values;
  return { ...card, payload: token?.payload ?? null };
}
