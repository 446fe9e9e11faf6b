import type { ScenarioId } from '../../sim/scenarios.ts';
import type { Strategy } from '../../sim/strategy.ts';

/** A line that looks as if it belonged there, and the run that shows what it does. */
export interface FaultyLine {
  readonly code: string;
  readonly scenarioId: ScenarioId;
}

/** A route to be put together of its lines. */
export interface Puzzle {
  readonly id: string;
  readonly lane: Strategy;
  /** In the one order in which each line has what it needs. */
  readonly lines: readonly string[];
  readonly faults: readonly FaultyLine[];
}

export const PUZZLES: readonly Puzzle[] = [
  {
    id: 'session-login',
    lane: 'session',
    lines: [
      "app.post('/login', async (req, res) => {",
      '  const user = await checkPassword(req.body);',
      '  if (!user) return res.sendStatus(401);',
      '  await regenerate(req.session);',
      '  req.session.userId = user.id;',
      '  res.json({ userId: user.id });',
      '});',
    ],
    faults: [
      {
        code: '  await save(req.session);',
        scenarioId: 'fixation-without-regenerate',
      },
    ],
  },
  {
    id: 'session-logout',
    lane: 'session',
    lines: [
      "app.post('/logout', async (req, res) => {",
      '  await destroy(req.session);',
      "  res.clearCookie('connect.sid');",
      '  res.sendStatus(204);',
      '});',
    ],
    faults: [
      {
        code: '  req.session = null;',
        scenarioId: 'cookie-cleared-without-destroy',
      },
    ],
  },
  {
    id: 'token-login',
    lane: 'token',
    lines: [
      "app.post('/login', async (req, res) => {",
      '  const user = await checkPassword(req.body);',
      '  if (!user) return res.sendStatus(401);',
      "  const token = sign({ id: user.id }, secret, { expiresIn: '15m' });",
      '  res.json({ token });',
      '});',
    ],
    faults: [
      {
        code: '  const token = sign({ id: user.id }, secret);',
        scenarioId: 'token-without-exp',
      },
    ],
  },
  {
    id: 'token-profile',
    lane: 'token',
    lines: [
      "app.get('/profile', (req, res) => {",
      '  const token = readBearer(req);',
      '  if (!token) return res.sendStatus(401);',
      "  const claims = verify(token, secret, { algorithms: ['HS256'] });",
      '  res.json({ userId: claims.id });',
      '});',
    ],
    faults: [
      {
        code: '  const claims = verifyAs(decode(token).header.alg, token, secret);',
        scenarioId: 'alg-none-naive-verifier',
      },
    ],
  },
];

/** What an order of lines comes to. */
export type Judged =
  | { readonly type: 'right' }
  /** The line with this index is not the one that comes there. */
  | { readonly type: 'wrong'; readonly index: number }
  | { readonly type: 'faulty'; readonly fault: FaultyLine }
  | { readonly type: 'short' };

/** Judges the lines that were put together: a fault first, then the first line out of place. */
export function judgeLines({ lines, faults }: Puzzle, put: readonly string[]): Judged {
  const fault = faults.find(({ code }) => put.includes(code));
  if (fault) return { type: 'faulty', fault };
  const index = put.findIndex((code, i) => code !== lines[i]);
  if (index >= 0) return { type: 'wrong', index };
  return put.length < lines.length ? { type: 'short' } : { type: 'right' };
}
