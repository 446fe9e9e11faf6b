import { CLIENT, SERVER } from './actors.ts';
import type { Frame, LaneFrame } from './frame.ts';
import type { Message } from './message.ts';
import type { Trace } from './runs/history.ts';
import type { State } from './state.ts';
import { getClient, readClock, readStolen } from './state.ts';
import type { Strategy } from './strategy.ts';

/** How long a copy of the dropped or stolen credential would still work. */
export interface CopyLeft {
  /** Seconds until it is refused; 0 when it is refused now, `null` when it never will be. */
  readonly seconds: number | null;
}

/**
 * What one lane has done so far. Bytes on the wire are those of the header fields Cookie and
 * Authorization, Set-Cookie and WWW-Authenticate (name, value, line end), and of the bodies that
 * hold a password or a token. Whoever sends a request counts as client.
 */
export interface LaneCounts {
  readonly storeReads: number;
  readonly storeWrites: number;
  readonly signaturesMade: number;
  readonly signaturesChecked: number;
  readonly clientBytes: number;
  readonly serverBytes: number;
  /** Bytes that the servers and stores keep now because of it, as JSON. */
  readonly keptBytes: number;
  /** `null` as long as there is no copy. */
  readonly copy: CopyLeft | null;
}

export type Counts = Readonly<Record<Strategy, LaneCounts>>;

const NOTHING: LaneCounts = {
  storeReads: 0,
  storeWrites: 0,
  signaturesMade: 0,
  signaturesChecked: 0,
  clientBytes: 0,
  serverBytes: 0,
  keptBytes: 0,
  copy: null,
};

const CLIENT_FIELDS = new Set(['Cookie', 'Authorization']);
const READS: ReadonlySet<string> = new Set(['get', 'all']);
const SERVER_FIELDS = new Set(['Set-Cookie', 'WWW-Authenticate']);
/** Colon, space, CRLF. */
const FIELD_OVERHEAD = 4;

const byteLength = (text: string) => new TextEncoder().encode(text).length;

/** Weighs the fields that authenticate, and the body where it holds a credential. */
function toBytes({ headers, body, carries }: Message, counted: ReadonlySet<string>): number {
  const fields = headers.filter(([name]) => counted.has(name));
  const inFields = fields.map(([name, value]) => byteLength(name + value) + FIELD_OVERHEAD);
  const inBody = carries.some((carried) => carried.in === 'body') ? byteLength(body ?? '') : 0;
  return inFields.reduce((sum, bytes) => sum + bytes, inBody);
}

const weighed = new WeakMap<object, number>();

/** Weighs a part of a State once; States share the parts that did not change. */
function weigh(part: object): number {
  const known = weighed.get(part);
  if (known !== undefined) return known;
  const bytes = Object.keys(part).length === 0 ? 0 : byteLength(JSON.stringify(part));
  weighed.set(part, bytes);
  return bytes;
}

function toKeptBytes({ stores, servers }: State): number {
  const parts = Object.values(stores).flatMap(({ sessions, buckets }) =>
    buckets ? Object.values(buckets) : [sessions],
  );
  // What two servers share is one thing, kept once.
  const lists = Object.values(servers).flatMap(({ denyList, refreshTokens }) =>
    [denyList, refreshTokens].filter((list) => list !== null && list !== undefined),
  );
  return [...parts, ...new Set(lists)].reduce((sum, part) => sum + weigh(part), 0);
}

function toCopyLeft(before: CopyLeft | null, { outcome, state }: LaneFrame): CopyLeft | null {
  const { copy } = outcome;
  if (!copy) {
    const isOut = getClient(state, CLIENT).discarded !== null || readStolen(state).length > 0;
    return isOut ? before : null;
  }
  const ends = [...(copy.accepted ? [copy] : []), ...(copy.other ? [copy.other] : [])];
  if (ends.some(({ expiresAt }) => expiresAt === null)) return { seconds: null };
  const left = ends.map(({ expiresAt, at = SERVER }) => (expiresAt ?? 0) - readClock(state, at));
  return { seconds: Math.max(0, ...left) };
}

function addLane(counts: LaneCounts, lane: LaneFrame): LaneCounts {
  const sum: { -readonly [K in keyof LaneCounts]: LaneCounts[K] } = { ...counts };
  for (const message of lane.messages) {
    if (message.kind === 'request') sum.clientBytes += toBytes(message, CLIENT_FIELDS);
    else if (message.kind === 'response') sum.serverBytes += toBytes(message, SERVER_FIELDS);
    else if (READS.has(message.method)) sum.storeReads++;
    else sum.storeWrites++;
  }
  sum.signaturesMade += lane.signatures.made;
  sum.signaturesChecked += lane.signatures.checked;
  sum.keptBytes = toKeptBytes(lane.state);
  sum.copy = toCopyLeft(counts.copy, lane);
  return sum;
}

const counted = new WeakMap<Frame, Counts>();
const START: Counts = { session: NOTHING, token: NOTHING };

/**
 * Counts what each lane has done from the start to a step (inclusive). What was counted for an
 * earlier step of the same run is used again, so that stepping on costs the same anywhere.
 * @throws RangeError for a step that the Trace does not have.
 */
export function countTrace({ frames }: Trace, step: number): Counts {
  const last = frames[step];
  if (!last) throw new RangeError(`no step ${step} in a trace of ${frames.length - 1} steps`);
  let from = step;
  while (from > 0 && !counted.has(frames[from] as Frame)) from--;
  let counts = counted.get(frames[from] as Frame) ?? START;
  for (let at = from + 1; at <= step; at++) {
    const frame = frames[at] as Frame;
    counts = {
      session: addLane(counts.session, frame.session),
      token: addLane(counts.token, frame.token),
    };
    counted.set(frame, counts);
  }
  return counts;
}

/** What one request takes: bytes of the field that authenticates it, calls to stores, signatures. */
export type RequestCost = Pick<
  LaneCounts,
  'clientBytes' | 'storeReads' | 'storeWrites' | 'signaturesChecked'
> & {
  /** Milliseconds that its server waited for the store, one call after the other; absent where it did not. */
  readonly waitedMs?: number;
};

/** Counts the last request for a page that brought a credential, with its answer; `null` where none did. */
export function countRequest({ frames }: Trace, strategy: Strategy): RequestCost | null {
  const brings = ({ kind, headers }: Message) =>
    kind === 'request' && headers.some(([name]) => CLIENT_FIELDS.has(name));
  const sent = frames.findLast(
    ({ action, [strategy]: lane }) => action?.type === 'request' && lane.messages.some(brings),
  );
  if (!sent) return null;
  const lanes = frames
    .filter(({ actionIndex }) => actionIndex === sent.actionIndex)
    .map((frame) => frame[strategy]);
  const counts = lanes.reduce(addLane, NOTHING);
  const { clientBytes, storeReads, storeWrites, signaturesChecked } = counts;
  const waitedMs = lanes.reduce((sum, { outcome }) => sum + (outcome.waitedMs ?? 0), 0);
  const cost = { clientBytes, storeReads, storeWrites, signaturesChecked };
  return waitedMs > 0 ? { ...cost, waitedMs } : cost;
}
