import type { StoredCookie } from '../../../sim/client/jar.ts';
import type { FailureCode, IdleReason } from '../../../sim/outcome.ts';
import { readAttachable } from '../action/visit.ts';
import { readCarried } from '../carried.ts';
import { listStolen, readDiscarded } from '../held/held.ts';
import { isTokenInCookie } from '../held/heldAt.ts';
import { readRenewal } from '../held/renewal.ts';
import type { Moment } from '../moment.ts';
import { toSid } from '../sid.ts';
import { findAsked } from '../traffic.ts';
import { readCopy } from './copy.ts';

/** What kept somebody out who is not the user. */
export type Defence =
  /** The server refused what it was sent. */
  | { readonly type: 'refusal'; readonly failure: FailureCode }
  /** The session that the copy names was ended: by a login's new session ID, or else. */
  | { readonly type: 'destroyed'; readonly atLogin: boolean }
  /** The browser left the cookie out of another site's request. */
  | { readonly type: 'sameSite'; readonly rule: StoredCookie['sameSite'] }
  | { readonly type: 'thirdPartyBlocked' }
  /** No browser attaches a token that a page's code keeps. */
  | { readonly type: 'notAttached' }
  /** A script does not find the credential: in an HttpOnly cookie, or in a variable of other code. */
  | { readonly type: 'httpOnly' | 'variable' }
  /** What was tried cannot be done to this credential, or the browser does not go along. */
  | { readonly type: 'idle'; readonly reason: HoldingReason };

/** The reasons by which somebody's attempt came to nothing; by any other nothing was tried. */
const HOLDING_REASONS = [
  'cookieHasNoPayload',
  'tokenHasNoSid',
  'cookieHasOneAlgorithm',
  'noCookieToPlant',
  'nothingToPlant',
  'noTokenToPlant',
  'plantBehindHttpOnly',
  'plantWithoutSubdomains',
  'plantBehindSecure',
  'plantBehindPrefix',
  'preflightRefused',
] as const satisfies readonly IdleReason[];
export type HoldingReason = (typeof HOLDING_REASONS)[number];

/** Reads by what an attempt came to nothing before anything was sent; `null` where nothing was tried. */
function readAttempt(moment: Moment): Defence | null {
  const { outcome } = moment.lane;
  if (outcome.idle === 'scriptCannotRead') {
    const inCookie = moment.strategy === 'session' || isTokenInCookie(moment);
    return { type: inCookie ? 'httpOnly' : 'variable' };
  }
  const reason = HOLDING_REASONS.find((one) => one === outcome.idle);
  return reason ? { type: 'idle', reason } : null;
}

/** Reads by what the attacker's last attempt to get something was held, when it has nothing to send. */
function readWhyNothing(moment: Moment): Defence | null {
  const { frames, step, strategy } = moment;
  for (let at = step - 1; at > 0; at--) {
    const frame = frames[at];
    const found = frame && readAttempt({ ...moment, kind: frame.kind, lane: frame[strategy] });
    if (found) return found;
  }
  return null;
}

/** Reads why another site's request carries no credential; `null`: the browser has none. */
function readLeftOut(moment: Moment): Defence | null {
  const found = readAttachable(moment);
  if (found.type === 'tokenOfPage') return { type: 'notAttached' };
  if (found.type === 'nothing') return null;
  return found.sameSite === 'none'
    ? { type: 'thirdPartyBlocked' }
    : { type: 'sameSite', rule: found.sameSite };
}

/** Reads how the session of a refused cookie was ended; `null` where no server destroyed it. */
function readDestroyed({ frames, step, strategy }: Moment, cookie: string): Defence | null {
  const sid = toSid(cookie);
  for (let at = step - 1; at > 0; at--) {
    const frame = frames[at];
    const isDestroyed = frame?.[strategy].messages.some(
      ({ kind, method, target }) => kind === 'store' && method === 'destroy' && target === sid,
    );
    if (frame && isDestroyed)
      return { type: 'destroyed', atLogin: frame.kind.startsWith('login.') };
  }
  return null;
}

const toRefusal = (moment: Moment, failure: FailureCode, credential: string | null): Defence =>
  (failure === 'sessionUnknown' && credential !== null && readDestroyed(moment, credential)) || {
    type: 'refusal',
    failure,
  };

/** Reads why a server would refuse the copy that was tried at the end of a step; `null` where it would not, or nobody has one. */
export function readCopyDefence(moment: Moment): Defence | null {
  const worth = readCopy(moment);
  if (!worth || worth.accepted || worth.other || readRenewal(moment)) return null;
  const { state } = moment.lane;
  const tried = readDiscarded(state) ?? listStolen(state).at(-1) ?? null;
  return toRefusal(moment, worth.failure, tried);
}

/** Reads what kept somebody out who is not the user; `null` where nothing was tried, or it got in. */
export function readDefence(moment: Moment): Defence | null {
  const { idle, failure } = moment.lane.outcome;
  if (failure) {
    const isMissing = failure === 'cookieMissing' || failure === 'tokenMissing';
    const leftOut = isMissing && moment.actor.who === 'otherSite' ? readLeftOut(moment) : null;
    const sent = readCarried(findAsked(moment), moment.strategy);
    return leftOut ?? toRefusal(moment, failure, sent?.value ?? null);
  }
  return idle === 'nothingStolen' ? readWhyNothing(moment) : readAttempt(moment);
}
