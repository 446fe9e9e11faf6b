import type { Trace } from '../../sim/trace.ts';
import { formatDuration } from '../page/format.ts';
import type { RunTelling } from '../telling.ts';

type Settings = Trace['scenario']['settings'];
type FrontEnd = NonNullable<Settings['frontEnd']>;

function listSession({ session, user, payload }: Settings): string[] {
  const lifetime = session.lifetime === 900 ? null : session.lifetime;
  return [
    session.regenerate ? null : 'login without regenerate()',
    session.saveUninitialized ? 'saveUninitialized: true' : null,
    session.rolling ? 'rolling: true' : null,
    session.destroyAtLogout ? null : 'logout without destroy()',
    session.clearCookieAtLogout ? null : 'logout without clearCookie()',
    session.httpOnly ? null : 'httpOnly: false',
    session.secure === 'auto' ? "secure: 'auto'" : session.secure ? 'secure: true' : null,
    session.sameSite === 'lax'
      ? null
      : session.sameSite === null
        ? 'no sameSite'
        : `sameSite: '${session.sameSite}'`,
    session.lifetime === null ? 'no maxAge' : lifetime && `maxAge of ${formatDuration(lifetime)}`,
    session.store === 'persistent' ? 'a store outside of the process' : null,
    user.role ? 'roles looked up in the database' : null,
    payload ? 'more data in the record' : null,
  ].filter((text) => typeof text === 'string');
}

function listToken({ token, user, payload }: Settings): string[] {
  const { keptIn, verifier, algorithms, leeway, refreshLifetime, lifetime } = token;
  return [
    keptIn === 'cookie' ? 'the token in an HttpOnly cookie' : null,
    keptIn === 'memory' ? 'the client keeps the token in a variable' : null,
    lifetime === 900 ? null : `a lifetime of ${formatDuration(lifetime)}`,
    verifier === 'naive' ? 'a deliberately naive verifier, which no one should write' : null,
    algorithms ? `algorithms: ${algorithms.join(', ')}` : null,
    leeway ? `a leeway of ${formatDuration(leeway)}` : null,
    token.kid ? 'keys named by kid' : null,
    token.denyList ? 'a denyList, which createTokenApp takes as an option' : null,
    refreshLifetime ? 'refresh tokens, with a route of their own' : null,
    user.role ? 'the claim role' : null,
    payload ? 'more claims' : null,
  ].filter((text) => text !== null);
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
};

function sayProxy({ tlsProxy }: Settings): string | null {
  if (!tlsProxy) return null;
  const tells = tlsProxy.tells ? 'sends X-Forwarded-Proto' : 'does not send X-Forwarded-Proto';
  return `a proxy that ends TLS and ${tells}; ${tlsProxy.trusted ? 'trust proxy: 1' : 'no trust proxy'}`;
}

/** Returns in what the run's servers differ from the code that is shown, both and each, a sentence; `null` where they do not. */
export function sayCodeDifferences({
  scenario: { settings, actions },
}: Trace): RunTelling['codeDifferences'] {
  const visited = actions.some((action) => 'target' in action && action.target);
  const both = [
    settings.second ? `two servers${settings.sharedStore ? ' that share their store' : ''}` : null,
    sayFrontEnd(settings),
    sayProxy(settings),
    settings.csrf ? CSRF[settings.csrf] : null,
    settings.secretAtBoot === 'random' ? 'a secret drawn at each start' : null,
    visited || actions.some(({ type }) => type === 'crossSite' || type === 'injectScript')
      ? 'more pages than /profile'
      : null,
    actions.some(({ type }) => type === 'ban') ? 'a look at the users’ row' : null,
  ].filter((text) => text !== null);
  const sentence = (what: string, list: readonly string[]) =>
    list.length === 0 ? null : `${what}: ${list.join('; ')}.`;
  return {
    both: sentence('Both servers', both),
    session: sentence('Session', listSession(settings)),
    token: sentence('Token', listToken(settings)),
  };
}
