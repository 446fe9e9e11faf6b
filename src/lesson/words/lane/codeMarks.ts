import type { StepKind } from '../../../sim/stepKind.ts';
import type { Strategy } from '../../../sim/strategy.ts';
import { readServedKind } from '../../read/action/visit.ts';
import { isUnsent } from '../../read/check/crossOrigin.ts';
import { asksFirst } from '../../read/message/exchange.ts';
import type { Moment } from '../../read/moment.ts';
import { isCookieSession } from '../../read/server/dataInCookie.ts';
import type { CodeFileName, CodeMark } from '../../texts/http/codeFiles.ts';

const mark = (file: CodeFileName, from: string, to?: string): CodeMark =>
  to === undefined ? { file, from } : { file, from, to };

const S = 'sessionServer.js';
const T = 'tokenServer.js';
const R = 'refreshTokens.js';
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
    mark(S, 'async function endSession', 'clearCookie(res)'),
    mark(S, "app.post('/logout'", 'res.status(204)'),
  ],
  'logout.cleanup': [],
  'slow.finish': [mark(S, 'resave: false')],
  'back.show': [mark(S, 'app.use(caching)')],
  // What finds out who asks; the route itself is in none of the files that are shown.
  'logout.everywhere': [mark(S, 'session({', 'resave: false')],
  'password.change': [mark(S, 'session({', 'resave: false')],
  'wait.pass': [],
  'end.rest': [],
  'login.whole': [mark(S, "app.post('/login'", 'res.json({ userId: user.id })')],
  'request.whole': [
    mark(C, "return readJson(await send('/profile'))"),
    mark(S, "app.get('/profile'", 'res.json({ userId });'),
  ],
  'logout.whole': [mark(S, "app.post('/logout'", 'res.status(204)')],
  // What a process reads as it starts; the store that it makes is the session middleware's default.
  'restart.boot': [mark(S, 'const SESSION_SECRET ='), mark(S, '...options, // e.g. a store')],
  'rotate.change': [mark(S, 'const SESSION_SECRET =')],
};

/** Where the data is in the cookie: without the lines that another middleware takes the place of. */
const COOKIE_SESSION_MARKS: typeof SESSION_MARKS = {
  ...SESSION_MARKS,
  'login.create': [mark(S, 'await logIn(req, user)')],
  'request.verify': [mark(S, 'const { userId } = req.session')],
  'logout.request': [mark(C, "send('/logout'"), mark(S, "app.post('/logout'", 'res.status(204)')],
  'slow.finish': [],
  'logout.everywhere': [mark(S, "app.post('/logout'", 'res.status(204)')],
  'password.change': [],
  'restart.boot': [mark(S, 'const SESSION_SECRET =')],
};

/** The servers that are shown have no POST /refresh; what it asks of the refresh tokens is shown. */
const TRADE_MARKS: readonly CodeMark[] = [
  mark(R, 'async function redeem', 'return { userId: old.userId'),
  mark(R, 'async trade(', 'records.set(next.token'),
];

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
  'back.show': [mark(T, 'app.use(caching)')],
  'logout.everywhere': [mark(C, "storage.removeItem('token')")],
  'password.change': [mark(T, 'const requireToken', 'req.claims = verifyToken(token)')],
  'wait.pass': [],
  'end.rest': [],
  'login.whole': [mark(T, "app.post('/login'", 'res.json({ token: signToken(user) })')],
  'request.whole': [
    mark(C, "storage.getItem('token')", "send('/profile', { headers })"),
    mark(T, 'const requireToken', "refuse(res, 'unauthenticated')"),
  ],
  'logout.whole': [mark(C, "storage.removeItem('token')")],
  'refresh.verify': TRADE_MARKS,
  'refresh.whole': TRADE_MARKS,
  'tabs.first': TRADE_MARKS,
  'tabs.second': TRADE_MARKS,
  'refreshTwice.whole': TRADE_MARKS,
  'restart.boot': [mark(T, 'const TOKEN_SECRET =')],
  'rotate.change': [mark(T, 'const TOKEN_SECRET =')],
  // The same line as at a logout: a plain token has no other.
  'forget.drop': [mark(C, "storage.removeItem('token')")],
};

/** Lists the lines that act in a lane's step; none when the browser acts by itself or nothing happens. */
export function listCodeMarks(
  kind: StepKind,
  strategy: Strategy,
  isInCookie = false,
): readonly CodeMark[] {
  const sessionMarks = isInCookie ? COOKIE_SESSION_MARKS : SESSION_MARKS;
  const marks = strategy === 'session' ? sessionMarks : TOKEN_MARKS;
  const served = readServedKind(kind);
  if (served === null) return marks[kind] ?? [];
  // However a request came about, the server's lines are those of any request.
  return (marks[served] ?? []).filter(({ file }) => file !== C);
}

/** Lists the lines that act in a step: no server's where the browser did not send the request. */
export function listActingCode(moment: Moment): readonly CodeMark[] {
  const marks = listCodeMarks(moment.kind, moment.strategy, isCookieSession(moment));
  if (!isUnsent(moment)) return marks;
  return asksFirst(moment) ? marks.filter(({ file }) => file === C) : [];
}
