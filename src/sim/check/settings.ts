import type { Json, JsonObject } from '../bytes/json.ts';
import { findMember, isDeeper, isObject, MAX_DEPTH, parseJson } from '../bytes/json.ts';
import { isDataInCookie, listStoreOnly } from '../cookieSession/storeOnly.ts';
import { changeSettings } from '../scenarios/toScenarios.ts';
import type {
  FrontEnd,
  SecondServer,
  SessionSettings,
  Settings,
  TlsProxy,
  TokenSettings,
  UserSettings,
} from '../settings.ts';
import {
  CORS_ANSWERS,
  CREDENTIALS_MODES,
  CSRF_CHECKS,
  HMAC_ALGORITHMS,
  VERIFIERS,
} from '../settings.ts';
import { countBytes, findPastJsonBytes } from './bytes.ts';
import { cookieDomain, cookieName, nextCookieDomain, tokenCookieName } from './cookie.ts';
import type { Fault } from './fault.ts';
import type { Check, Problem } from './problem.ts';
import { addProblem, flag, integer, list, object, oneOf, orNull, text } from './problem.ts';

export const MAX_SECRET_BYTES = 1024;
/**
 * Below this a secret is accepted with a warning. It is what HMAC-SHA256 puts out; for HS256, RFC
 * 7518 section 3.2 demands as many.
 */
export const SAFE_SECRET_BYTES = 32;
export const MAX_PAYLOAD_BYTES = 24 * 1024;
const MAX_LIFETIME = 10 * 365 * 86_400;
const MAX_SKEW = 86_400;
const MAX_SECRETS = 8;
/** Milliseconds; whoever waits longer has given up. */
const MAX_STORE_LATENCY = 10_000;
const LAST_START = Date.UTC(2100, 0, 1) / 1000;

const secret = text(1, MAX_SECRET_BYTES);
const secrets = list(secret, 1, MAX_SECRETS);
const skew = integer(-MAX_SKEW, MAX_SKEW);
const lifetime = integer(1, MAX_LIFETIME);

const MAX_CLAIM_BYTES = 200;
const claim = text(1, MAX_CLAIM_BYTES);

/** Members that a payload cannot have, and why. */
const RESERVED: ReadonlyMap<string, Fault> = new Map<string, Fault>([
  ...['id', 'role', 'iat', 'exp', 'jti'].map((name): [string, Fault] => [
    name,
    { type: 'serversMember', name },
  ]),
  ...(['aud', 'iss', 'nbf'] as const).map((name): [string, Fault] => [
    name,
    { type: 'settingsMember', name },
  ]),
  ['__proto__', { type: 'protoMember' }],
]);

const findReserved = (value: object) => Object.keys(value).find((key) => RESERVED.has(key));

const payload: Check<JsonObject> = (value, path, problems) => {
  if (!isObject(value)) return addProblem(problems, path, { type: 'noJsonObject' });
  if (isDeeper(value)) return addProblem(problems, path, { type: 'tooDeep', max: MAX_DEPTH });
  const taken = RESERVED.get(findReserved(value) ?? '');
  if (taken !== undefined) return addProblem(problems, path, taken);
  const json = JSON.stringify(value);
  const bytes = countBytes(json);
  if (bytes > MAX_PAYLOAD_BYTES)
    return addProblem(problems, path, { type: 'tooManyBytes', bytes, max: MAX_PAYLOAD_BYTES });
  // What JSON cannot say (a function, NaN) would be another value after a reload.
  return JSON.parse(json) as JsonObject;
};

const origin: Check<string> = (value, path, problems) => {
  const valid = typeof value === 'string' && value.length <= 100 && isOrigin(value);
  return valid ? value : addProblem(problems, path, { type: 'noOrigin' });
};

/** A name that the DNS may have, or an address. The URL Standard lets through more, `$(id)` for one. */
const HOST = /^([\w\-.]+|\[[\da-f:.]+\])$/;

function isOrigin(value: string): boolean {
  try {
    // URL.canParse would ask first, and is newer than some browsers that the page is built for.
    const url = new URL(value);
    return /^https?:$/.test(url.protocol) && HOST.test(url.hostname) && url.origin === value;
  } catch {
    return false;
  }
}

const session = object<SessionSettings>({
  dataIn: oneOf(['store', 'cookie']),
  secrets,
  lifetime: orNull(lifetime),
  httpOnly: flag,
  secure: oneOf([true, false, 'auto']),
  sameSite: oneOf(['lax', 'strict', 'none', null]),
  cookieName,
  cookieDomain,
  nextCookieDomain,
  rolling: flag,
  saveUninitialized: flag,
  regenerate: flag,
  destroyAtLogout: flag,
  clearCookieAtLogout: flag,
  clearsWithAttributes: flag,
  resave: flag,
  countsVisits: flag,
  expiresAtBoot: flag,
  maxAgeInSeconds: flag,
  absoluteLifetime: integer(0, MAX_LIFETIME),
  copiesUser: flag,
  endAllAtPasswordChange: flag,
  store: oneOf(['memory', 'persistent']),
  storeLatencyMs: integer(0, MAX_STORE_LATENCY),
});

