import type { BeliefId } from '../../../lesson/exercises/beliefs.ts';
import { BELIEFS } from '../../../lesson/exercises/beliefs.ts';
import type { ClaimTelling } from '../../../lesson/telling.ts';
import { LOGIN_TO_LOGOUT } from '../../../sim/scenarios.ts';
import { runScenario } from '../../../sim/trace.ts';
import { runScenarioById, tellRun } from '../../runs/makeRun.ts';
import type { MadeCard } from './makeCard.ts';
import { makeCard } from './makeCard.ts';

/** A token of the walk, by the secret that signs it. */
export interface SignedBy {
  /** Characters of the secret. */
  readonly length: number;
  /** The claim as the page tells it. */
  readonly exp: string;
}

/** What is said of both, and what the engine has to say to it. */
export interface MadeBelief extends MadeCard {
  /** The payload as anybody reads it, where that is the point. */
  readonly payload: readonly ClaimTelling[] | null;
  /** The walk's token under its own secret and under a longer one, where that is the point. */
  readonly secrets: readonly SignedBy[] | null;
}

/** How many times as long the other secret is. */
const LONGER = 4;

async function signBy(secret: string): Promise<SignedBy> {
  const { settings } = LOGIN_TO_LOGOUT;
  const trace = await runScenario({
    ...LOGIN_TO_LOGOUT,
    settings: { ...settings, token: { ...settings.token, secret } },
    actions: [{ type: 'login', fold: true }],
  });
  const { payload } = tellRun(trace).telling.at(1).values.token ?? {};
  return { length: secret.length, exp: payload?.find(({ name }) => name === 'exp')?.value ?? '' };
}

function signByBoth(): Promise<readonly SignedBy[]> {
  const { secret } = LOGIN_TO_LOGOUT.settings.token;
  return Promise.all([secret, secret.repeat(LONGER)].map(signBy));
}

/** Runs what shows whether a belief is so. */
export async function makeBelief(id: BeliefId): Promise<MadeBelief> {
  const { exercise: exerciseId, shownBy } = BELIEFS[id];
  const card = await makeCard(exerciseId);
  if (!card) throw new RangeError(`no exercise ${exerciseId}`);
  const { exercise } = card;
  const secrets = shownBy === 'longerSecret' ? await signByBoth() : null;
  if (shownBy !== 'payload') return { ...card, payload: null, secrets };
  const { telling } = await runScenarioById(exercise.scenarioId);
  const { token } = telling.at(exercise.place.step).values;
  return { ...card, payload: token?.payload ?? null, secrets };
}
