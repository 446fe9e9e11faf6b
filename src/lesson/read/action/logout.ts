import type { FailureCode } from '../../../sim/outcome.ts';
import { clearsCookie, readCarried } from '../carried.ts';
import { keepsAnother, keepsTokenCookie, missesClearing } from '../held/clearing.ts';
import { findCookie } from '../held/held.ts';
import { holdsPlantedToken } from '../held/planted.ts';
import { readTokenState } from '../kept.ts';
import type { Moment, Step } from '../moment.ts';
import { findRequest, findResponse, findStoreCall } from '../traffic.ts';

/** What became of the session that a logout's cookie opened; `none`: it opened none. */
export type EndedSession = 'destroyed' | 'kept' | 'none';

/** Reads what became of the session that a logout is about, also after the answer. */
export function readEndedSession({ lane, earlier }: Moment): EndedSession {
  const lanes = [...earlier, lane];
  const given = lanes.flatMap((one) => findStoreCall(one, 'get') ?? []).at(0);
  if (!given || given.body === null) return 'none';
  return lanes.some((one) => findStoreCall(one, 'destroy')) ? 'destroyed' : 'kept';
}

/** What a logout came to for a session in a store. */
export type SessionLogout =
  /** The store gave an error, so nothing was done. */
  | { readonly type: 'failed' }
  /** No cookie was sent, and there is none. */
  | { readonly type: 'nothingHeld'; readonly clears: boolean }
  | {
      readonly type: 'answered';
      readonly ended: EndedSession;
      /** The session ID of the record that was destroyed. */
      readonly destroyed: string | null;
      /** The browser's cookie: it stays though the answer would delete it, the answer deleted it, it is there, or it is not. */
      readonly cookie: 'missed' | 'expired' | 'kept' | 'absent';
    };

function readLeftCookie(moment: Moment, isHeld: boolean) {
  if (missesClearing(moment)) return 'missed';
  if (isHeld) return 'kept';
  return clearsCookie(findResponse(moment.lane)) ? 'expired' : 'absent';
}

/** Reads what a logout came to for a session in a store. */
export function readSessionLogout(moment: Moment): SessionLogout {
  const { lane, browser } = moment;
  if (lane.outcome.failure === 'storeFailed') return { type: 'failed' };
  const isHeld = findCookie(lane.state, browser) !== undefined;
  if (readCarried(findRequest(lane), 'session') === null && !isHeld)
    return { type: 'nothingHeld', clears: clearsCookie(findResponse(lane)) };
  return {
    type: 'answered',
    ended: readEndedSession(moment),
    destroyed: findStoreCall(lane, 'destroy')?.target ?? null,
    cookie: readLeftCookie(moment, isHeld),
  };
}

/** What a token's server did when it was told of a logout. */
export type TokenServersPart =
  /** It put the jti on its deny-list, or forgot the refresh tokens. */
  | 'denied'
  | 'refreshForgotten'
  /** Its answer deletes the token's cookie, or one that is not there. */
  | 'clears'
  | 'clearsNone';

/** What a logout came to for a token. */
export type TokenLogout =
  /** Nobody was told: the client had nothing to drop, or dropped it. */
  | { readonly type: 'nothingHeld' }
  | { readonly type: 'untold'; readonly requests: number }
  | { readonly type: 'refused'; readonly failure: FailureCode; readonly stays: StayingToken | null }
  | {
      readonly type: 'told';
      readonly part: TokenServersPart;
      readonly stays: StayingToken | null;
    };

/** The token that the browser still has in a cookie, though the answer would delete it or has deleted another. */
export interface StayingToken {
  readonly which: 'same' | 'another';
  /** `denied`: it opens nothing any more; `planted`: it opens nothing; `good`: it does. */
  readonly worth: 'denied' | 'planted' | 'good';
}

function readStaying(moment: Moment): StayingToken | null {
  const isSame = missesClearing(moment);
  if (!isSame && !keepsAnother(moment)) return null;
  const { denied } = readTokenState(moment);
  const worth = denied !== null ? 'denied' : holdsPlantedToken(moment) ? 'planted' : 'good';
  return { which: isSame ? 'same' : 'another', worth };
}

function readPart(moment: Moment): TokenServersPart {
  const { denied, refresh } = readTokenState(moment);
  if (denied !== null) return 'denied';
  if (refresh !== null) return 'refreshForgotten';
  return readCarried(findRequest(moment.lane), 'token') === null ? 'clearsNone' : 'clears';
}

/** Reads what a logout came to for a token. */
export function readTokenLogout(moment: Moment): TokenLogout {
  const { lane } = moment;
  const { failure, idle } = lane.outcome;
  if (findResponse(lane) || missesClearing(moment)) {
    const stays = readStaying(moment);
    return failure === null
      ? { type: 'told', part: readPart(moment), stays }
      : { type: 'refused', failure, stays };
  }
  return idle === 'nothingHeld'
    ? { type: 'nothingHeld' }
    : { type: 'untold', requests: lane.messages.length };
}

/** Tells whether a browser has a cookie after a logout that was to delete it. */
export const keepsCookie = ({ session, token }: Step): boolean =>
  missesClearing(session) || keepsTokenCookie(token);

/** Tells whether a session's store was down, so that nobody was logged out. */
export const isStoreAway = ({ session: { lane } }: Step): boolean =>
  lane.outcome.failure !== null || lane.outcome.idle === 'storeIsDown';

/** What a token's server has to clean up once a logout is answered: it did so, or never kept anything. */
export type TokenCleanup =
  | { readonly type: 'done'; readonly denied: number | null; readonly refresh: number | null }
  | { readonly type: 'nothing' };

/** Reads what a token's server has to clean up once a logout is answered. */
export const readTokenCleanup = (moment: Moment): TokenCleanup =>
  moment.lane.outcome.idle === 'cleanedAtLogout'
    ? { type: 'done', ...readTokenState(moment) }
    : { type: 'nothing' };
