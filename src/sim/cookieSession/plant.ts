import type { ActionOf } from '../action.ts';
import { ATTACKER, CLIENT, SERVER } from '../actors.ts';
import { sendByHand, sendResponse } from '../client/client.ts';
import { finishWithCopy } from '../lanes/lane.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { withClient } from '../lanes/start.ts';
import { done, idle } from '../outcome.ts';
import { plantCookie } from '../session/planting.ts';
import { getClient, getServer, patchClient } from '../state.ts';
import { answer } from './answers.ts';
import { openSession } from './open.ts';
import { DATA_COOKIE, SIGNATURE_COOKIE, splitPair, toPair } from './pair.ts';
import { checkCopy } from './proof.ts';

/** Data and a signature of the right form that no server ever made. */
const INVENTED = toPair('A'.repeat(32), 'A'.repeat(27));

/** Whoever has no cookie yet needs no browser. */
const VISIT = { from: ATTACKER, to: SERVER, target: '/profile' } as const;

/** Lets the attacker ask for a page without logging in: an empty session is not worth a cookie, so it is given none. */
async function askInVain(recorder: Recorder): Promise<void> {
  recorder.set(patchClient(recorder.state, ATTACKER, { jar: [] }));
  const request = sendByHand(recorder, VISIT);
  const { early } = await openSession(recorder, request);
  const json = { error: 'unauthenticated' };
  sendResponse(recorder, await answer(recorder, request, { status: 401, json, early }));
}

/** Runs the first half of a session fixation, for which there is nothing but what the attacker invents. */
export async function plant(
  recorder: Recorder,
  { invented, by: way = 'script' }: ActionOf<'plant'>,
): Promise<void> {
  recorder.set(withClient(recorder.state, ATTACKER, recorder.settings));
  if (!invented) {
    await askInVain(recorder);
    return finishWithCopy(recorder, 'plant.place', idle('noCookieToPlant'), checkCopy);
  }
  const { stolen: before } = getClient(recorder.state, ATTACKER);
  const stolen = [...before.filter((item) => item !== INVENTED), INVENTED];
  recorder.set(patchClient(recorder.state, ATTACKER, { stolen }));
  const { jar } = getClient(recorder.state, CLIENT);
  const { origin } = getServer(recorder.state, SERVER);
  const { data, signature } = splitPair(INVENTED);
  const now = recorder.state.clock;
  const withData = plantCookie(jar, { way, origin, now, name: DATA_COOKIE, value: data });
  const left = typeof withData === 'string' ? jar : withData;
  const planted = { way, origin, now, name: SIGNATURE_COOKIE, value: signature };
  const after = plantCookie(left, planted);
  const isSigned = typeof after !== 'string';
  recorder.set(patchClient(recorder.state, CLIENT, { jar: isSigned ? after : left }));
  const isRefused = !isSigned && typeof withData === 'string';
  const outcome = isRefused ? idle(after) : done();
  await finishWithCopy(recorder, 'plant.place', outcome, checkCopy);
}
