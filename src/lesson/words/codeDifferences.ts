import type { Trace } from '../../sim/trace.ts';
import { formatDuration } from '../page/format.ts';
import type { RunTelling } from '../telling.ts';

type Settings = Trace['scenario']['settings'];

/** Says where the session's server finds out what a user may do. */
function sayRoles(copies: boolean | undefined, role: string | undefined): string | null {
  if (copies) return 'the user copied into the record at login, and not looked up later';
  return role ? 'roles looked up in the database' : null;
}

function listSession({ session, user, payload }: Settings): string[] {
  const lifetime = session.lifetime === 900 ? null : session.lifetime;
  return [
    session.regenerate ? null : 'login without regenerate()',
    session.saveUninitialized ? 'saveUninitialized: true' : null,
    session.rolling ? 'rolling: true' : null,
    session.absoluteLifetime
      ? `an absolute timeout of ${formatDuration(session.absoluteLifetime)}`
      : null,
    session.destroyAtLogout ? null : 'logout without destroy()',
    session.clearCookieAtLogout ? null : 'logout without clearCookie()',
    session.endAllAtPasswordChange ? 'a changed password ends all sessions of the user' : null,
    session.httpOnly ? null : 'httpOnly: false',
    session.secure ? 'secure: true' : null,
    session.sameSite === 'lax'
      ? null
      : session.sameSite === null
        ? 'no sameSite'
        : `sameSite: '${session.sameSite}'`,
    session.lifetime === null ? 'no maxAge' : lifetime && `maxAge of ${formatDuration(lifetime)}`,
    session.store === 'persistent' ? 'a store outside of the process' : null,
    sayRoles(session.copiesUser, user.role),
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
    token.comparesIat ? 'iat compared with a second in the user’s row, at every request' : null,
    refreshLifetime ? 'refresh tokens, with a route of their own' : null,
    user.role ? 'the claim role' : null,
    payload ? 'more claims' : null,
  ].filter((text) => text !== null);
}

/** Returns in what the run's servers differ from the code that is shown, both and each, a sentence; `null` where they do not. */
export function sayCodeDifferences({
  scenario: { settings, actions },
}: Trace): RunTelling['codeDifferences'] {
  const visited = actions.some((action) => 'target' in action && action.target);
  const both = [
    settings.second ? `two servers${settings.sharedStore ? ' that share their store' : ''}` : null,
    settings.secretAtBoot === 'random' ? 'a secret drawn at each start' : null,
    visited || actions.some(({ type }) => type === 'crossSite' || type === 'injectScript')
      ? 'more pages than /profile'
      : null,
    actions.some(({ type }) => type === 'ban') ? 'a look at the users’ row' : null,
    actions.some(({ type }) => type === 'changePassword') ? 'POST /password' : null,
    actions.some(({ type }) => type === 'logoutEverywhere') ? 'POST /logout-everywhere' : null,
  ].filter((text) => text !== null);
  const sentence = (what: string, list: readonly string[]) =>
    list.length === 0 ? null : `${what}: ${list.join('; ')}.`;
  return {
    both: sentence('Both servers', both),
    session: sentence('Session', listSession(settings)),
    token: sentence('Token', listToken(settings)),
  };
}
