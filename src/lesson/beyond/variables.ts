import type { Strategy } from '../../sim/strategy.ts';
import type { Frame, LaneFrame } from '../../sim/trace.ts';
import { losesCookie, sends } from '../cellRow.ts';
import {
  findCookie,
  findResponse,
  findToken,
  readGivenCredential,
  readSentCredential,
  setsTokenCookie,
} from '../facts.ts';
import { readTraffic } from '../scene.ts';
import type { Variable } from '../variables.ts';
import { isAttackers } from './parties.ts';

/** The lane without what the attacker sends and is sent: the variables are the user's. */
const toOwn = (lane: LaneFrame): LaneFrame => ({
  ...lane,
  messages: lane.messages.filter((message) => !isAttackers(message)),
});

const readOwn = (lane: LaneFrame, strategy: Strategy) =>
  strategy === 'session' ? findCookie(lane)?.value : findToken(lane)?.value;

/** What the client's own credential did in the step, in the tracker's words. */
function toOwnText(lane: LaneFrame, before: LaneFrame | undefined, strategy: Strategy): string {
  const own = toOwn(lane);
  const held = readOwn(lane, strategy);
  const inCookie = strategy === 'session' || findToken(lane)?.place === 'cookie';
  if (before && readOwn(before, strategy) && !held)
    return inCookie ? 'deleted' : 'deleted from client';
  const given = readGivenCredential(findResponse(own), strategy);
  if (given) {
    if (strategy === 'token' && !setsTokenCookie(findResponse(own))) return 'sent in response';
    return losesCookie(lane) ? 'set in response, refused' : 'set in response';
  }
  const request = own.messages.find(({ kind }) => kind === 'request');
  if (readSentCredential(request, strategy)) {
    if (strategy === 'session') return 'sent with request';
    return inCookie ? 'sent as a cookie' : 'sent as Bearer';
  }
  if (held) return inCookie ? 'stored in jar' : `in ${findToken(lane)?.place ?? 'client'}`;
  const issued = lane.state.servers.server?.handling?.issued;
  if (strategy === 'token' && issued) return `${issued.split('.')[0]}...`;
  return 'none';
}

/** What the attacker did with its copy in the step; `null` where it did nothing with one. */
function toCopyText(frame: Frame, strategy: Strategy): string | null {
  const { action, kind } = frame;
  const lane = frame[strategy];
  if (kind === 'steal.copy' || kind === 'inject.read')
    return lane.outcome.idle === null ? 'copied by attacker' : null;
  if (kind === 'plant.place') return lane.outcome.idle === null ? 'planted by attacker' : null;
  const isCopy = action?.type === 'replay';
  return isCopy && readTraffic(lane).attacked ? 'copy used by attacker' : null;
}

const holdsTokenCookie = (frame: Frame | undefined) =>
  frame?.token.state.clients.client?.jar.some(({ name }) => name === 'token') ?? false;

function amendText(
  frame: Frame,
  before: Frame | undefined,
  strategy: Strategy,
): string | undefined {
  const lane = frame[strategy];
  const copy = toCopyText(frame, strategy);
  if (copy) return copy;
  const loot = lane.state.clients.attacker?.loot ?? [];
  const inCookie =
    strategy === 'token' &&
    (holdsTokenCookie(frame) || holdsTokenCookie(before) || setsTokenCookie(findResponse(lane)));
  // A whole request in one step: its header has a column of its own, and that one is narrow.
  const isWhole = strategy === 'token' && frame.kind === 'request.whole' && sends(lane, strategy);
  if (loot.length === 0 && !isWhole && !inCookie && !lane.messages.some(isAttackers))
    return undefined;
  const text = toOwnText(lane, before?.[strategy], strategy);
  return text === 'none' && loot.length > 0 ? 'attacker’s copy only' : text;
}

/** Returns the tracker's texts where a token is in a cookie or an attacker is about; else `null`. */
export function amendVariables(
  frame: Frame,
  before?: Frame,
): Partial<Record<Variable, string>> | null {
  const sessionCookie = amendText(frame, before, 'session');
  const token = amendText(frame, before, 'token');
  return {
    ...(sessionCookie === undefined ? {} : { sessionCookie }),
    ...(token === undefined ? {} : { token }),
  };
}
