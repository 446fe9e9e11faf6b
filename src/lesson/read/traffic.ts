import { DENY_LIST, USERS_DATABASE } from '../../sim/actors.ts';
import { isPreflight } from '../../sim/http/cors.ts';
import type { Message } from '../../sim/message.ts';
import type { LaneFrame } from '../../sim/trace.ts';
import { isFirstBrowser } from '../told/actorIds.ts';
import { actsFromOutside } from './actor.ts';
import type { Moment } from './moment.ts';

export { isPreflight };

/** Returns the request of a step, or `undefined`; a preflight is none of the page's. */
export const findRequest = ({ messages }: LaneFrame): Message | undefined =>
  messages.find((message) => message.kind === 'request' && !isPreflight(message));

/** Returns the response of a step, or `undefined`; not that to a preflight. */
export const findResponse = ({ messages }: LaneFrame): Message | undefined =>
  messages.find((message) => message.kind === 'response' && !isPreflight(message));

/** Returns the preflight of a step, by which the browser asks whether the page may send its request; or `undefined`. */
export const findPreflight = ({ messages }: LaneFrame): Message | undefined =>
  messages.find((message) => message.kind === 'request' && isPreflight(message));

/** Returns the calls to a store in a step. */
export const listStoreCalls = ({ messages }: LaneFrame): readonly Message[] =>
  messages.filter(({ kind }) => kind === 'store');

/** Returns the first call of a verb to a store in a step, or `undefined`. */
export const findStoreCall = (
  lane: LaneFrame,
  verb: 'get' | 'set' | 'touch' | 'destroy',
): Message | undefined => listStoreCalls(lane).find(({ method }) => method === verb);

const findLookUp = (lane: LaneFrame, where: string): Message | undefined =>
  listStoreCalls(lane).find(({ to, method }) => to === where && method === 'get');

/** Returns the question to a deny-list in a step, or `undefined`. */
export const findDenyListCall = (lane: LaneFrame) => findLookUp(lane, DENY_LIST);

/** Tells whether a call to a store looks up a user, and since when that user's tokens hold. */
export const isUserCall = ({ to }: Message): boolean => to === USERS_DATABASE;

/** Returns the look-up of a token's user in a step, or `undefined`. */
export const findUserCall = (lane: LaneFrame) => findLookUp(lane, USERS_DATABASE);

/** What is on the wire in a step, whoever's it is. */
export interface Traffic {
  readonly request: Message | null;
  readonly response: Message | null;
  /** The request that a server has received and not answered yet. */
  readonly waiting: Message | null;
  /** The credential that was made for its answer; `null` until then. */
  readonly issued: string | null;
  /** It does not begin and end at the user's first browser, but at the attacker's or a further one. */
  readonly fromBelow: boolean;
}

/** Reads what is on the wire in a step. */
export function readTraffic({ lane, actor }: Moment): Traffic {
  // Where the browser only asked, and may not go on, that is all there is on the wire.
  const isOnlyAsked = lane.outcome.blocked?.at === 'preflight';
  const [first, last] = isOnlyAsked ? [lane.messages[0], lane.messages.at(-1)] : [];
  const request = findRequest(lane) ?? first ?? null;
  const response = findResponse(lane) ?? last ?? null;
  const servers = Object.values(lane.state.servers);
  const handling = servers.find((server) => server.handling)?.handling ?? null;
  const waiting = handling?.request ?? null;
  const isThere = request !== null || response !== null || waiting !== null;
  const isOthers =
    actsFromOutside(actor) || (actor.who === 'user' && !isFirstBrowser(actor.client));
  const issued = handling?.issued ?? null;
  return { request, response, waiting, issued, fromBelow: isThere && isOthers };
}

/** Returns the response to a step's Action: of the step itself, or of one before it. */
export function findAnswer({ lane, earlier }: Moment): Message | undefined {
  return findResponse(lane) ?? earlier.map(findResponse).findLast((found) => found !== undefined);
}

/** Returns the request of a step's Action: of the step itself, or of one before it. */
export function findAsked({ lane, earlier }: Moment): Message | undefined {
  return findRequest(lane) ?? earlier.map(findRequest).findLast((found) => found !== undefined);
}
