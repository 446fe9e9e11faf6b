import type { StepKind } from '../sim/action.ts';
import type { Strategy } from '../sim/strategy.ts';
import { amend } from './book.ts';

export const CODE_FILES = ['sessionServer.js', 'tokenServer.js', 'client.js'] as const;
export type CodeFileName = (typeof CODE_FILES)[number];

/** Lines that act in a step: from the one line of the file that holds `from` to the next that holds `to`. */
export interface CodeMark {
  readonly file: CodeFileName;
  readonly from: string;
  /** Left out: the one line. */
  readonly to?: string;
}

const mark = (file: CodeFileName, from: string, to?: string): CodeMark =>
  to === undefined ? { file, from } : { file, from, to };

const S = 'sessionServer.js';
const T = 'tokenServer.js';
const C = 'client.js';

const SESSION_MARKS: Readonly<Partial<Record<StepKind, readonly CodeMark[]>>> = {
  start: [],
  'login.request': [mark(C, "return readJson(await send('/login'")],
  'login.verify': [mark(S, "app.post('/login'", "refuse(res, 'invalid_credentials')")],
  'login.create': [
    mark(S, 'async function startSession', 'req.session.userId = user.id'),
    mark(S, 'await logIn(req, user)'),
  ],
  'login.respond': [mark(S, 'res.json({ userId: user.id })')],
  'login.store': [],
  'request.send': [mark(C, "return readJson(await send('/profile'))")],
  'request.verify': [
    mark(S, 'session({', 'resave: false'),
    mark(S, 'const { userId } = req.session'),
  ],
  'request.respond': [mark(S, "refuse(res, 'unauthenticated')", 'res.json({ userId });')],
  'logout.request': [
    mark(C, "send('/logout'"),
    mark(S, 'async function endSession', 'res.clearCookie('),
    mark(S, "app.post('/logout'", 'res.status(204)'),
  ],
  'logout.cleanup': [],
  'wait.pass': [],
  'end.rest': [],
  'login.whole': [mark(S, "app.post('/login'", 'res.json({ userId: user.id })')],
  'request.whole': [
    mark(C, "return readJson(await send('/profile'))"),
    mark(S, "app.get('/profile'", 'res.json({ userId });'),
  ],
  'logout.whole': [mark(S, "app.post('/logout'", 'res.status(204)')],
};

const TOKEN_MARKS: Readonly<Partial<Record<StepKind, readonly CodeMark[]>>> = {
  start: [],
  'login.request': [mark(C, 'const { token } = await readJson')],
  'login.verify': [mark(T, "app.post('/login'", "refuse(res, 'invalid_credentials')")],
  'login.create': [mark(T, 'const signToken', 'return jwt.sign')],
  'login.respond': [mark(T, 'res.json({ token: signToken(user) })')],
  'login.store': [mark(C, "storage.setItem('token', token)")],
  'request.send': [mark(C, "storage.getItem('token')", "send('/profile', { headers })")],
  'request.verify': [
    mark(T, 'const verifyToken', 'return claims'),
    mark(T, 'const requireToken', 'req.claims = verifyToken(token)'),
  ],
  'request.respond': [
    mark(T, "refuse(res, 'invalid_token'"),
    mark(T, "app.get('/profile'", 'res.json({ userId: req.claims.id })'),
  ],
  'logout.request': [mark(C, "storage.removeItem('token')")],
  'logout.cleanup': [],
  'wait.pass': [],
  'end.rest': [],
  'login.whole': [mark(T, "app.post('/login'", 'res.json({ token: signToken(user) })')],
  'request.whole': [
    mark(C, "storage.getItem('token')", "send('/profile', { headers })"),
    mark(T, 'const requireToken', "refuse(res, 'unauthenticated')"),
  ],
  'logout.whole': [mark(C, "storage.removeItem('token')")],
};

/** Why a step has no code of anybody's. */
export const NO_CODE: Readonly<Record<Strategy, string>> = {
  session: 'Session lane: no code acts.',
  token: 'Token lane: no code acts.',
};

/** Returns which lines act in a lane's step; none when the browser acts by itself or nothing happens. */
export function toCodeMarks(kind: StepKind, strategy: Strategy): readonly CodeMark[] {
  const marks = strategy === 'session' ? SESSION_MARKS : TOKEN_MARKS;
  // However a request came about, the server's lines are those of any request.
  const served = kind.replace(/^(replay|tamper|forge|crossSite|ride)\./, 'request.') as StepKind;
  const found = marks[kind] ?? marks[served] ?? amend()?.codeMarks(kind, strategy) ?? [];
  return kind === served ? found : found.filter(({ file }) => file !== C);
}

/** Finds a mark's lines in a file: first and last index, or `null` when it points at nothing or at two places. */
export function locateMark(mark: CodeMark, text: string): readonly [number, number] | null {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, i) => (line.includes(mark.from) ? [i] : []));
  const [start] = starts;
  if (start === undefined || starts.length > 1) return null;
  const { to } = mark;
  if (to === undefined) return [start, start];
  const end = lines.findIndex((line, i) => i >= start && line.includes(to));
  return end < 0 ? null : [start, end];
}
