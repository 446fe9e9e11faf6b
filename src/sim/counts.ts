import { decodeProtectedHeader } from 'jose';
import { SERVER } from './actors.ts';
import { TOKEN_KEY } from './client/client.ts';
import type { Frame, LaneFrame } from './frame.ts';
import type { Trace } from './history.ts';
import { readCookie } from './http/cookies.ts';
import type { Message } from './message.ts';
import { getHeader } from './message.ts';
import type { FailureCode } from './outcome.ts';
import { SESSION_COOKIE } from './session/setCookie.ts';
import type { State } from './state.ts';
import { readClock, readLoot } from './state.ts';
import type { StepKind } from './stepKind.ts';
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
const SERVER_FIELDS = new Set(['Set-Cookie', 'WWW-Authenticate']);
/** Paths at which what is sent is the user's password or a refresh token, and no token is looked at. */
const CREDENTIAL_TARGETS = new Set(['/login', '/refresh']);
const CREDENTIAL_BODY = /"(token|refreshToken)":/;
/** Colon, space, CRLF. */
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

const toFieldBytes = ({ headers }: Message, counted: ReadonlySet<string>) =>
  headers.reduce(
    (sum, [name, value]) =>
      counted.has(name) ? sum + byteLength(name + value) + FIELD_OVERHEAD : sum,
    0,
  );

function toClientBytes(request: Message): number {
  const body = request.body ?? '';
  const holds = CREDENTIAL_TARGETS.has(request.target) || CREDENTIAL_BODY.test(body);
  return toFieldBytes(request, CLIENT_FIELDS) + (holds ? byteLength(body) : 0);
}

function toServerBytes(response: Message): number {
  const body = response.body ?? '';
  return (
    toFieldBytes(response, SERVER_FIELDS) + (CREDENTIAL_BODY.test(body) ? byteLength(body) : 0)
  );
}

const hasIssued = ({ state }: LaneFrame) =>
  Object.values(state.servers).some(({ handling }) => (handling?.issued ?? null) !== null);

const holdsToken = ({ headers, body }: Message) =>
  /"token":/.test(body ?? '') ||
  headers.some(([name, value]) => name === 'Set-Cookie' && value.startsWith('token=e'));

/** A cookie that is cleared needs no signature; one that is set is signed for this very response. */
const countSignedCookies = ({ headers }: Message) =>
  headers.filter(([name, value]) => name === 'Set-Cookie' && value.startsWith('connect.sid=s'))
    .length;

/** A session's cookie is signed as the response is written, a token before it. */
function countMade(lane: LaneFrame, before: LaneFrame, strategy: Strategy): number {
  const responses = lane.messages.filter(({ kind }) => kind === 'response');
  if (strategy === 'session') {
    return responses.reduce((sum, response) => sum + countSignedCookies(response), 0);
  }
  if (hasIssued(before)) return 0;
  return hasIssued(lane) ? 1 : responses.filter(holdsToken).length;
}

/** Lists the requests whose credential is looked at in a step: of its own, or what the server got in the one before. */
function listJudged(kind: StepKind, { messages }: LaneFrame, before: LaneFrame) {
  if (kind.endsWith('.verify')) {
    const servers = Object.values(before.state.servers);
    return servers.flatMap(({ handling }) => (handling ? [handling.request] : []));
  }
  const isAnswered = ({ to }: Message) =>
    messages.some(({ kind, from }) => kind === 'response' && from === to);
  return messages.filter((message) => message.kind === 'request' && isAnswered(message));
}

function readAlgorithm(token: string): unknown {
  try {
    return decodeProtectedHeader(token).alg;
  } catch {
    return undefined;
  }
}

/** Tells whether a server computed a signature to judge a request; one, also where several secrets are tried. */
function wasChecked(request: Message, { outcome, state }: LaneFrame, strategy: Strategy): boolean {
  if (outcome.failure === 'headersTooLarge') return false;
  const cookies = getHeader(request, 'Cookie');
  if (strategy === 'session') {
    return readCookie(cookies, SESSION_COOKIE)?.startsWith('s:') ?? false;
  }
  const bearer = getHeader(request, 'Authorization')?.replace(/^Bearer /, '');
  const token = bearer ?? readCookie(cookies, TOKEN_KEY);
  if (!token || CREDENTIAL_TARGETS.has(request.target)) return false;
  // Only a deny-list has to know whose token logs out.
  if (request.target === '/logout' && !state.servers[request.to]?.denyList) return false;
  // Also the verifier that takes what calls itself unsigned computes nothing for it.
  if (readAlgorithm(token) === 'none') return false;
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
  const ends = [...(copy.accepted ? [copy] : []), ...(copy.other ? [copy.other] : [])];
  if (ends.some(({ expiresAt }) => expiresAt === null)) return { seconds: null };
  const left = ends.map(({ expiresAt, at = SERVER }) => (expiresAt ?? 0) - readClock(state, at));
  return { seconds: Math.max(0, ...left) };
}

function addLane(counts: LaneCounts, frame: Frame, last: Frame, strategy: Strategy): LaneCounts {
  const [lane, before] = [frame[strategy], last[strategy]];
  const sum: { -readonly [K in keyof LaneCounts]: LaneCounts[K] } = { ...counts };
  for (const message of lane.messages) {
    if (message.kind === 'request') sum.clientBytes += toClientBytes(message);
    else if (message.kind === 'response') sum.serverBytes += toServerBytes(message);
    else if (message.method === 'get') sum.storeReads++;
    else sum.storeWrites++;
  }
  sum.signaturesMade += countMade(lane, before, strategy);
  for (const request of listJudged(frame.kind, lane, before)) {
    if (wasChecked(request, lane, strategy)) sum.signaturesChecked++;
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
      session: addLane(counts.session, frame, before, 'session'),
      token: addLane(counts.token, frame, before, 'token'),
    };
    counted.set(frame, counts);
  }
  return counts;
}
