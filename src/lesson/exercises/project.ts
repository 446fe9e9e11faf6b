import type { ScenarioId } from '../../sim/scenarios.ts';
import type { StepKind } from '../../sim/stepKind.ts';
import type { Strategy } from '../../sim/strategy.ts';

/** A line that looks as if it belonged there, and the run that shows what it does. */
export interface FaultyLine {
  readonly code: string;
  /** The line that it stands in for, by its index; beside that it is not needed, and no fault. */
  readonly insteadOf: number;
  readonly scenarioId: ScenarioId;
  /** Beside that line it does no harm between the line with this index and the next one. */
  readonly harmlessAfter?: number;
}

/** A route to be put together of its lines. */
export interface Puzzle {
  readonly id: string;
  readonly lane: Strategy;
  /** In an order in which each line has what it needs. */
  readonly lines: readonly string[];
  /** The step of the walk that shows what each line does; the last closes the route. */
  readonly shownAt: readonly StepKind[];
  /** Two lines, by their index, neither of which needs the other. */
  readonly eitherFirst?: readonly [number, number];
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
    shownAt: [
      'login.request',
      'login.verify',
      'login.verify',
      'login.create',
      'login.create',
      'login.respond',
    ],
    faults: [
      {
        code: '  await save(req.session);',
        insteadOf: 3,
        scenarioId: 'fixation-without-regenerate',
        // The README of express-session saves here too, before it answers.
        harmlessAfter: 4,
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
    shownAt: ['logout.request', 'logout.cleanup', 'logout.cleanup', 'logout.cleanup'],
    eitherFirst: [1, 2],
    faults: [
      {
        code: '  req.session = null;',
        insteadOf: 1,
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
    shownAt: ['login.request', 'login.verify', 'login.verify', 'login.create', 'login.respond'],
    faults: [
      {
        code: '  const token = sign({ id: user.id }, secret);',
        insteadOf: 3,
        scenarioId: 'token-without-exp',
      },
    ],
  },
  {
    id: 'token-profile',
    lane: 'token',
    lines: [
      "app.get('/profile', async (req, res) => {",
      '  const token = readBearer(req);',
      "  const claims = await verify(token, secret, { algorithms: ['HS256'] }).catch(() => null);",
      '  if (!claims) return res.sendStatus(401);',
      '  res.json({ userId: claims.id });',
      '});',
    ],
    shownAt: [
      'request.send',
      'request.send',
      'request.verify',
      'request.verify',
      'request.respond',
    ],
    faults: [
      {
        code: '  const claims = await verifyAs(decode(token)?.header.alg, token, secret).catch(() => null);',
        insteadOf: 2,
        scenarioId: 'alg-none-naive-verifier',
      },
    ],
  },
];

/** What an order of lines comes to. */
export type Judged =
  /** `unneeded`: a line that is not needed is there as well, and does no harm. */
  | { readonly type: 'right'; readonly unneeded?: string }
  /** The line with this index in what was put together comes before one that it needs, by its index in the puzzle; which may be nowhere. */
  | {
      readonly type: 'early';
      readonly index: number;
      readonly needs: number;
      readonly isMissing: boolean;
    }
  | { readonly type: 'faulty'; readonly fault: FaultyLine }
  /** The line that it would stand in for is there as well. */
  | { readonly type: 'needless'; readonly fault: FaultyLine }
  | { readonly type: 'short' };

/** Finds the nearest line of a puzzle that a line needs and that is not among those before it; -1 for none. */
function findNeeded({ lines, eitherFirst }: Puzzle, code: string, before: readonly string[]) {
  const own = lines.indexOf(code);
  const isFree = (index: number) => eitherFirst?.includes(index) && eitherFirst.includes(own);
  return lines.findLastIndex((line, i) => i < own && !isFree(i) && !before.includes(line));
}

/** Tells whether a faulty line stands between the two lines where it does no harm. */
function isHarmless(
  { lines }: Puzzle,
  { code, harmlessAfter }: FaultyLine,
  put: readonly string[],
) {
  if (harmlessAfter === undefined) return false;
  const beside = [harmlessAfter, harmlessAfter + 1].map((i) => put.indexOf(lines[i] ?? ''));
  const at = put.indexOf(code);
  return beside[0] === at - 1 && beside[1] === at + 1;
}

/** Judges the lines that were put together: a fault first, then the first line that comes too soon, at last what is only one too many. */
export function judgeLines(puzzle: Puzzle, put: readonly string[]): Judged {
  const { lines, faults } = puzzle;
  const fault = faults.find(({ code }) => put.includes(code));
  if (fault && !put.includes(lines[fault.insteadOf] ?? '')) return { type: 'faulty', fault };
  const needed = put.map((code, i) => findNeeded(puzzle, code, put.slice(0, i)));
  const index = needed.findIndex((needs) => needs >= 0);
  if (index >= 0) {
    const needs = needed[index] ?? -1;
    return { type: 'early', index, needs, isMissing: !put.includes(lines[needs] ?? '') };
  }
  if (fault && !isHarmless(puzzle, fault, put)) return { type: 'needless', fault };
  if (put.length < lines.length + (fault ? 1 : 0)) return { type: 'short' };
  return fault ? { type: 'right', unneeded: fault.code } : { type: 'right' };
}
