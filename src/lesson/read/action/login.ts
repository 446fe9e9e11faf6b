import { CLIENT } from '../../../sim/actors.ts';
import { readCookieRefusal } from '../../../sim/client/cookieRefusal.ts';
import type { StoredCookie } from '../../../sim/client/jar.ts';
import { getHeader } from '../../../sim/message.ts';
import type { FailureCode, IdleReason } from '../../../sim/outcome.ts';
import { isCookieRefused } from '../../../sim/outcome.ts';
import { PLANT_REFUSALS } from '../../../sim/session/planting.ts';
import type { SessionRecord } from '../../../sim/state.ts';
import type { CarriedCredential } from '../carried.ts';
import { readCarried, readRefreshPart } from '../carried.ts';
import { decodesTokens } from '../check/decoded.ts';
import { decodeToken } from '../decodeToken.ts';
import type { HeldToken } from '../held/held.ts';
import { findCookie, findToken, listCredentialCookies, listSessionCookies } from '../held/held.ts';
import { countRefreshTokens, listRecords } from '../kept.ts';
import type { Moment } from '../moment.ts';
import { toSid } from '../sid.ts';
import { findAnswer, findAsked, findRequest, findStoreCall } from '../traffic.ts';

/** Reads how many bytes the body of a step's request has, as its header says. */
export function readBodyBytes({ lane }: Moment): string {
  const request = findRequest(lane);
  return (request && getHeader(request, 'Content-Length')) ?? '0';
}

/** Tells whether a login types the password that was right before the last change. */
export const typesOld = ({ action }: Moment): boolean =>
  action?.type === 'login' && action.old === true;

/** Tells whether a login was refused. */
export const isRefused = ({ lane: { outcome } }: Moment): boolean =>
  outcome.failure !== null || outcome.idle === 'loginRefused';

/** What became of the user's data on the session's server; `none`: the login was refused, or never came there. */
export type CreatedSession =
  | { readonly type: 'none' }
  | {
      readonly type: 'created';
      readonly sid: string;
      readonly userId: string;
      readonly expiresAt: number | null;
      /** All that the record holds, where that is more than the user's ID. */
      readonly record: Omit<SessionRecord, 'cookie'> | null;
      /**
       * `regenerated`: a new ID; `kept`: the one that the request brought; `drawn`: it brought none;
       * `replaced`: it brought one that opened nothing.
       */
      readonly id: 'regenerated' | 'kept' | 'drawn' | 'replaced';
    };

/** Reads the session that a login made. */
export function readCreatedSession(moment: Moment): CreatedSession {
  const { lane } = moment;
  const { proof } = lane.outcome;
  if (!proof) return { type: 'none' };
  const { credential: sid, userId, expiresAt } = proof;
  const kept = listRecords(lane.state).find(([id]) => id === sid)?.[1];
  const { cookie: _, ...record } = kept ?? { cookie: null, userId };
  const brought = readCarried(findAsked(moment), 'session')?.value ?? null;
  const fresh = findStoreCall(lane, 'destroy') !== undefined;
  return {
    type: 'created',
    ...{ sid, userId, expiresAt },
    record: Object.keys(record).length > 1 ? record : null,
    id: fresh ? 'regenerated' : toOrigin(brought, sid),
  };
}

function toOrigin(brought: string | null, sid: string): 'kept' | 'drawn' | 'replaced' {
  if (brought === null) return 'drawn';
  return toSid(brought) === sid ? 'kept' : 'replaced';
}

/** The token that a login made; `none`: the login was refused, or never came to the server. */
export type CreatedToken =
  | { readonly type: 'none' }
  | {
      readonly type: 'created';
      /** All that it claims. */
      readonly claims: Readonly<Record<string, unknown>>;
      /** It claims who the user is and until when, and the server keeps nothing about it. */
      readonly isPlain: boolean;
      readonly algorithm: string;
      /** Characters. */
      readonly length: number;
      readonly userId: string;
      readonly expiresAt: number | null;
      /** Its exp, NumericDate seconds, whether anybody looks at it or not. */
      readonly exp: number | null;
      /** The server that signs it decodes what comes back, and verifies nothing. */
      readonly isDecoded: boolean;
      /** Its nbf, where that is still to come by the clock that made it, NumericDate seconds. */
      readonly validFrom: number | null;
    };

/** Reads the token that a login made. */
export function readCreatedToken(moment: Moment): CreatedToken {
  const { lane } = moment;
  const { proof } = lane.outcome;
  if (!proof) return { type: 'none' };
  const { header, payload } = decodeToken(proof.credential);
  const claims = payload ?? {};
  const only = Object.keys(claims).every((name) => ['id', 'iat', 'exp'].includes(name));
  return {
    type: 'created',
    claims,
    isPlain: only && countRefreshTokens({ lane }) === null,
    algorithm: String(header?.alg),
    length: proof.credential.length,
    userId: proof.userId,
    expiresAt: proof.expiresAt,
    exp: typeof claims.exp === 'number' ? claims.exp : null,
    isDecoded: decodesTokens(moment),
    validFrom:
      typeof claims.nbf === 'number' && claims.nbf > Number(claims.iat) ? claims.nbf : null,
  };
}

