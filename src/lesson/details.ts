import type { StepKind } from '../sim/action.ts';
import type { Strategy } from '../sim/strategy.ts';
import type { LaneFrame } from '../sim/trace.ts';
import { amend } from './book.ts';
import {
  findCookie,
  findRequest,
  findResponse,
  findToken,
  readClock,
  readGivenCredential,
  readSentCredential,
  readUsername,
  sendsTokenCookie,
  setsTokenCookie,
  toRecords,
} from './facts.ts';
import { FAILURE_WORDS } from './failures.ts';
import { cut, formatCount, formatDate, formatDuration, formatTime, shorten } from './format.ts';

export type Detail = (lane: LaneFrame) => string | null;

const WIRE_CHARS = 10;

export const toRequestLine: Detail = (lane) => {
  const request = findRequest(lane);
  const size = request?.headers.find(([name]) => name === 'Content-Length')?.[1] ?? '0';
  return request ? `${request.method} ${request.target}, ${size} byte body` : null;
};

const toPasswordCheck: Detail = (lane) =>
  `${readUsername(lane)}: password ${lane.outcome.allowed ? 'matches' : 'does not match'}`;

export const toCopy: Detail = (lane) => {
  const { copy } = lane.outcome;
  if (!copy) return null;
  if (!copy.accepted) return `a copy would be refused${copy.other ? ', another one not' : ''}`;
  if (copy.expiresAt === null) return 'a copy stays valid for ever';
  return `a copy stays valid for ${formatDuration(copy.expiresAt - readClock(lane))}`;
};

export const toVerdict: Detail = ({ outcome }) => {
  const { status, failure, proof } = outcome;
  if (failure) return `${status ?? 'refused'}: ${FAILURE_WORDS[failure]}`;
  return `${status} for user ${proof?.userId}`;
};

const toSessionCheck: Detail = (lane) => {
  const call = lane.messages.find(({ method }) => method === 'get');
  const found = lane.outcome.proof?.userId ?? 'nothing';
  if (call) return `get(${shorten(call.target)}) → ${found}`;
  const { failure } = lane.outcome;
  return failure ? FAILURE_WORDS[failure] : null;
};

const toTokenCheck: Detail = (lane) => {
  const { proof, failure } = lane.outcome;
  if (failure) return FAILURE_WORDS[failure];
  const exp = proof?.expiresAt ?? null;
  if (exp === null) return `id ${proof?.userId}, no exp`;
  const asked = Object.entries(lane.state.servers).find(([, server]) => server.handling);
  const now = readClock(lane, asked?.[0]);
  const leeway = exp > now ? '' : ' + leeway';
  return `id ${proof?.userId}, exp ${formatTime(exp)}${leeway} > ${formatTime(now)}`;
};

const toSession: Partial<Record<StepKind, Detail>> = {
  'login.request': toRequestLine,
  'login.verify': toPasswordCheck,
  'login.create': ({ outcome: { proof } }) =>
    proof && `${shorten(proof.credential)} → ${proof.userId}`,
  'login.respond': (lane) => {
    const given = readGivenCredential(findResponse(lane), 'session');
    return given ? `Set-Cookie: connect.sid=${cut(given, WIRE_CHARS)}` : toVerdict(lane);
  },
  'login.store': (lane) => {
    const cookie = findCookie(lane);
    if (!cookie) return null;
    const end = cookie.expires === null ? 'with the browser' : formatTime(cookie.expires);
    return `jar: ${cookie.name}, ends ${end}`;
  },
  'request.send': (lane) => {
    const sent = readSentCredential(findRequest(lane), 'session');
    return sent ? `Cookie: connect.sid=${cut(sent, WIRE_CHARS)}` : 'no Cookie field';
  },
  'request.verify': toSessionCheck,
  'request.respond': toVerdict,
  'logout.request': (lane) => {
    const call = lane.messages.find(({ method }) => method === 'destroy');
    return `${lane.outcome.status}, ${call ? `destroy(${shorten(call.target)})` : 'no destroy'}`;
  },
  'logout.cleanup': (lane) => `store: ${formatCount(toRecords(lane).length, 'record')}`,
  'wait.pass': ({ state }) => `now ${formatDate(state.clock)}`,
  'end.rest': (lane) =>
    `store: ${formatCount(toRecords(lane).length, 'record')}, jar: ${findCookie(lane) ? 'cookie' : 'empty'}`,
  'login.whole': toVerdict,
  'request.whole': toVerdict,
  'logout.whole': (lane) => `store: ${formatCount(toRecords(lane).length, 'record')}`,
};

const toToken: Partial<Record<StepKind, Detail>> = {
  ...toSession,
  'login.create': ({ outcome: { proof } }) =>
    proof &&
    `id ${proof.userId}, exp ${proof.expiresAt === null ? 'none' : formatTime(proof.expiresAt)}`,
  'login.respond': (lane) => {
    const given = readGivenCredential(findResponse(lane), 'token');
    if (!given) return toVerdict(lane);
    const start = cut(given, WIRE_CHARS);
    return setsTokenCookie(findResponse(lane))
      ? `Set-Cookie: token=${start}`
      : `{"token":"${start}"}`;
  },
  'login.store': (lane) => {
    const token = findToken(lane);
    return token && `${token.place}: ${token.value.length} characters`;
  },
  'request.send': (lane) => {
    const request = findRequest(lane);
    const sent = readSentCredential(request, 'token');
    if (!sent) return 'no Authorization field';
    const field = sendsTokenCookie(request) ? 'Cookie: token=' : 'Authorization: Bearer ';
    return `${field}${cut(sent, WIRE_CHARS)}`;
  },
  'request.verify': toTokenCheck,
  'logout.request': toCopy,
  'logout.cleanup': toCopy,
  'end.rest': toCopy,
  'logout.whole': toCopy,
};

/** Kinds of the walk in which a lane at rest still has something to show. */
const WALK_IDLE: ReadonlySet<StepKind> = new Set([
  'login.create',
  'login.store',
  'logout.cleanup',
  'end.rest',
]);

/** Returns the computed fact that backs a cell of the execution table, in a few words; `null` when there is none. */
export function toDetail(kind: StepKind, lane: LaneFrame, strategy: Strategy): string | null {
  const details = strategy === 'session' ? toSession : toToken;
  const served = kind.replace(/^(replay|tamper|forge|crossSite|ride)\./, 'request.') as StepKind;
  if (lane.outcome.idle !== null && !WALK_IDLE.has(kind)) return null;
  return (details[kind] ?? details[served] ?? amend()?.details[kind])?.(lane) ?? null;
}
