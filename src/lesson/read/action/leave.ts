import type { ActionOf } from '../../../sim/action.ts';
import { REFRESH_KEY } from '../../../sim/client/client.ts';
import type { TokenPlace } from '../held/held.ts';
import { findCookie, findToken } from '../held/held.ts';
import { listRecords } from '../kept.ts';
import type { Moment } from '../moment.ts';

/** How a page was left. */
export type Leaving = ActionOf<'leave'>['how'];

/** Reads how a page was left. */
export const readLeaving = ({ action }: Moment): Leaving =>
  action?.type === 'leave' ? action.how : 'reload';

/** What became of a cookie: it is there still, or had no date and went with the browser. */
export type LeftCookie =
  | { readonly type: 'gone'; readonly records: number }
  /** `expiresAt`: NumericDate seconds; `null`: it ends with the browser. */
  | { readonly type: 'kept'; readonly expiresAt: number | null };

/** Reads what became of the session's cookie. */
export function readLeftCookie({ lane: { state }, browser }: Moment): LeftCookie {
  const cookie = findCookie(state, browser);
  return cookie
    ? { type: 'kept', expiresAt: cookie.expires }
    : { type: 'gone', records: listRecords(state).length };
}

/** What became of a token. */
export interface LeftToken {
  /** Where it is still; `null`: it was in a variable, and is gone. */
  readonly place: TokenPlace | null;
  /** A refresh token was in a variable, and is gone. */
  readonly lostRefresh: boolean;
}

/** Reads what became of the token. */
export function readLeftToken({ lane: { state }, before, browser }: Moment): LeftToken {
  const memory = before?.state.clients[browser]?.storage.memory ?? {};
  return {
    place: findToken(state, browser)?.place ?? null,
    lostRefresh: memory[REFRESH_KEY] !== undefined,
  };
}

/** Tells whether a lane's client still holds its credential. */
export const keepsCredential = (moment: Moment): boolean =>
  moment.strategy === 'session'
    ? readLeftCookie(moment).type === 'kept'
    : readLeftToken(moment).place !== null;