/** What a login was answered. */
export type LoginAnswer =
  | {
      readonly type: 'refused';
      readonly failure: FailureCode;
      /** The session's cookie comes with it all the same: `anonymous`, or `again` with a new expiry. */
      readonly cookie: 'none' | 'anonymous' | 'again';
    }
  /** Answered well, and no cookie: a Secure one does not leave over plain http. */
  | { readonly type: 'noCookie' }
  | {
      readonly type: 'given';
      readonly credential: CarriedCredential;
      /** Where a refresh token is that comes with it; `null`: none does. */
      readonly refreshIn: 'body' | 'Set-Cookie' | null;
      /** The session stays on the ID that the request brought. */
      readonly sameSid: boolean;
    };

/** Reads what a login was answered. */
export function readLoginAnswer(moment: Moment): LoginAnswer {
  const { lane, strategy } = moment;
  const credential = readCarried(findAnswer(moment), strategy);
  const brought = readCarried(findAsked(moment), 'session')?.value;
  const sameSid =
    credential !== null && brought !== undefined && toSid(brought) === toSid(credential.value);
  const { failure } = lane.outcome;
  if (failure)
    return {
      type: 'refused',
      failure,
      cookie: !credential ? 'none' : sameSid ? 'again' : 'anonymous',
    };
  if (!credential) return { type: 'noCookie' };
  const refreshIn = readRefreshPart(findAnswer(moment));
  return { type: 'given', credential, refreshIn, sameSid };
}

/** Tells whether a login was answered well and its session's cookie not sent. */
export const givesNoCookie = (moment: Moment): boolean =>
  moment.strategy === 'session' &&
  !isRefused(moment) &&
  findAnswer(moment) !== undefined &&
  readCarried(findAnswer(moment), 'session') === null;

/** Tells whether a browser did not take the cookie that somebody would have planted. */
export const isPlantRefused = ({ lane: { outcome } }: Moment): boolean =>
  outcome.idle !== null && PLANT_REFUSALS.includes(outcome.idle);

/** What the client did with what it was given. */
export type Stored<T> =
  | { readonly type: 'nothing' }
  /** The browser refused the cookie. */
  | { readonly type: 'lost'; readonly reason: IdleReason }
  | { readonly type: 'kept'; readonly item: T };

/** Tells whether the date of the cookie that an answer sets is not after the answer's own. */
function isOverAtOnce(moment: Moment): boolean {
  const answer = findAnswer(moment);
  const [, expires] =
    /; Expires=([^;]+)/i.exec((answer && getHeader(answer, 'Set-Cookie')) ?? '') ?? [];
  const date = answer && getHeader(answer, 'Date');
  return expires !== undefined && !!date && Date.parse(expires) <= Date.parse(date);
}

/** Why the browser did not take the cookie that an answer sets, by what that says. */
function readLoss(moment: Moment): IdleReason {
  if (isOverAtOnce(moment)) return 'cookieExpired';
  const answer = findAnswer(moment);
  const set = (answer && getHeader(answer, 'Set-Cookie')) ?? '';
  return readCookieRefusal(set, moment.settings.origin) ?? 'cookieInsecure';
}

function readStored<T extends { readonly value: string }>(
  moment: Moment,
  find: () => T | null,
): Stored<T> {
  const { outcome } = moment.lane;
  if (outcome.idle !== null && isCookieRefused(outcome))
    return { type: 'lost', reason: outcome.idle };
  const given = readCarried(findAnswer(moment), moment.strategy);
  if (!given) return { type: 'nothing' };
  const item = find();
  // A refused login says so first; the cookie that it sets all the same is a short one.
  return item?.value === given.value
    ? { type: 'kept', item }
    : { type: 'lost', reason: readLoss(moment) };
}

/** Reads what the browser did with the session's cookie. */
export const readStoredCookie = (moment: Moment): Stored<StoredCookie> =>
  readStored(moment, () => {
    const given = readCarried(findAnswer(moment), 'session')?.value;
    const kept = listSessionCookies(moment.lane.state, moment.browser);
    // One that was planted may stand before it.
    return kept.findLast(({ value }) => value === given) ?? kept[0] ?? null;
  });

/** Reads what the client did with the token. */
export const readStoredToken = (moment: Moment): Stored<HeldToken> =>
  readStored(moment, () => {
    const given = readCarried(findAnswer(moment), 'token')?.value;
    const { state } = moment.lane;
    // One that was planted may stand before it.
    const own = listCredentialCookies('token', state, moment.browser).find(
      ({ value }) => value === given,
    );
    return own ? { value: own.value, place: 'cookie' } : findToken(state, moment.browser);
  });

/** Tells whether the browser did not take the cookie that an answer set. */
export const losesCookie = ({ lane: { outcome } }: Moment): boolean => isCookieRefused(outcome);

const isLoginIn = ({ action }: Moment['frames'][number], browser: string): boolean =>
  action?.type === 'login' && (action.client ?? CLIENT) === browser;

/**
 * Tells whether a browser was left with nothing by its last login, though nobody refused that: no
 * cookie came, or it took none. Another login comes to the same, until a server starts anew.
 */
export function hasLostLogin({ frames, step, strategy, browser }: Moment): boolean {
  for (let at = step - 1; at > 0; at--) {
    const frame = frames[at];
    if (!frame || frame.action?.type === 'restart') return false;
    if (!isLoginIn(frame, browser)) continue;
    const { state } = frame[strategy];
    const find = strategy === 'session' ? findCookie : findToken;
    const own = frames.filter(({ actionIndex }) => actionIndex === frame.actionIndex);
    return !find(state, browser) && !own.some((one) => one[strategy].outcome.failure);
  }
  return false;
}
