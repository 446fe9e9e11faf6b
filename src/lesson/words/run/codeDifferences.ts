import type { Action } from '../../../sim/action.ts';
import type { Trace } from '../../../sim/trace.ts';
import { formatDuration } from '../../page/format.ts';
import { formatNumber } from '../../page/formatNumber.ts';
import { readJoseReason } from '../../read/check/library.ts';
import { areListsOutside, areListsWithSessions } from '../../read/kept.ts';
import { isDataInCookie } from '../../read/server/dataInCookie.ts';
import { readStoreLatency } from '../../read/server/waited.ts';
import type { RunTelling } from '../../telling.ts';

type Scenario = Trace['scenario'];
type Settings = Scenario['settings'];
type FrontEnd = NonNullable<Settings['frontEnd']>;

/** Says where the session's server finds out what a user may do, and whether the user is banned. */
function sayUser({ session, user }: Settings, actions: readonly Action[]): string | null {
  const where = isDataInCookie(session) ? 'cookie' : 'record';
  if (session.copiesUser)
    return `the user copied into the ${where} at login, and not looked up later`;
  const isLookedUp = user.role || actions.some(({ type }) => type === 'ban' || type === 'demote');
  return isLookedUp ? 'the user looked up in the database at each request' : null;
}

/** Says what the program sets that the next restart brings. */
function sayNextDomain({ nextCookieDomain: next }: Settings['session']): string | null {
  if (next === undefined) return null;
  return next === '' ? 'no domain any more after a restart' : `domain: '${next}' after a restart`;
}

const sayLatency = (milliseconds: number) =>
  `a store that takes ${formatNumber(milliseconds)} ms for each call`;

function listSession({ settings, actions }: Scenario): string[] {
  const { session, payload } = settings;
  const latency = readStoreLatency(settings);
  const lifetime = session.lifetime === 900 ? null : session.lifetime;
  const inCookie = isDataInCookie(session);
  return [
    inCookie ? 'cookie-session in place of express-session: the data is in the cookie' : null,
    session.regenerate ? null : 'login without regenerate()',
    session.saveUninitialized ? 'saveUninitialized: true' : null,
    session.rolling ? 'rolling: true' : null,
    session.resave ? 'resave: true' : null,
    session.countsVisits ? 'pages that count their visits in the session' : null,
    session.absoluteLifetime
      ? `an absolute timeout of ${formatDuration(session.absoluteLifetime)}`
      : null,
    session.destroyAtLogout ? null : 'logout without destroy()',
    session.clearCookieAtLogout ? null : 'logout without clearCookie()',
    session.cookieName ? `a cookie named ${session.cookieName}` : null,
    session.cookieDomain ? `domain: '${session.cookieDomain}'` : null,
    sayNextDomain(session),
    session.clearsWithAttributes ? 'a logout that clears the cookie with its attributes' : null,
    session.endAllAtPasswordChange ? 'a changed password ends all sessions of the user' : null,
    session.httpOnly ? null : 'httpOnly: false',
    session.secure === 'auto' ? "secure: 'auto'" : session.secure ? 'secure: true' : null,
    session.sameSite === 'lax'
      ? null
      : session.sameSite === null
        ? 'no sameSite'
        : `sameSite: '${session.sameSite}'`,
    session.lifetime === null ? 'no maxAge' : lifetime && `maxAge of ${formatDuration(lifetime)}`,
    session.expiresAtBoot ? 'cookie.expires worked out once, as the process starts' : null,
    session.maxAgeInSeconds ? 'that maxAge handed over in seconds' : null,
    session.store === 'persistent' && !inCookie ? 'a store outside of the process' : null,
    latency > 0 ? sayLatency(latency) : null,
    sayUser(settings, actions),
    payload ? `more data in the ${inCookie ? 'cookie' : 'record'}` : null,
  ].filter((text) => typeof text === 'string');
}

const sayTokenCookie = ({ cookieName }: Settings['token']) =>
  `the token in an HttpOnly cookie${cookieName ? ` named ${cookieName}` : ''}`;

/** Says where a token's server has what it keeps. */
function sayWhere(settings: Settings): string {
  if (areListsWithSessions(settings)) return ', in the session store';
  return areListsOutside(settings) ? ', in a database' : '';
}

