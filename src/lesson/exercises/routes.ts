import type { SettingsChange } from '../../sim/scenarios/toScenarios.ts';
import type { ScenarioId } from '../../sim/scenarios.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { ROUTES_TEXTS, type TrialId } from '../texts/practise/routes.ts';

/** A line that can stand in a gap, and what it is to the engine. */
export interface LineChoice {
  readonly code: string;
  readonly change: SettingsChange;
}

/** A gap in the code of a route. */
export interface Gap {
  readonly id: string;
  readonly route: string;
  /** The lines around it; `null` stands for the gap. */
  readonly lines: readonly (string | null)[];
  /** The first is what the reference servers have. */
  readonly choices: readonly [LineChoice, LineChoice, ...LineChoice[]];
}

/** Stands where a choice is to have no line: it does not tell what comes of that. */
const NO_LINE = `// ${ROUTES_TEXTS.noLine}`;

/** A host with subdomains, from one of which a cookie can be planted. */
const ORIGIN = 'http://bank.localhost:3000';

/** The routes of both servers, each with what is missing in it. */
export const GAPS: readonly Gap[] = [
  {
    id: 'cookie',
    route: 'session({ … })',
    lines: [
      `// ${ROUTES_TEXTS.saySite(ORIGIN)}`,
      'app.use(session({',
      `  // ${ROUTES_TEXTS.anonymous}`,
      '  secret, resave: false, saveUninitialized: true,',
      null,
      '}));',
    ],
    choices: [
      { code: '  cookie: { httpOnly: true, sameSite: "lax" },', change: {} },
      {
        code: '  cookie: { httpOnly: false, sameSite: "lax" },',
        change: { session: { httpOnly: false } },
      },
    ],
  },
  {
    id: 'login',
    route: 'POST /login',
    lines: [
      'const user = await checkPassword(req.body);',
      'if (!user) return res.sendStatus(401);',
      null,
      'req.session.userId = user.id;',
    ],
    choices: [
      { code: 'await regenerate(req.session);', change: {} },
      {
        code: NO_LINE,
        change: { session: { regenerate: false } },
      },
    ],
  },
  {
    id: 'verify',
    route: 'GET /profile',
    lines: [
      'const token = readBearer(req);',
      null,
      'if (!payload || (await denyList.has(payload.jti))) return res.sendStatus(401);',
      'res.json({ userId: payload.id });',
    ],
    choices: [
      {
        code: "const payload = await verify(token, secret, { algorithms: ['HS256'] }).catch(() => null);",
        change: {},
      },
      {
        code: 'const payload = await verify(token, secret).catch(() => null);',
        change: { token: { algorithms: ['HS256', 'HS384', 'HS512'] } },
      },
      {
        code: 'const payload = await verifyAs(decode(token)?.header.alg, token, secret).catch(() => null);',
        change: { token: { verifier: 'naive' } },
      },
      {
        code: 'const payload = decode(token);',
        change: { token: { verifier: 'decode' } },
      },
    ],
  },
  {
    id: 'logout',
    route: 'POST /logout (session)',
    lines: [null, "res.clearCookie('connect.sid').sendStatus(204);"],
    choices: [
      { code: 'await destroy(req.session);', change: {} },
      {
        code: NO_LINE,
        change: { session: { destroyAtLogout: false } },
      },
    ],
  },
  {
    id: 'revoke',
    route: 'POST /logout (token)',
    lines: [
      'const payload = await readClaims(req);',
      'if (!payload) return res.sendStatus(401);',
      null,
      'res.sendStatus(204);',
    ],
    choices: [
      {
        code: 'await denyList.set(payload.jti, payload.exp);',
        change: { token: { denyList: true } },
      },
      { code: NO_LINE, change: {} },
    ],
  },
];

/** What the servers that are shown have otherwise than the walk's, whatever is chosen. */
export const SHOWN_CHANGE: SettingsChange = {
  origin: ORIGIN,
  session: { saveUninitialized: true },
};

/** A run that tries what has been put together: the Scenario whose Actions it takes, and the lane that it is about. */
export interface Trial {
  readonly id: TrialId;
  readonly scenarioId: ScenarioId;
  readonly lane: Strategy;
  /** The gap that decides it. */
  readonly gap: string;
  /** Only who has the secret can do it. */
  readonly needsSecret?: boolean;
}

export const TRIALS: readonly Trial[] = [
  { id: 'script', scenarioId: 'xss-http-only', lane: 'session', gap: 'cookie' },
  { id: 'planted', scenarioId: 'fixation-with-regenerate', lane: 'session', gap: 'login' },
  {
    ...{ id: 'algorithm', scenarioId: 'alg-not-listed', lane: 'token', gap: 'verify' },
    needsSecret: true,
  },
  { id: 'unsigned', scenarioId: 'alg-none', lane: 'token', gap: 'verify' },
  { id: 'payload', scenarioId: 'tampered-payload', lane: 'token', gap: 'verify' },
  { id: 'cookieCopy', scenarioId: 'stolen-then-logout', lane: 'session', gap: 'logout' },
  { id: 'tokenCopy', scenarioId: 'stolen-then-logout', lane: 'token', gap: 'revoke' },
];

/** Writes which line stands in each gap for an address, a digit a gap. */
export const formatRoutes = (chosen: readonly number[]): string => chosen.join('');

/** Reads it from any text; `null` for what does not name a line for each gap. */
export function parseRoutes(text: string): readonly number[] | null {
  const chosen = [...text].map(Number);
  const isWhole =
    /^[0-9]+$/.test(text) &&
    chosen.length === GAPS.length &&
    GAPS.every(({ choices }, i) => (chosen[i] ?? choices.length) < choices.length);
  return isWhole ? chosen : null;
}
