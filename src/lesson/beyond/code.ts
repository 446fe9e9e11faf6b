import type { StepKind } from '../../sim/action.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { Trace } from '../../sim/trace.ts';
import type { CodeMark } from '../codeMarks.ts';
import { formatDuration } from '../format.ts';

const READS_SECRET: Readonly<Record<Strategy, readonly CodeMark[]>> = {
  session: [{ file: 'sessionServer.js', from: 'const SESSION_SECRET =' }],
  token: [{ file: 'tokenServer.js', from: 'const TOKEN_SECRET =' }],
};

const MARKS: Readonly<Partial<Record<StepKind, Partial<Record<Strategy, readonly CodeMark[]>>>>> = {
  // What a process reads as it starts; the store that it makes is the session middleware's default.
  'restart.boot': {
    session: [
      ...READS_SECRET.session,
      { file: 'sessionServer.js', from: '...options, // e.g. a store' },
    ],
    token: READS_SECRET.token,
  },
  'rotate.change': READS_SECRET,
  // The same line as at a logout: a plain token has no other.
  'forget.drop': { token: [{ file: 'client.js', from: "storage.removeItem('token')" }] },
};

/** Returns the lines that act in a step which the walk does not have; none where no code that is shown acts. */
export const amendCodeMarks = (kind: StepKind, strategy: Strategy) => MARKS[kind]?.[strategy];

type Settings = Trace['scenario']['settings'];

function listSession({ session, user, payload }: Settings): string[] {
  const lifetime = session.lifetime === 900 ? null : session.lifetime;
  return [
    session.regenerate ? null : 'login without regenerate()',
    session.saveUninitialized ? 'saveUninitialized: true' : null,
    session.rolling ? 'rolling: true' : null,
    session.destroyAtLogout ? null : 'logout without destroy()',
    session.clearCookieAtLogout ? null : 'logout without clearCookie()',
    session.httpOnly ? null : 'httpOnly: false',
    session.secure ? 'secure: true' : null,
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

/** Returns in what the run's servers differ from the code that is shown; empty where they are the same. */
export function toCodeDifferences(
  { scenario: { settings, actions } }: Trace,
  shown: readonly Strategy[],
): readonly string[] {
  const visited = actions.some((action) => 'target' in action && action.target);
  const both = [
    settings.second ? `two servers${settings.sharedStore ? ' that share their store' : ''}` : null,
    settings.secretAtBoot === 'random' ? 'a secret drawn at each start' : null,
    visited || actions.some(({ type }) => type === 'crossSite' || type === 'injectScript')
      ? 'more pages than /profile'
      : null,
    actions.some(({ type }) => type === 'ban') ? 'a look at the users’ row' : null,
  ].filter((text) => text !== null);
  const sentence = (what: string, list: readonly string[]) =>
    list.length === 0 ? [] : [`${what}: ${list.join('; ')}.`];
  const found = [
    ...sentence('Both servers', both),
    ...(shown.includes('session') ? sentence('Session', listSession(settings)) : []),
    ...(shown.includes('token') ? sentence('Token', listToken(settings)) : []),
  ];
  return found.length === 0
    ? []
    : ['This run’s servers differ from the code that is shown.', ...found];
}