function listToken(settings: Settings): string[] {
  const { token, session, user, payload, second } = settings;
  const latency = areListsWithSessions(settings) ? readStoreLatency(settings) : 0;
  const where = sayWhere(settings);
  const { keptIn, verifier, algorithms, leeway, refreshLifetime, lifetime } = token;
  const { audience, issuer, notBefore } = token;
  return [
    keptIn === 'cookie' ? sayTokenCookie(token) : null,
    keptIn === 'cookie' && session.cookieDomain ? `domain: '${session.cookieDomain}'` : null,
    keptIn === 'cookie' ? sayNextDomain(session) : null,
    keptIn === 'cookie' && session.clearsWithAttributes
      ? 'a logout that clears it with its attributes'
      : null,
    keptIn === 'memory' ? 'the client keeps the token in a variable' : null,
    lifetime === 900 ? null : `a lifetime of ${formatDuration(lifetime)}`,
    verifier === 'naive' ? 'a deliberately naive verifier, which no one should write' : null,
    verifier === 'decode'
      ? 'decode(token) in place of verify(token, …), which checks nothing and which no one should write'
      : null,
    algorithms ? `algorithms: ${algorithms.join(', ')}` : null,
    leeway ? `a leeway of ${formatDuration(leeway)}` : null,
    notBefore === undefined ? null : `nbf ${formatDuration(notBefore)} after iat`,
    audience === undefined && second?.tokenAudience === undefined
      ? null
      : 'the claim aud, which is demanded',
    issuer === undefined ? null : 'the claim iss, which is demanded',
    token.expiresInAsText ? 'that lifetime handed over as a text without a unit' : null,
    token.noExp ? 'no expiresIn, so no exp' : null,
    token.checkTyp ? 'typ at+jwt, which is demanded' : null,
    token.kid ? 'keys named by kid' : null,
    latency > 0 ? sayLatency(latency) : null,
    token.denyList ? `a denyList, which createTokenApp takes as an option${where}` : null,
    token.refreshGrace ? `a grace period of ${formatDuration(token.refreshGrace)}` : null,
    token.comparesIat ? 'iat compared with a second in the user’s row, at every request' : null,
    refreshLifetime ? `refresh tokens, with a route of their own${where}` : null,
    refreshLifetime && token.refreshReadsFirst
      ? 'a rotation that reads first and writes afterwards'
      : null,
    refreshLifetime && token.refreshInCookie
      ? 'the refresh token in an HttpOnly cookie with Path=/refresh, and the logout below that'
      : null,
    refreshLifetime && token.refreshFormat === 'jwt'
      ? 'refresh tokens that are JWTs under the same secret'
      : null,
    user.role ? 'the claim role' : null,
    payload ? 'more claims' : null,
  ].filter((text) => text !== null);
}

/** Says why the token server has another library than the one that is shown. */
function sayLibrary(trace: Trace): string | null {
  const reason = readJoseReason(trace);
  if (!reason) return null;
  switch (reason.type) {
    case 'lastLetter':
      return 'jose in place of jsonwebtoken, which would refuse the other last letter';
    case 'payloadMember':
      return `jose in place of jsonwebtoken, which cannot sign a member named ${reason.name} and would answer 500`;
    case 'pemSecret':
      return 'jose in place of jsonwebtoken, which refuses a PEM text as a secret';
  }
}

const CORS: Readonly<Record<FrontEnd['cors'], string>> = {
  none: 'no CORS',
  any: 'CORS for any origin (*)',
  other: 'CORS for their own origin only',
  origin: 'CORS for that origin, without credentials',
  credentials: 'CORS for that origin, with credentials',
};

function sayFrontEnd({ frontEnd }: Settings): string | null {
  if (!frontEnd) return null;
  const { origin, credentials, cors } = frontEnd;
  return `the page at ${origin}, which fetches cookies by credentials: '${credentials}'; ${CORS[cors]}`;
}

const CSRF: Readonly<Record<NonNullable<Settings['csrf']>, string>> = {
  origin: 'a check of Origin before a transfer',
  fetchSite: 'a check of Sec-Fetch-Site before a transfer',
  token: 'a CSRF token, told to the page and asked for before a transfer',
};

function sayProxy({ tlsProxy }: Settings): string | null {
  if (!tlsProxy) return null;
  const tells = tlsProxy.tells ? 'sends X-Forwarded-Proto' : 'does not send X-Forwarded-Proto';
  return `a proxy that ends TLS and ${tells}; ${tlsProxy.trusted ? 'trust proxy: 1' : 'no trust proxy'}`;
}

/** Returns in what the run's servers differ from the code that is shown, both and each, a sentence; `null` where they do not. */
export function sayCodeDifferences(trace: Trace): RunTelling['codeDifferences'] {
  const { settings, actions } = trace.scenario;
  const library = sayLibrary(trace);
  const visited = actions.some((action) => 'target' in action && action.target);
  const both = [
    settings.second ? `two servers${settings.sharedStore ? ' that share their store' : ''}` : null,
    sayFrontEnd(settings),
    sayProxy(settings),
    settings.csrf ? CSRF[settings.csrf] : null,
    settings.secretAtBoot === 'random' ? 'a secret drawn at each start' : null,
    settings.noStore === false ? 'no Cache-Control' : null,
    visited || actions.some(({ type }) => type === 'crossSite' || type === 'injectScript')
      ? 'more pages than /profile'
      : null,
    actions.some(({ type }) => type === 'startSlow') ? 'a page that takes long' : null,
    actions.some(({ type }) => type === 'ban')
      ? 'a login that looks the user up, and lets nobody in who is banned'
      : null,
    actions.some(({ type }) => type === 'changePassword') ? 'POST /password' : null,
    actions.some(({ type }) => type === 'logoutEverywhere') ? 'POST /logout-everywhere' : null,
  ].filter((text) => text !== null);
  const sentence = (what: string, list: readonly string[]) =>
    list.length === 0 ? null : `${what}: ${list.join('; ')}.`;
  return {
    both: sentence('Both servers', both),
    session: sentence('Session', listSession(trace.scenario)),
    token: sentence('Token', [...(library === null ? [] : [library]), ...listToken(settings)]),
  };
}
