import type { ActionOf } from '../action.ts';
import { ATTACKER, CLIENT, SERVER } from '../actors.ts';
import { readCookie, receiveCookies, sendByHand, sendResponse } from '../client/client.ts';
import { finishWithCopy } from '../lanes/lane.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { withClient } from '../lanes/start.ts';
import { done, idle } from '../outcome.ts';
import { getClient, getServer, patchClient } from '../state.ts';
import { answer } from './answers.ts';
import { commitSession, openSession } from './middleware.ts';
import { plantCookie } from './planting.ts';
import { checkCopy } from './proof.ts';
import { toCookieName } from './setCookie.ts';

/** A session ID of the right form that no server ever gave out, with a signature of the right form. */
const INVENTED = `s%3A${'A'.repeat(32)}.${'A'.repeat(43)}`;

/** Whoever has no cookie yet needs no browser. */
const VISIT = { from: ATTACKER, to: SERVER, target: '/profile' } as const;

/** Lets the attacker ask for a page without logging in, and returns the value of the cookie that it is given. */
async function obtain(recorder: Recorder): Promise<string | null> {
  // A fresh visitor: a cookie from an earlier login would bring that session.
  recorder.set(patchClient(recorder.state, ATTACKER, { jar: [] }));
  const request = sendByHand(recorder, VISIT);
  const session = await openSession(recorder, request);
  const due = commitSession(recorder, session);
  const json = { error: 'unauthenticated' };
  const response = await answer(recorder, request, { status: 401, json, due });
  sendResponse(recorder, response);
  receiveCookies(recorder, response);
  return readCookie(getClient(recorder.state, ATTACKER), toCookieName(recorder.settings));
}

/**
 * Runs the first half of a session fixation: the attacker's own anonymous cookie, or an invented
 * one, is set in the client's browser, which may refuse it or keep it beside another. The attacker
 * keeps a copy.
 */
export async function plant(
  recorder: Recorder,
  { invented, by: way = 'script' }: ActionOf<'plant'>,
): Promise<void> {
  recorder.set(withClient(recorder.state, ATTACKER, recorder.settings));
  const value = invented ? INVENTED : await obtain(recorder);
  if (value === null)
    return finishWithCopy(recorder, 'plant.place', idle('noCookieToPlant'), checkCopy);
  const { stolen: before } = getClient(recorder.state, ATTACKER);
  const stolen = [...before.filter((item) => item !== value), value];
  recorder.set(patchClient(recorder.state, ATTACKER, { stolen }));
  const { jar } = getClient(recorder.state, CLIENT);
  const { origin } = getServer(recorder.state, SERVER);
  const name = toCookieName(recorder.settings);
  const after = plantCookie(jar, { name, value, way, origin, now: recorder.state.clock });
  const isRefused = typeof after === 'string';
  if (!isRefused) recorder.set(patchClient(recorder.state, CLIENT, { jar: after }));
  const outcome = isRefused ? idle(after) : done();
  await finishWithCopy(recorder, 'plant.place', outcome, checkCopy);
}
