import { includesCookies } from '../../../sim/client/client.ts';
import type { StoredCookie } from '../../../sim/client/jar.ts';
import { isSameSite } from '../../../sim/client/site.ts';
import { isPreflight } from '../../../sim/http/cors.ts';
import { getHeader } from '../../../sim/message.ts';
import type { Blocked } from '../../../sim/outcome.ts';
import type { LaneFrame } from '../../../sim/trace.ts';
import { findCookie, findTokenCookie } from '../held/held.ts';
import type { Moment } from '../moment.ts';
import { findAsked, findPreflight, findResponse } from '../traffic.ts';

/** Reads why the browser kept something from the page's code; `null` where it did not. */
export const readBlocked = ({ lane: { outcome } }: Moment): Blocked | null =>
  outcome.blocked ?? null;

/** Tells whether the browser did not send a request, because the answer to its preflight did not allow it. */
export const isUnsent = ({ lane: { outcome } }: Moment): boolean =>
  outcome.blocked?.at === 'preflight';

/** Tells whether a server's answer did not get to the page's code. */
export const isWithheld = ({ lane: { outcome } }: Moment): boolean =>
  outcome.blocked?.at === 'answer';

/** Tells whether the browser asked for leave in this step, and got all that it asked for. */
export const hasAskedFirst = (moment: Moment): boolean =>
  findPreflight(moment.lane) !== undefined && readBlocked(moment) === null;

/** A fetch that was blocked, with all that the console says of it. */
export interface BlockedFacts extends Blocked {
  readonly url: string;
  readonly pageOrigin: string;
  /** Value of Access-Control-Allow-Origin; empty without it. */
  readonly allowed: string;
  /** First line of the request that was not sent, or whose answer was withheld. */
  readonly method: string;
  readonly target: string;
}

const findPreflightAnswer = ({ messages }: LaneFrame) =>
  messages.find((message) => message.kind === 'response' && isPreflight(message));

/** Reads the fetch that was blocked in this very step; `null` where none was, or in a step before it. */
export function readBlockedFetch(moment: Moment): BlockedFacts | null {
  const { lane, settings, server } = moment;
  const { blocked } = lane.outcome;
  const pageOrigin = settings.frontEnd?.origin;
  if (!blocked || pageOrigin === undefined) return null;
  const isAsked = blocked.at === 'preflight';
  const preflight = findPreflight(lane);
  const answer = isAsked ? findPreflightAnswer(lane) : findResponse(lane);
  const request = isAsked ? preflight : (findAsked(moment) ?? answer);
  if (!answer || !request) return null;
  const { target } = request;
  const asked = preflight && getHeader(preflight, 'Access-Control-Request-Method');
  const origin = lane.state.servers[server]?.origin ?? settings.origin;
  return {
    ...blocked,
    url: new URL(target, origin).href,
    pageOrigin,
    allowed: getHeader(answer, 'Access-Control-Allow-Origin') ?? '',
    method: (isAsked && asked) || request.method,
    target,
  };
}

/** Why a browser leaves a cookie of its jar at home, although it would go to this server. */
export type HeldBack =
  /** The page's fetch does not ask for credentials. */
  | { readonly type: 'omitted' }
  | { readonly type: 'otherSite'; readonly sameSite: StoredCookie['sameSite'] }
  /** The browser sends none to another site, whatever the cookie says. */
  | { readonly type: 'thirdParty' };

/** Reads why the browser that acts leaves its credential's cookie at home; `null` where it has none, or for another reason. */
export function readHeldBack({ lane, settings, strategy, browser }: Moment): HeldBack | null {
  const { frontEnd, origin } = settings;
  const find = strategy === 'session' ? findCookie : findTokenCookie;
  const cookie = find(lane.state, browser);
  if (!frontEnd || !cookie) return null;
  const { origin: initiator, credentials } = frontEnd;
  const page = { initiator, credentials, vehicle: 'subresource' } as const;
  if (!includesCookies(page, origin)) return { type: 'omitted' };
  if (isSameSite(initiator, origin)) return null;
  if (cookie.sameSite === 'none')
    return settings.thirdPartyCookies === 'blocked' ? { type: 'thirdParty' } : null;
  return { type: 'otherSite', sameSite: cookie.sameSite };
}
