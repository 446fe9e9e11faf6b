import type { Strategy } from '../../sim/strategy.ts';
import type { Frame, LaneFrame } from '../../sim/trace.ts';
import {
  findCookie,
  findResponse,
  findToken,
  readGivenCredential,
  readSentCredential,
  setsTokenCookie,
} from '../facts.ts';
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
    const refused = lane.outcome.idle === 'cookieRefused';
    if (strategy === 'session') return 'set in response';
    if (!setsTokenCookie(findResponse(own))) return 'sent in response';
    return refused ? 'set in response, refused' : 'set in response';
  }
  const request = own.messages.find(({ kind }) => kind === 'request');
  if (readSentCredential(request, strategy)) {
    if (strategy === 'session') return 'sent with request';
    return inCookie ? 'sent as a cookie' : 'sent as Bearer';
  }
  if (held) return inCookie ? 'stored in jar' : `stored in ${findToken(lane)?.place ?? 'client'}`;
  const issued = lane.state.servers.server?.handling?.issued;
  if (strategy === 'token' && issued) return `${issued.split('.')[0]}...`;
  return 'none';
}

function amendText(
  frame: Frame,
  before: Frame | undefined,
  strategy: Strategy,
): string | undefined {
  const lane = frame[strategy];
  const loot = lane.state.clients.attacker?.loot ?? [];
  const inCookie =
    strategy === 'token' && lane.state.clients.client?.jar.some(({ name }) => name === 'token');
  const wasInCookie =
    strategy === 'token' &&
    before?.token.state.clients.client?.jar.some(({ name }) => name === 'token');
  const sets = strategy === 'token' && setsTokenCookie(findResponse(lane));
  const attacked = lane.messages.some(isAttackers);
  if (loot.length === 0 && !inCookie && !wasInCookie && !sets && !attacked) return undefined;
  const text = toOwnText(lane, before?.[strategy], strategy);
  return loot.length === 0 ? text : `${text} + attacker’s copy`;
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
