import { getHeader } from '../../../sim/message.ts';
import { actsFromOutside } from '../actor.ts';
import type { Moment } from '../moment.ts';
import { isVerify, isWhole } from '../phase.ts';
import { findAsked, findRequest, findResponse } from '../traffic.ts';
import { isAllowed } from './check.ts';
import { isUnsent } from './crossOrigin.ts';

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
function readRefusal(moment: Moment): CsrfRefusal | null {
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

/** Reads why a check ended so: it is the step's own result. */
export const readCsrfVerdict = (moment: Moment): CsrfRefusal | null =>
  isVerify(moment) ? readRefusal(moment) : null;

/** Tells whether a request was refused, in the one step that it takes, for want of the field that browsers send by themselves. */
export function lacksFetchSite(moment: Moment): boolean {
  const refusal = isWhole(moment) ? readRefusal(moment) : null;
  return refusal?.type === 'field' && refusal.field === 'Sec-Fetch-Site' && refusal.found === null;
}

/** Tells whether a check was passed that also looked at a CSRF token. */
export const fitsCsrfToken = (moment: Moment): boolean =>
  isVerify(moment) && isAllowed(moment) && findToken(findAsked(moment)) !== null;

const findToken = (message: ReturnType<typeof findRequest>): string | null => {
  const carried = message?.carries.find(({ what }) => what === 'csrfToken');
  return carried?.what === 'csrfToken' ? carried.value : null;
};

/** What is posted in a step where the server asks for a CSRF token. */
export type PostedToken =
  | { readonly type: 'shown'; readonly token: string }
  | {
      /** `otherSite`: a page that cannot read one; `lost`: the user's own page has none; `program`: it has read none yet. */
      readonly type: 'otherSite' | 'lost' | 'program';
      /** The answer, in the same step, is that it is missing. */
      readonly isAnswered: boolean;
    };

/** Reads with which CSRF token a step's request is posted; `null` where nobody asks for one. */
export function readPostedToken(moment: Moment): PostedToken | null {
  const { actor, lane, settings, strategy } = moment;
  if (isVerify(moment) || isUnsent(moment)) return null;
  const request = findRequest(lane);
  const isAsked = settings.csrf === 'token' && request?.target === '/transfer';
  const token = findToken(request);
  if (token !== null) return { type: 'shown', token };
  const isInCookie = strategy === 'session' || settings.token.keptIn === 'cookie';
  if (!isAsked || !isInCookie) return null;
  const isAnswered = isWhole(moment) && lane.outcome.failure === 'csrfTokenMissing';
  if (actor.who === 'otherSite') return { type: 'otherSite', isAnswered };
  return { type: actsFromOutside(actor) ? 'program' : 'lost', isAnswered };
}

/** A CSRF token that an answer tells: who reads it, and whether the answer is a step of its own. */
export interface ToldToken {
  readonly token: string;
  readonly by: 'thief' | 'page';
  readonly isOwnStep: boolean;
}

/** Reads the CSRF token that a step's answer tells somebody who can read it; `null` where it tells none. */
export function readToldToken(moment: Moment): ToldToken | null {
  const { actor, kind, lane } = moment;
  const token =
    isVerify(moment) || actor.who === 'otherSite' ? null : findToken(findResponse(lane));
  if (token === null) return null;
  const isThief = actor.who === 'attacker' && actor.means !== 'browser';
  return { token, by: isThief ? 'thief' : 'page', isOwnStep: kind.endsWith('.respond') };
}

/** Tells whether a page had its CSRF token in a variable that is gone now. */
export function losesCsrfToken({ lane: { state }, before, browser }: Moment): boolean {
  const had = before?.state.clients[browser]?.storage.memory.csrfToken !== undefined;
  return had && state.clients[browser]?.storage.memory.csrfToken === undefined;
}
