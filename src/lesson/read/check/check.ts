import type { FailureCode } from '../../../sim/outcome.ts';
import { isStoreFailure } from '../../../sim/outcome.ts';
import { peekRecord } from '../../../sim/session/store.ts';
import type { State } from '../../../sim/state.ts';
import { readCarried } from '../carried.ts';
import { readClock, readClockOffset } from '../clock.ts';
import { decodeToken } from '../decodeToken.ts';
import { listRecords } from '../kept.ts';
import type { Moment } from '../moment.ts';
import type { ServerEnd } from '../server/serverEnd.ts';
import { readServerEnd } from '../server/serverEnd.ts';
import { findAsked, findDenyListCall, findStoreCall, findUserCall } from '../traffic.ts';

/** What the store gave for a session ID: a record, whose it is, or nothing. */
export type Given =
  | { readonly type: 'nothing' }
  | { readonly type: 'nobodys' }
  | { readonly type: 'users'; readonly userId: string };

/** Reads what the store gave for a session ID in a step; `null` where it was not asked. */
export function readGiven({ lane, before, server }: Moment): Given | null {
  const call = findStoreCall(lane, 'get');
  if (!call) return null;
  if (call.body === null) return { type: 'nothing' };
  const { store } = lane.state.servers[server] ?? {};
  // The server may have destroyed it since.
  const peek = (state: State) => (store ? peekRecord(state, store, call.target) : null);
  const userId = (peek(lane.state) ?? (before && peek(before.state)))?.userId;
  return userId === undefined ? { type: 'nobodys' } : { type: 'users', userId };
}

/** How the session's server came to its decision. */
export type CookieCheck =
  /** Node.js answered before anybody looked. */
  | { readonly type: 'unread'; readonly failure: FailureCode }
  /** The cookie gave no session ID to ask the store for, or the store is down. */
  | { readonly type: 'notAsked'; readonly failure: FailureCode }
  | {
      readonly type: 'refused';
      readonly sid: string;
      readonly failure: FailureCode;
      readonly given: Given;
    }
  | {
      readonly type: 'found';
      readonly sid: string;
      readonly userId: string;
      readonly end: ServerEnd;
      /** The role that its record holds; `null`: it holds none. */
      readonly role: string | null;
    };

/** Reads how the session's server came to its decision; `null` where it decided nothing. */
export function readCookieCheck(moment: Moment): CookieCheck | null {
  const { lane, server } = moment;
  const { failure, proof } = lane.outcome;
  if (failure === 'headersTooLarge') return { type: 'unread', failure };
  const sid = findStoreCall(lane, 'get')?.target;
  const given = readGiven(moment);
  if (failure)
    return sid && given ? { type: 'refused', sid, failure, given } : { type: 'notAsked', failure };
  if (!proof || sid === undefined) return null;
  const end = readServerEnd(lane.state, proof.expiresAt, server);
  const role = listRecords(lane.state).find(([id]) => id === sid)?.[1].role ?? null;
  return { type: 'found', sid, userId: proof.userId, end, role };
}

/** How the token's server came to its decision. */
export type TokenCheck = (
  | { readonly type: 'unread'; readonly failure: FailureCode }
  | { readonly type: 'refused'; readonly failure: FailureCode }
  | { readonly type: 'believed'; readonly claim: TokenClaim }
) & {
  /** The token ID that its deny-list was asked for; `null`: none was asked. */
  readonly asked: string | null;
  /** What its iat was compared with; `null`: with nothing. */
  readonly compared: ComparedIat | null;
  /** The time by the clock that decides, NumericDate seconds. */
  readonly now: number;
  /** That clock is off the true time. */
  readonly isOff: boolean;
};

/** The second of a token's making, and the one since which the user's tokens hold; NumericDate seconds. */
export interface ComparedIat {
  readonly issuedAt: number | null;
  /** `null`: nothing has ended any. */
  readonly since: number | null;
}

function readComparedIat(moment: Moment): ComparedIat | null {
  const call = findUserCall(moment.lane);
  if (!call) return null;
  const { proof } = moment.lane.outcome;
  const token = proof?.credential ?? readCarried(findAsked(moment), 'token')?.value ?? '';
  const iat = decodeToken(token).payload?.iat;
  return {
    issuedAt: typeof iat === 'number' ? iat : null,
    since: call.body === null ? null : Number(call.body),
  };
}

/** What the server took a token's word for. */
export interface TokenClaim {
  readonly userId: string;
  readonly algorithm: string;
  /** NumericDate seconds; `null`: it names no end. */
  readonly expiresAt: number | null;
  /** Its exp has passed by the server's clock: only the leeway let it in. */
  readonly isLate: boolean;
}

/** Reads how the token's server came to its decision; `null` where it decided nothing. */
export function readTokenCheck(moment: Moment): TokenCheck | null {
  const { lane, server } = moment;
  const { failure, proof } = lane.outcome;
  const now = readClock(lane.state, server);
  const isOff = readClockOffset(lane.state, server) !== 0;
  const asked = findDenyListCall(lane)?.target ?? null;
  const rest = { asked, compared: readComparedIat(moment), now, isOff };
  if (failure === 'headersTooLarge') return { type: 'unread', failure, ...rest };
  if (failure) return { type: 'refused', failure, ...rest };
  if (!proof) return null;
  const { userId, credential, expiresAt } = proof;
  const algorithm = String(decodeToken(credential).header?.alg);
  const isLate = expiresAt !== null && expiresAt <= now;
  return { type: 'believed', claim: { userId, algorithm, expiresAt, isLate }, ...rest };
}

/** Tells whether a token was let in that only the server's leeway let in. */
export function isWithinLeeway(moment: Moment): boolean {
  if (moment.strategy !== 'token') return false;
  const check = readTokenCheck(moment);
  return check?.type === 'believed' && check.claim.isLate;
}

/** Tells whether the server knows who asks and says no all the same. */
export const isForbidden = ({ lane: { outcome } }: Moment): boolean => outcome.status === 403;

/** Tells whether a server could not decide, since what it asks is down. */
export const isFailed = ({ lane: { outcome } }: Moment): boolean => isStoreFailure(outcome.failure);

/** Tells whether a server decided in favour of a request. */
export const isAllowed = ({ lane: { outcome } }: Moment): boolean => outcome.allowed === true;

/** Tells whether a lane refused, or had nothing to do. */
export const isHeldUp = ({ lane: { outcome } }: Moment): boolean =>
  outcome.type === 'denied' || outcome.idle !== null;
