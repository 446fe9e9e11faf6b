import type { Strategy } from '../sim/strategy.ts';
import type { Frame, LaneFrame, Trace } from '../sim/trace.ts';
import { amend } from './book.ts';
import {
  findCookie,
  findRequest,
  findResponse,
  findToken,
  readGivenCredential,
  readSentCredential,
  toRecords,
} from './facts.ts';
import { formatLiteral, shorten } from './format.ts';

export const VARIABLES = ['sessionStore', 'sessionCookie', 'token'] as const;
export type Variable = (typeof VARIABLES)[number];

/** Which lane a variable lives in. */
export const VARIABLE_LANES: Readonly<Record<Variable, Strategy>> = {
  sessionStore: 'session',
  sessionCookie: 'session',
  token: 'token',
};

/** A column of the tracker: after which step it looks, and what it is called. */
export interface Checkpoint {
  readonly step: number;
  readonly title: string;
}

/** The checkpoints of the walk and what their columns are called. */
export const CHECKPOINTS = [
  { step: 0, title: 'Start' },
  { step: 3, title: 'After Step 3' },
  { step: 4, title: 'After Step 4' },
  { step: 6, title: 'After Step 6' },
  { step: 9, title: 'After Step 9' },
  { step: 12, title: 'Final' },
] as const;

function toStoreText(lane: LaneFrame): string {
  const records = toRecords(lane).map(([sid, { cookie: _, ...data }]) => [sid, data] as const);
  const [first, second] = records;
  if (!first) return '{}';
  if (!second) return formatLiteral(first[1]);
  return formatLiteral(Object.fromEntries(records.map(([sid, data]) => [shorten(sid), data])));
}

function toCookieText(lane: LaneFrame, before: LaneFrame | undefined): string {
  if (before && findCookie(before) && !findCookie(lane)) return 'deleted';
  if (readGivenCredential(findResponse(lane), 'session')) return 'set in response';
  if (readSentCredential(findRequest(lane), 'session')) return 'sent with request';
  return findCookie(lane) ? 'stored in jar' : 'none';
}

function toTokenText(lane: LaneFrame, before: LaneFrame | undefined): string {
  if (before && findToken(before) && !findToken(lane)) return 'deleted from client';
  if (readGivenCredential(findResponse(lane), 'token')) return 'sent in response';
  if (readSentCredential(findRequest(lane), 'token')) return 'sent in Authorization header';
  if (findToken(lane)) return 'stored in client';
  const issued = lane.state.servers.server?.handling?.issued;
  return issued ? `${issued.split('.')[0]}...` : 'none';
}

/** Returns what the variable tracker shows after a step: the last thing that happened to each variable, else where it rests. */
export function toVariables(frame: Frame, before?: Frame): Record<Variable, string> {
  return {
    sessionStore: toStoreText(frame.session),
    sessionCookie: toCookieText(frame.session, before?.session),
    token: toTokenText(frame.token, before?.token),
    ...amend()?.variables(frame, before),
  };
}

/** Returns one variable's texts after every step of a Trace. */
export function toHistory(trace: Trace, variable: Variable): readonly string[] {
  return trace.frames.map((frame, i) => toVariables(frame, trace.frames[i - 1])[variable]);
}
