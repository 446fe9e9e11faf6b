/** Why a request or a login was refused. Closed: a new reason is a new entry here and in the words. */
export const FAILURE_CODES = [
  'wrongPassword',
  'cookieMissing',
  'cookieUnsigned',
  'cookieSignatureInvalid',
  'dataSignatureInvalid',
  'sessionUnknown',
  'sessionExpired',
  'sessionTooOld',
  'sessionAnonymous',
  'tokenMissing',
  'tokenMalformed',
  'tokenClaimsInvalid',
  'tokenAudienceWrong',
  'tokenIssuerWrong',
  'tokenNotYetValid',
  'tokenTypeWrong',
  'tokenSignatureInvalid',
  'tokenAlgorithmNotAllowed',
  'tokenUnsupported',
  'tokenExpired',
  'tokenKeyUnknown',
  'tokenRevoked',
  'tokenOutdated',
  'refreshMissing',
  'refreshUnknown',
  'refreshExpired',
  'refreshReused',
  'userBanned',
  'roleMissing',
  'originForeign',
  'fetchSiteForeign',
  'csrfTokenMissing',
  'csrfTokenWrong',
  'headersTooLarge',
  'storeFailed',
  'denyListFailed',
  'refreshStoreFailed',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** Why a lane has nothing to do in a step; that it has nothing to do is part of the lesson. */
export const IDLE_REASONS = [
  'start',
  'loginRefused',
  'nothingToStore',
  'recordDestroyed',
  'recordKept',
  'noSessionOpened',
  'noServerState',
  'cleanedAtLogout',
  'ended',
  'cookieRefused',
  'cookieInsecure',
  'cookieExpired',
  'cookieOmitted',
  'cookieOfOtherSite',
  'cookieOfThirdParty',
  'cookieOfOtherDomain',
  'cookieBreaksPrefix',
  'preflightRefused',
  'nothingHeld',
  'nothingStolen',
  'scriptCannotRead',
  'cookieHasNoPayload',
  'cookieHasNoSid',
  'tokenHasNoSid',
  'cookieHasOneAlgorithm',
  'noCookieToPlant',
  'nothingToPlant',
  'noTokenToPlant',
  'plantBehindHttpOnly',
  'plantWithoutSubdomains',
  'plantBehindSecure',
  'plantBehindPrefix',
  'slidesByItself',
  'nothingToRefresh',
  'noRefreshTokens',
  'databaseNotAsked',
  'nothingSlow',
  'storeInProcess',
  'noStoreAsked',
  'storeIsDown',
  'userNotLookedUp',
  'cookieNotLookedUp',
] as const;
export type IdleReason = (typeof IDLE_REASONS)[number];

const COOKIE_REFUSALS: ReadonlySet<IdleReason | null> = new Set([
  'cookieRefused',
  'cookieInsecure',
  'cookieExpired',
  'cookieOmitted',
  'cookieOfOtherSite',
  'cookieOfThirdParty',
  'cookieOfOtherDomain',
  'cookieBreaksPrefix',
]);

/** Tells whether a browser did not take a cookie that a response set. */
export const isCookieRefused = ({ idle }: Pick<Outcome, 'idle'>): boolean =>
  COOKIE_REFUSALS.has(idle);

/** What a browser misses in an answer to a page of another origin. @see Fetch, "CORS check" */
export const CORS_REFUSALS = [
  'allowOriginMissing',
  'allowOriginAny',
  'allowOriginOther',
  'allowCredentialsMissing',
] as const;
export type CorsRefusal = (typeof CORS_REFUSALS)[number];

/** Why a browser kept something from the page's code: the request was not sent, or its answer not shown. */
export interface Blocked {
  readonly at: 'preflight' | 'answer';
  readonly reason: CorsRefusal;
}

/** Whose credential was accepted, which one it was, and until when it holds (NumericDate, `null`: no end). */
export interface Proof {
  readonly userId: string;
  readonly credential: string;
  readonly expiresAt: number | null;
}

/** What a copy of the credential that the client dropped would get now; checked, not assumed. */
export interface CopyCheck {
  readonly accepted: boolean;
  readonly expiresAt: number | null;
  readonly failure: FailureCode | null;
  /** The server that accepts it, where the first one does not. */
  readonly at?: string;
  /** The best other one of the stolen credentials that is accepted: until when, and where; absent when none is. */
  readonly other?: Pick<CopyCheck, 'expiresAt' | 'at'> & {
    /** It is a refresh token that is sent as if it were an access token. */
    readonly isRefreshToken?: true;
  };
}

/** What a step came to in one lane. */
export interface Outcome {
  readonly type: 'done' | 'idle' | 'allowed' | 'denied';
  /** `true` or `false` once the server has decided, else `null`. */
  readonly allowed: boolean | null;
  /** Status code of the response sent in this step, else `null`. */
  readonly status: number | null;
  readonly failure: FailureCode | null;
  readonly idle: IdleReason | null;
  readonly proof: Proof | null;
  readonly copy: CopyCheck | null;
  /** The client's browser dropped a cookie in this step, because its date had passed. */
  readonly lapsed?: true;
  /** The browser kept it from the page's code, which is of another origin; the server knows nothing of that. */
  readonly blocked?: Blocked;
  /** What the process kept (records, deny-list, refresh tokens) ended with it in this step. */
  readonly lost?: true;
  /** A refresh token was accepted that was used before, within the grace period. */
  readonly graced?: true;
  /** Milliseconds that the server waited for the session store in this step; absent where it did not. */
  readonly waitedMs?: number;
  /** The browser showed a page that it had kept, and asked nobody. */
  readonly fromCache?: true;
}

const BLANK = {
  type: 'done',
  allowed: null,
  status: null,
  failure: null,
  idle: null,
  proof: null,
  copy: null,
} as const satisfies Outcome;

/** Makes the outcome of a step that does its work and decides nothing. */
export function done(extra: Partial<Outcome> = {}): Outcome {
  return { ...BLANK, ...extra };
}

/** Makes the outcome of a lane at rest. */
export function idle(reason: IdleReason): Outcome {
  return { ...BLANK, type: 'idle', idle: reason };
}

/** Makes the outcome of a decision in favour. */
export function allow(extra: Partial<Outcome> = {}): Outcome {
  return { ...BLANK, type: 'allowed', allowed: true, ...extra };
}

/** Makes the outcome of a refusal. */
export function deny(failure: FailureCode, extra: Partial<Outcome> = {}): Outcome {
  return { ...BLANK, type: 'denied', allowed: false, failure, ...extra };
}

const FORBIDDEN: ReadonlySet<FailureCode> = new Set([
  'userBanned',
  'roleMissing',
  'originForeign',
  'fetchSiteForeign',
  'csrfTokenMissing',
  'csrfTokenWrong',
]);

/** What was asked did not answer, so that the server can say neither yes nor no. */
const FAILED: ReadonlySet<FailureCode> = new Set([
  'storeFailed',
  'denyListFailed',
  'refreshStoreFailed',
]);

/** Tells whether a request ended because something that the server asks is down. */
export const isStoreFailure = (failure: FailureCode | null): boolean =>
  failure !== null && FAILED.has(failure);

/** Returns the status code of a refusal: 401 asks for a credential, 403 says that this one is not enough. */
export function toStatus(failure: FailureCode): number {
  if (failure === 'headersTooLarge') return 431;
  if (FAILED.has(failure)) return 500;
  return FORBIDDEN.has(failure) ? 403 : 401;
}
