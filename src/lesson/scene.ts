import type { StepKind } from '../sim/action.ts';
import type { Message } from '../sim/message.ts';
import type { Strategy } from '../sim/strategy.ts';
import type { Frame, LaneFrame } from '../sim/trace.ts';
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

function locate(kind: StepKind, lane: LaneFrame, strategy: Strategy) {
  const request = findRequest(lane);
  const response = findResponse(lane);
  const cookie = findCookie(lane)?.value ?? null;
  const held = strategy === 'session' ? cookie : (findToken(lane)?.value ?? null);
  const given = readGivenCredential(response, strategy);
  const sent = readSentCredential(request, strategy);
  const handling = lane.state.servers.server?.handling ?? null;
  const handled = readSentCredential(handling?.request, strategy);
  const dropped = lane.state.clients.client?.discarded ?? null;
  if (given && !held) return { at: given, place: 'response', gone: false } as const;
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

function toVerdict(kind: StepKind, { outcome }: LaneFrame): SceneVerdict {
  const { type, status, idle } = outcome;
  const code = status === null ? '' : ` ${status}`;
  if (type === 'idle') return { word: idle === 'start' ? 'Not started' : 'At rest', tone: 'rest' };
  if (type === 'allowed') return { word: `Allowed${code}`, tone: 'allowed' };
  if (type === 'denied') return { word: `Denied${code}`, tone: 'denied' };
  return { word: `${DONE_WORDS[kind] ?? 'Done'}${code}`, tone: 'busy' };
}

/** Returns what the stage shows of one lane's step, all of it read off State, Messages and outcome. */
export function toScene(frame: Frame, strategy: Strategy): Scene {
  const lane = frame[strategy];
  const found = locate(frame.kind, lane, strategy);
  const value = found && (found.at === null ? found.value : toIdentity(found.at, strategy));
  const credential =
    found && value
      ? { value, label: toCredentialLabel(value, strategy), place: found.place, gone: found.gone }
      : null;
  return {
    credential,
    kept: strategy === 'session' ? findCookie(lane) !== undefined : findToken(lane) !== null,
    request: findRequest(lane) ?? null,
    response: findResponse(lane) ?? null,
    waiting: lane.state.servers.server?.handling?.request ?? null,
    verdict: toVerdict(frame.kind, lane),
  };
}
