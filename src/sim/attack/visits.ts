import type { ActionOf, Visit } from '../action.ts';
import { ATTACKER, CLIENT, SERVER } from '../actors.ts';
import { sendByHand, sendRequest } from '../client/client.ts';
import { toForeignOrigin } from '../client/foreignSite.ts';
import { fetchFromPage, finishUnsent, toFetchingPage } from '../client/pageFetch.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { withClient } from '../lanes/start.ts';
import type { IdleReason } from '../outcome.ts';
import { done, idle } from '../outcome.ts';
import { getClient, getServer } from '../state.ts';
import { RIDE_PHASES } from '../stepKind.ts';
import type { Arsenal, Made } from './arsenal.ts';

/** Finishes all phases of a visit that is not made. */
async function skip(
  { checkCopy }: Arsenal,
  recorder: Recorder,
  visit: Visit,
  reason: IdleReason,
): Promise<void> {
  const copy = await checkCopy(recorder.settings, recorder.state);
  for (const phase of ['send', 'verify', 'respond'] as const) {
    recorder.finish(`${visit}.${phase}`, { ...idle(reason), copy });
  }
}

interface ByHand {
  readonly from: string;
  readonly to?: string | undefined;
  readonly target?: string | undefined;
}

async function visitWith(
  arsenal: Arsenal,
  recorder: Recorder,
  visit: Visit,
  made: Made,
  { from, to = SERVER, target = '/profile' }: ByHand,
): Promise<void> {
  if ('idle' in made) return skip(arsenal, recorder, visit, made.idle);
  const fields = arsenal.toFields(made.credential, recorder.settings);
  const request = sendByHand(recorder, { from, to, target }, fields);
  recorder.finish(`${visit}.send`, done());
  await arsenal.answer(recorder, request, visit);
}

/** Runs a request of the attacker's with what it has stolen. */
export async function replay(
  arsenal: Arsenal,
  recorder: Recorder,
  { server, target, what }: ActionOf<'replay'>,
): Promise<void> {
  recorder.set(withClient(recorder.state, ATTACKER, recorder.settings));
  const { stolen } = getClient(recorder.state, ATTACKER);
  const credential = arsenal.pickStolen(stolen);
  const own = credential === null ? ({ idle: 'nothingStolen' } as const) : { credential };
  const made = what ? arsenal.pickRefreshToken(stolen, recorder.settings) : own;
  await visitWith(arsenal, recorder, 'replay', made, { from: ATTACKER, to: server, target });
}

/** Runs a request with an altered copy of the client's credential; what the client holds stays as it is. */
export async function tamper(
  arsenal: Arsenal,
  recorder: Recorder,
  { part }: ActionOf<'tamper'>,
): Promise<void> {
  const held = arsenal.hold(getClient(recorder.state, CLIENT), recorder.settings);
  const made = held === null ? ({ idle: 'nothingHeld' } as const) : arsenal.tamper(held, part);
  await visitWith(arsenal, recorder, 'tamper', made, { from: CLIENT });
}

/** Runs a request of the attacker's with a credential that no server made. */
export async function forge(
  arsenal: Arsenal,
  recorder: Recorder,
  { how }: ActionOf<'forge'>,
): Promise<void> {
  recorder.set(withClient(recorder.state, ATTACKER, recorder.settings));
  const made = await arsenal.forge(recorder, how);
  await visitWith(arsenal, recorder, 'forge', made, { from: ATTACKER });
}

/** Runs a request that a foreign page makes the client's browser send; no token of the page's code goes along. */
export async function crossSite(
  { answer }: Arsenal,
  recorder: Recorder,
  { vehicle, from = 'evil' }: ActionOf<'crossSite'>,
): Promise<void> {
  const { origin } = getServer(recorder.state, SERVER);
  const page = {
    initiator: toForeignOrigin(origin, from),
    vehicle: vehicle === 'fetch' ? 'subresource' : 'navigation',
  } as const;
  const target = vehicle === 'link' ? '/profile' : '/transfer';
  const send = { from: CLIENT, to: SERVER, target, withToken: false, page };
  const request = sendRequest(recorder, send);
  recorder.finish('crossSite.send', done());
  await answer(recorder, request, 'crossSite', page);
}

/** Runs a transfer that a foreign script starts inside the client's own page. */
export async function ride(
  { answer, checkCopy, page: side }: Arsenal,
  recorder: Recorder,
): Promise<void> {
  const send = { from: CLIENT, to: SERVER, target: '/transfer' };
  const { request, blocked } = await fetchFromPage(recorder, side, send);
  if (blocked) return finishUnsent(recorder, RIDE_PHASES, blocked, checkCopy);
  recorder.finish('ride.send', done());
  const page = toFetchingPage(side, recorder.settings);
  await answer(recorder, request, 'ride', page);
}
