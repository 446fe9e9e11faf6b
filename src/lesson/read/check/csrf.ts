import { getHeader } from '../../../sim/message.ts';
import { actsFromOutside } from '../actor.ts';
import type { Moment } from '../moment.ts';
import { findAsked, findRequest, findResponse } from '../traffic.ts';

/** Why a server treats a request as forged by another page. */
export type CsrfRefusal =
  | {
      readonly type: 'field';
      readonly field: 'Origin' | 'Sec-Fetch-Site';
      /** `null`: the field is not there. */
      readonly found: string | null;
      readonly wanted: string;
    }
  /** The CSRF token in the body. */
  | { readonly type: 'token'; readonly isMissing: boolean };

/** Reads why a server treats a request as forged by another page; `null` where it does not. */
export function readCsrfRefusal(moment: Moment): CsrfRefusal | null {
  const { lane, settings } = moment;
  const { failure } = lane.outcome;
  if (failure === 'csrfTokenMissing') return { type: 'token', isMissing: true };
  if (failure === 'csrfTokenWrong') return { type: 'token', isMissing: false };
  const request = findAsked(moment);
  if (!request) return null;
  const type = 'field';
  if (failure === 'originForeign') {
    const wanted = settings.frontEnd?.origin ?? settings.origin;
    return { type, field: 'Origin', found: getHeader(request, 'Origin'), wanted };
  }
  if (failure !== 'fetchSiteForeign') return null;
  const found = getHeader(request, 'Sec-Fetch-Site');
  return { type, field: 'Sec-Fetch-Site', found, wanted: 'same-origin' };
}

const findToken = (message: ReturnType<typeof findRequest>): string | null => {
  const carried = message?.carries.find(({ what }) => what === 'csrfToken');
  return carried?.what === 'csrfToken' ? carried.value : null;
};

/** What is posted in a step where the server asks for a CSRF token. */
export type PostedToken =
  | { readonly type: 'shown'; readonly token: string }
  /** `otherSite`: a page that cannot read one; `lost`: the user's own page has none; `program`: it has read none yet. */
  | { readonly type: 'otherSite' | 'lost' | 'program' };

/** Reads with which CSRF token a step's request is posted; `null` where nobody asks for one. */
export function readPostedToken(moment: Moment): PostedToken | null {
  const { actor, lane, settings, strategy } = moment;
  const request = findRequest(lane);
  const isAsked = settings.csrf === 'token' && request?.target === '/transfer';
  const token = findToken(request);
  if (token !== null) return { type: 'shown', token };
  const isInCookie = strategy === 'session' || settings.token.keptIn === 'cookie';
  if (!isAsked || !isInCookie) return null;
  if (actor.who === 'otherSite') return { type: 'otherSite' };
  return { type: actsFromOutside(actor) ? 'program' : 'lost' };
}

/** Reads the CSRF token that a step's answer tells somebody who can read it; `null` where it tells none. */
export function readToldToken(moment: Moment): string | null {
  return moment.actor.who === 'otherSite' ? null : findToken(findResponse(moment.lane));
}

/** Tells whether a page had its CSRF token in a variable that is gone now. */
export function losesCsrfToken({ lane: { state }, before, browser }: Moment): boolean {
  const had = before?.state.clients[browser]?.storage.memory.csrfToken !== undefined;
  return had && state.clients[browser]?.storage.memory.csrfToken === undefined;
}
