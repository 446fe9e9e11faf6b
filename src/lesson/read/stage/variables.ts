import type { Strategy } from '../../../sim/strategy.ts';
import type { LaneFrame, Trace } from '../../../sim/trace.ts';
import { isFirstBrowser } from '../../told/actorIds.ts';
import { losesCookie } from '../action/login.ts';
import { type CarriedCredential, readCarried } from '../carried.ts';
import type { TokenPlace } from '../held/held.ts';
import {
  findCookie,
  findToken,
  findTokenCookie,
  listCredentialCookies,
  listStolen,
} from '../held/held.ts';
import { readReplaced } from '../held/replaced.ts';
import type { Records } from '../kept.ts';
import { listRecords } from '../kept.ts';
import type { Moment } from '../moment.ts';
import { findRequest, findResponse, readTraffic } from '../traffic.ts';

/** What happened last to a lane's credential, as the tracker follows it: the user's first browser's. */
export type CredentialNews =
  | { readonly type: 'none' | 'deleted' }
  /** Only the attacker has it, or has made something with its copy in this step. */
  | { readonly type: 'attackersOnly' | 'copied' | 'planted' | 'copyUsed' }
  /** An anonymous session's cookie is in the place of the user's. */
  | { readonly type: 'replaced' }
  /** `refused`: the browser did not take the cookie. */
  | { readonly type: 'given'; readonly part: 'Set-Cookie' | 'body'; readonly refused: boolean }
  | { readonly type: 'sent'; readonly part: 'Cookie' | 'Authorization' }
  | { readonly type: 'kept'; readonly place: TokenPlace }
  /** A token that is made and not handed out yet. */
  | { readonly type: 'made'; readonly token: string };

function findKept(
  strategy: Strategy,
  state: Moment['lane']['state'],
): { readonly place: TokenPlace } | null {
  if (strategy === 'token') return findToken(state);
  return findCookie(state) ? { place: 'cookie' } : null;
}

/** What the attacker did with a copy in the step; `null` for nothing. */
function readCopyNews(moment: Moment): CredentialNews | null {
  const { actor, kind, lane } = moment;
  if (lane.outcome.idle !== null) return null;
  if (kind === 'steal.copy' || kind === 'inject.read') return { type: 'copied' };
  if (kind === 'plant.place') return { type: 'planted' };
  const isReplay = actor.who === 'attacker' && actor.means === 'copy';
  return isReplay && readTraffic(moment).fromBelow ? { type: 'copyUsed' } : null;
}

/** Tells whether an answer sets a cookie that is not in the jar afterwards; to that of a login the browser has a step of its own. */
const isUntaken = ({ kind, lane, strategy, browser }: Moment, given: CarriedCredential): boolean =>
  given.part === 'Set-Cookie' &&
  kind !== 'login.respond' &&
  !listCredentialCookies(strategy, lane.state, browser).some(({ value }) => value === given.value);

/** What the browser's own credential did in the step. */
function readOwnNews(moment: Moment): CredentialNews {
  const { lane, before, strategy } = moment;
  const { fromBelow } = readTraffic(moment);
  const kept = findKept(strategy, lane.state);
  if (before && findKept(strategy, before.state) && !kept) return { type: 'deleted' };
  if (isFirstBrowser(moment.browser) && readReplaced(moment)?.losesUser)
    return { type: 'replaced' };
  const given = fromBelow ? null : readCarried(findResponse(lane), strategy);
  if (given && (given.part === 'Set-Cookie' || given.part === 'body'))
    return {
      type: 'given',
      part: given.part,
      refused: losesCookie(moment) || isUntaken(moment, given),
    };
  const sent = fromBelow ? null : readCarried(findRequest(lane), strategy);
  if (sent && (sent.part === 'Cookie' || sent.part === 'Authorization'))
    return { type: 'sent', part: sent.part };
  if (kept) return { type: 'kept', place: kept.place };
  const issued = lane.state.servers.server?.handling?.issued ?? null;
  return strategy === 'token' && issued !== null
    ? { type: 'made', token: issued }
    : { type: 'none' };
}

/** Reads what happened last to a lane's credential, else where it rests. */
export function readCredentialNews(moment: Moment): CredentialNews {
  const copy = readCopyNews(moment);
  if (copy) return copy;
  const own = readOwnNews(moment);
  const stolen = listStolen(moment.lane.state).length > 0;
  return own.type === 'none' && stolen ? { type: 'attackersOnly' } : own;
}

/** Tells whether a lane's credential is a cookie now, was one a step ago, or is made one in this step. */
export function isInCookie({ lane, before, strategy }: Moment): boolean {
  if (strategy === 'session') return true;
  return (
    findTokenCookie(lane.state) !== undefined ||
    (before !== null && findTokenCookie(before.state) !== undefined) ||
    readCarried(findResponse(lane), 'token')?.part === 'Set-Cookie'
  );
}

/** Tells whether two servers have a store each. */
export function hasOwnStores({ lane }: Pick<Moment, 'lane'>): boolean {
  const { server, server2 } = lane.state.servers;
  return server2 !== undefined && server2.store !== server?.store;
}

/** Tells whether the servers of a run have a store each. */
export const hasTwoStores = ({ frames: [start] }: Trace): boolean =>
  start !== undefined && hasOwnStores({ lane: start.session });

/** Lists the records of the first server's store, which may be both servers', or of the second one's own. */
export function listRecordsAt(moment: Moment, which: 'first' | 'second'): Records {
  const { state } = moment.lane;
  const { server, server2 } = state.servers;
  const hasOwn = hasOwnStores(moment);
  if (which === 'second') return hasOwn ? listRecords(state, server2?.store ?? null) : [];
  return hasOwn ? listRecords(state, server?.store ?? null) : listRecords(state);
}

/** Who has a lane's credentials after a step, and which ones. */
interface Holding {
  /** The browsers and the attacker, each with what it keeps, as one text. */
  readonly kept: string;
  /** What was on the wire in the step, or is with a server that has not answered yet. */
  readonly passing: readonly string[];
}

function readHolding(lane: LaneFrame, strategy: Strategy): Holding {
  const { state, messages } = lane;
  const read = strategy === 'session' ? findCookie : findToken;
  const held = Object.keys(state.clients).map((id) => [id, read(state, id)?.value ?? null]);
  const handled = Object.values(state.servers).flatMap(({ handling }) =>
    handling ? [handling.issued, readCarried(handling.request, strategy)?.value] : [],
  );
  const sent = messages.map((message) => readCarried(message, strategy)?.value);
  const toList = (where: string, values: readonly (string | null | undefined)[]) =>
    values.flatMap((value) => (typeof value === 'string' ? [`${where} ${value}`] : []));
  return {
    kept: JSON.stringify([held, listStolen(state)]),
    passing: [...toList('server', handled), ...toList('wire', sent)],
  };
}

/**
 * Tells whether a lane's credential has another value, or another holder, than a step before: that
 * a message has arrived and gone is none, nor how it is worded where a credential rests.
 */
export function changesHolder({ lane, before, strategy }: Moment): boolean {
  if (!before) return false;
  const [was, is] = [readHolding(before, strategy), readHolding(lane, strategy)];
  return was.kept !== is.kept || is.passing.some((value) => !was.passing.includes(value));
}