const token = object<TokenSettings>({
  secret,
  lifetime,
  keptIn: oneOf(['memory', 'localStorage', 'cookie']),
  cookieName: tokenCookieName,
  leeway: integer(0, MAX_SKEW),
  audience: claim,
  issuer: claim,
  notBefore: integer(0, MAX_SKEW),
  denyList: flag,
  inSessionStore: flag,
  comparesIat: flag,
  algorithms: list(oneOf(HMAC_ALGORITHMS), 1, HMAC_ALGORITHMS.length),
  verifier: oneOf(VERIFIERS),
  kid: flag,
  expiresInAsText: flag,
  noExp: flag,
  checkTyp: flag,
  refreshLifetime: lifetime,
  refreshGrace: integer(0, MAX_SKEW),
  refreshReadsFirst: flag,
  refreshInCookie: flag,
  refreshFormat: oneOf(['opaque', 'jwt']),
});

const user = object<UserSettings>({
  id: text(1, 64),
  username: text(1, 64),
  password: text(1, 200),
  role: oneOf(['user', 'admin']),
});

const completeFrontEnd = object<FrontEnd>({
  origin,
  credentials: oneOf(CREDENTIALS_MODES),
  cors: oneOf(CORS_ANSWERS),
});

/** It is changed as a whole, so that nothing of it may be left out. */
const frontEnd: Check<FrontEnd> = (value, path, problems) => {
  const found = completeFrontEnd(value, path, problems);
  if (found === undefined) return undefined;
  const { origin: page, credentials, cors } = found;
  if (page !== undefined && credentials !== undefined && cors !== undefined)
    return { origin: page, credentials, cors };
  return addProblem(problems, path, { type: 'incomplete', setting: 'frontEnd' });
};

const completeProxy = object<TlsProxy>({ tells: flag, trusted: flag });

/** Changed as a whole, too. */
const tlsProxy: Check<TlsProxy> = (value, path, problems) => {
  const found = completeProxy(value, path, problems);
  if (found === undefined) return undefined;
  const { tells, trusted } = found;
  if (tells !== undefined && trusted !== undefined) return { tells, trusted };
  return addProblem(problems, path, { type: 'incomplete', setting: 'tlsProxy' });
};

const second = object<SecondServer>({
  clockOffset: skew,
  sessionSecrets: secrets,
  tokenSecret: secret,
  tokenAudience: claim,
});

const checkChange = object<Settings>({
  start: integer(0, LAST_START),
  seed: text(0, 64),
  origin,
  user: user as Check<UserSettings>,
  session: session as Check<SessionSettings>,
  token: token as Check<TokenSettings>,
  payload,
  frontEnd,
  tlsProxy,
  csrf: oneOf(CSRF_CHECKS),
  thirdPartyCookies: oneOf(['blocked']),
  second: second as Check<SecondServer>,
  sharedStore: flag,
  clockOffset: skew,
  secretAtBoot: oneOf(['fixed', 'random']),
  noStore: flag,
});

export type CheckedSettings =
  | { readonly settings: Settings }
  | { readonly errors: readonly Problem[] };

/** Takes settings from outside: any part of them, the rest as in `base`, else as in the walk. Never throws. */
export function validateSettings(value: unknown, base?: Settings): CheckedSettings {
  const errors: Problem[] = [];
  const change = checkChange(value, '', errors);
  if (change === undefined) return { errors };
  const settings = changeSettings(change, base);
  const needless = listStoreOnly(settings.session).map((name) => `session.${name}`);
  if (settings.csrf === 'token' && isDataInCookie(settings.session)) needless.push('csrf');
  if (needless.length === 0) return { settings };
  return { errors: needless.map((path) => ({ path, fault: { type: 'needsStore' } })) };
}

/** Takes the payload as it is typed: JSON text, with the place where it goes wrong. Never throws. */
export function validatePayload(
  typed: string,
): { readonly payload: JsonObject } | { readonly errors: readonly Problem[] } {
  const path = 'payload';
  const parsed = parseJson(typed);
  if ('position' in parsed) {
    return { errors: [{ path, ...parsed }] };
  }
  const errors: Problem[] = [];
  const checked = payload(parsed.value, path, errors);
  if (checked !== undefined) return { payload: checked };
  const position = findRefused(typed, parsed.value);
  return { errors: errors.map((error) => ({ ...error, position })) };
}

/** Finds what keeps valid JSON text from being a payload. */
function findRefused(typed: string, value: Json): number {
  const start = typed.search(/\S/);
  if (!isObject(value)) return start;
  const taken = findReserved(value);
  const place =
    taken === undefined ? findPastJsonBytes(typed, MAX_PAYLOAD_BYTES) : findMember(typed, taken);
  return place ?? start;
}

/** Tells whether a secret is shorter than an attacker needs to be kept out. */
export const isWeakSecret = (typed: string): boolean => countBytes(typed) < SAFE_SECRET_BYTES;
