import type { ActionOf, StepKind } from '../action.ts';
import { ATTACKER, CLIENT } from '../actors.ts';
import { finishWithCopy } from '../lanes/lane.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { withClient } from '../lanes/start.ts';
import type { IdleReason } from '../outcome.ts';
import { done, idle } from '../outcome.ts';
import { addStolen, getClient } from '../state.ts';
import type { Arsenal } from './arsenal.ts';
import { ride } from './visits.ts';

async function takeStolen(
  { checkCopy }: Arsenal,
  recorder: Recorder,
  kind: StepKind,
  taken: readonly string[],
  otherwise: IdleReason,
): Promise<void> {
  const state = withClient(recorder.state, ATTACKER, recorder.settings);
  recorder.set(addStolen(state, taken));
  const outcome = taken.length > 0 ? done() : idle(otherwise);
  await finishWithCopy(recorder, kind, outcome, checkCopy);
}

/** Runs a theft: the attacker gets a copy of all that one of the user's browsers holds, which notices nothing. */
export async function steal(
  arsenal: Arsenal,
  recorder: Recorder,
  { client = CLIENT }: ActionOf<'steal'>,
): Promise<void> {
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const taken = arsenal.copyAll(getClient(recorder.state, client), recorder.settings);
  await takeStolen(arsenal, recorder, 'steal.copy', taken, 'nothingHeld');
}

/** Runs a foreign script in the client's page: it sends what it can read to the attacker, or a request from within. */
export async function injectScript(
  arsenal: Arsenal,
  recorder: Recorder,
  { mode }: ActionOf<'injectScript'>,
): Promise<void> {
  if (mode === 'ride') return ride(arsenal, recorder);
  const client = getClient(recorder.state, CLIENT);
  const taken = arsenal.readByScript(client, recorder.settings);
  const held = arsenal.hold(client, recorder.settings) !== null;
  const otherwise = held ? 'scriptCannotRead' : 'nothingHeld';
  await takeStolen(arsenal, recorder, 'inject.read', taken, otherwise);
}
