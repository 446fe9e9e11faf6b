import { SERVER } from './actors.ts';
import type { Frame, LaneFrame } from './frame.ts';
import type { Trace } from './history.ts';
import type { Message } from './message.ts';
import { getHeader } from './message.ts';
import type { FailureCode } from './outcome.ts';
import type { State } from './state.ts';
import { readClock, readLoot } from './state.ts';
import type { Strategy } from './strategy.ts';

/** How long a copy of the dropped or stolen credential would still work. */
export interface CopyLeft {
  /** Seconds until it is refused; 0 when it is refused now, `null` when it never will be. */
  readonly seconds: number | null;
}

/** What one lane has done so far. Bytes are those of credentials: their header fields with name and line end, bodies that hold one. */
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
const CREDENTIAL_TARGETS = new Set(['/login', '/refresh']);
const CREDENTIAL_BODY = /"(token|refreshToken)":/;
/** Name, colon, space, value, CRLF. */
const FIELD_OVERHEAD = 4;

/** Refusals that come before any signature is computed. */
const UNCHECKED: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'cookieMissing',
  'cookieUnsigned',
  'tokenMissing',
  'tokenMalformed',
  'tokenAlgorithmNotAllowed',
  'tokenUnsupported',
  'tokenKeyUnknown',
  'headersTooLarge',
]);

const byteLength = (text: string) => new TextEncoder().encode(text).length;

const toFieldBytes = ({ headers }: Message, isCounted: (name: string) => boolean) =>
  headers.reduce(
    (sum, [name, value]) =>
      isCounted(name) ? sum + byteLength(name + value) + FIELD_OVERHEAD : sum,
    0,
  );

function toClientBytes(request: Message): number {
  const { body, target } = request;
  const holds = CREDENTIAL_TARGETS.has(target) || CREDENTIAL_BODY.test(body ?? '');
  const bodyBytes = holds ? byteLength(body ?? '') : 0;
  return toFieldBytes(request, (name) => CLIENT_FIELDS.has(name)) + bodyBytes;
}

function toServerBytes(response: Message): number {
  const body = response.body ?? '';
  const bodyBytes = CREDENTIAL_BODY.test(body) ? byteLength(body) : 0;
  return toFieldBytes(response, (name) => name === 'Set-Cookie') + bodyBytes;
}

/** A cookie that is cleared, like one that is refused, needs no signature. */
function countMade(response: Message, strategy: Strategy): number {
  const cookies = response.headers.filter(([name]) => name === 'Set-Cookie');
  const prefix = strategy === 'session' ? 'connect.sid=s' : 'token=e';
  const set = cookies.filter(([, value]) => value.startsWith(prefix)).length;
  return /"token":/.test(response.body ?? '') ? set + 1 : set;
}

/** Returns the request that a response answers: of the same step, or one that the server had already. */
function findRequest(response: Message, lane: LaneFrame, before: LaneFrame): Message | null {
  const same = lane.messages.find(({ kind, to }) => kind === 'request' && to === response.from);
  return same ?? before.state.servers[response.from]?.handling?.request ?? null;
}

/**
 * Tells whether a server computed a signature to answer a request; simplifies: one, also where
 * several secrets are tried.
 */
function wasChecked(request: Message, { outcome, state }: LaneFrame, strategy: Strategy): boolean {
  const field = (name: string) => getHeader(request, name) ?? '';
  if (outcome.failure === 'headersTooLarge') return false;
  if (strategy === 'session') return /connect\.sid=s(%3A|:)/i.test(field('Cookie'));
  const shown = field('Authorization') !== '' || /(^| )token=/.test(field('Cookie'));
  if (!shown || CREDENTIAL_TARGETS.has(request.target)) return false;
  // Only a deny-list has to know whose token logs out.
  if (request.target === '/logout' && !state.servers[request.to]?.denyList) return false;
  return !(outcome.failure !== null && UNCHECKED.has(outcome.failure));
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
  const { client } = state.clients;
  if (!client?.discarded && readLoot(state).length === 0) return null;
  if (!copy) return before;
  if (!copy.accepted) return { seconds: 0 };
  if (copy.expiresAt === null) return { seconds: null };
  return { seconds: copy.expiresAt - readClock(state, SERVER) };
}

function addLane(
  counts: LaneCounts,
  lane: LaneFrame,
  before: LaneFrame,
  strategy: Strategy,
): LaneCounts {
  const sum: { -readonly [K in keyof LaneCounts]: LaneCounts[K] } = { ...counts };
  for (const message of lane.messages) {
    if (message.kind === 'store') {
      if (message.method === 'get') sum.storeReads++;
      else sum.storeWrites++;
    } else if (message.kind === 'request') {
      sum.clientBytes += toClientBytes(message);
    } else {
      const request = findRequest(message, lane, before);
      sum.serverBytes += toServerBytes(message);
      sum.signaturesMade += countMade(message, strategy);
      if (request && wasChecked(request, lane, strategy)) sum.signaturesChecked++;
    }
  }
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
    const [frame, before] = [frames[at] as Frame, frames[at - 1] as Frame];
    counts = {
      session: addLane(counts.session, frame.session, before.session, 'session'),
      token: addLane(counts.token, frame.token, before.token, 'token'),
    };
    counted.set(frame, counts);
  }
  return counts;
}
