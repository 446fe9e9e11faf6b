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

/** Records of a full store that are written out; the others are counted. */
const MAX_RECORDS = 5;

function toStoreText(lane: LaneFrame): string {
  const all = toRecords(lane);
  const records = all
    .slice(0, MAX_RECORDS)
    .map(([sid, { cookie: _, ...data }]) => [sid, data] as const);
  const [first, second] = records;
  if (!first) return '{}';
  if (!second) return formatLiteral(first[1]);
  const text = formatLiteral(
    Object.fromEntries(records.map(([sid, data]) => [shorten(sid), data])),
  );
  const more = all.length - records.length;
  return more > 0 ? `${text.slice(0, -2)}, … ${more} more }` : text;
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

const TEXTS: Readonly<Record<Variable, (frame: Frame, before?: Frame) => string>> = {
  sessionStore: ({ session }) => toStoreText(session),
  sessionCookie: ({ session }, before) => toCookieText(session, before?.session),
  token: ({ token }, before) => toTokenText(token, before?.token),
};

/**
 * Returns what the variable tracker shows of a variable after a step: the last thing that happened
 * to it, else where it rests. Costs the same however long the run is.
 */
export function toVariableText({ frames }: Trace, variable: Variable, step: number): string {
  const frame = frames[step];
  if (!frame) return '';
  const before = frames[step - 1];
  return amend()?.variables(frame, before)?.[variable] ?? TEXTS[variable](frame, before);
}
