import type { StepKind } from '../sim/action.ts';
import type { Message } from '../sim/message.ts';
import type { Strategy } from '../sim/strategy.ts';
import type { Frame, LaneFrame } from '../sim/trace.ts';
import { amend } from './book.ts';
import {
  findCookie,
  findRequest,
  findResponse,
  findToken,
  readGivenCredential,
  readSentCredential,
  readSid,
} from './facts.ts';
import { shorten } from './format.ts';

/** Where the credential is: at an actor, or on its way with the request or the response. */
export type CredentialPlace = 'client' | 'request' | 'response' | 'server';

/** The credential as one thing on the stage. */
export interface SceneCredential {
  /** The session ID or the token itself. */
  readonly value: string;
  readonly label: string;
  readonly place: CredentialPlace;
  /** The client has just thrown it away. */
  readonly gone: boolean;
}

/** How a lane's step ended, in a word. */
export interface SceneVerdict {
  readonly word: string;
  readonly tone: 'allowed' | 'denied' | 'rest' | 'busy';
}

export interface Scene {
  readonly credential: SceneCredential | null;
  /** The client keeps one of its own, wherever the other copy is. */
  readonly kept: boolean;
  readonly request: Message | null;
  readonly response: Message | null;
  /** The server has the request and has not answered yet. */
  readonly waiting: Message | null;
  /** The server that the step is about. */
  readonly serverId: string;
  /** The step is the attacker's: what it sends and is sent is not on this wire. */
  readonly attacked: boolean;
  readonly verdict: SceneVerdict;
}

const LOGOUT_KINDS: ReadonlySet<StepKind> = new Set([
  'logout.request',
  'logout.cleanup',
  'logout.whole',
]);

/** Names a credential briefly, as it is written on the stage. */
export function toCredentialLabel(value: string, strategy: Strategy): string {
  return strategy === 'session' ? `sid ${shorten(value)}` : `JWT ${shorten(value)}`;
}

const toIdentity = (value: string, strategy: Strategy) =>
  strategy === 'session' ? readSid(value) : value;

/** The messages of a step, whoever's they are, and the request that a server has not answered yet. */
export function readTraffic(lane: LaneFrame) {
  const request = findRequest(lane) ?? null;
  const response = findResponse(lane) ?? null;
  const servers = Object.values(lane.state.servers);
  const handling = servers.find((server) => server.handling)?.handling ?? null;
  const waiting = handling?.request ?? null;
  const sent = request ?? waiting;
  const attacked = sent?.from === 'attacker' || response?.to === 'attacker';
  return { request, response, handling, waiting, attacked, serverId: sent?.to ?? response?.from };
}

type Traffic = ReturnType<typeof readTraffic>;

const QUIET = { request: null, response: null, handling: null, waiting: null } as const;

function locate(
  kind: StepKind,
  lane: LaneFrame,
  strategy: Strategy,
  { request, response, handling }: Pick<Traffic, 'request' | 'response' | 'handling'>,
) {
  const cookie = findCookie(lane)?.value ?? null;
  const held = strategy === 'session' ? cookie : (findToken(lane)?.value ?? null);
  const given = readGivenCredential(response ?? undefined, strategy);
  const sent = readSentCredential(request ?? undefined, strategy);
  const handled = readSentCredential(handling?.request, strategy);
  const dropped = lane.state.clients.client?.discarded ?? null;
  if (given && given !== held) return { at: given, place: 'response', gone: false } as const;
  if (sent && !response) return { at: sent, place: 'request', gone: false } as const;
  if (handling?.issued)
    return { at: null, value: handling.issued, place: 'server', gone: false } as const;
  if (handled) return { at: handled, place: 'server', gone: false } as const;
  if (held) return { at: held, place: 'client', gone: false } as const;
  if (dropped && LOGOUT_KINDS.has(kind))
    return { at: dropped, place: 'client', gone: true } as const;
  return null;
}

/** What a step did that decides nothing, in a word. */
const DONE_WORDS: Readonly<Partial<Record<StepKind, string>>> = {
  'login.request': 'Sent',
  'login.create': 'Created',
  'login.respond': 'Handed out',
  'login.store': 'Stored',
  'request.send': 'Sent',
  'logout.request': 'Logged out',
  'logout.whole': 'Logged out',
  'wait.pass': 'Time passes',
};

function toVerdict(frame: Frame, strategy: Strategy): SceneVerdict {
  const { type, status, idle } = frame[strategy].outcome;
  const code = status === null ? '' : ` ${status}`;
  const amended = amend()?.verdict(frame, strategy);
  const tone = ({ idle: 'rest', done: 'busy' } as const)[type as 'idle' | 'done'] ?? type;
  if (amended) return { word: amended + code, tone };
  if (type === 'idle') return { word: idle === 'start' ? 'Not started' : 'At rest', tone: 'rest' };
  if (type === 'allowed') return { word: `Allowed${code}`, tone: 'allowed' };
  if (type === 'denied') return { word: `Denied${code}`, tone: 'denied' };
  return { word: `${DONE_WORDS[frame.kind] ?? 'Done'}${code}`, tone: 'busy' };
}

/** Returns what the stage shows of one lane's step, all of it read off State, Messages and outcome. */
export function toScene(frame: Frame, strategy: Strategy): Scene {
  const lane = frame[strategy];
  const { serverId = 'server', attacked, ...traffic } = readTraffic(lane);
  // The attacker stands outside this wire: what the client holds is where it was.
  const { request, response, waiting } = attacked ? QUIET : traffic;
  const found = locate(frame.kind, lane, strategy, attacked ? QUIET : traffic);
  const value = found && (found.at === null ? found.value : toIdentity(found.at, strategy));
  const credential =
    found && value
      ? { value, label: toCredentialLabel(value, strategy), place: found.place, gone: found.gone }
      : null;
  return {
    credential,
    kept: strategy === 'session' ? findCookie(lane) !== undefined : findToken(lane) !== null,
    ...{ request, response, waiting, serverId, attacked },
    verdict: toVerdict(frame, strategy),
  };
}
