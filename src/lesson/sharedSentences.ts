import type { LaneFrame } from '../sim/trace.ts';
import { findRequest, findResponse, readClock, readUsername } from './facts.ts';
import { FAILURE_WORDS } from './failures.ts';
import { formatDuration, formatTime } from './format.ts';
import type { RichText } from './richText.ts';
import { say } from './richText.ts';
import { STATUS_TEXT } from './statusText.ts';

/** The login request: the one message that carries the password. */
export function sayLoginRequest(lane: LaneFrame): RichText {
  const request = findRequest(lane);
  const size = request?.headers.find(([name]) => name === 'Content-Length')?.[1] ?? '0';
  return say`The browser posts ${readUsername(lane) ?? 'a name'} and the password to ${request?.target ?? '/login'}, ${size} bytes of JSON. Only TLS keeps them secret on the way; this walk assumes it from here on.`;
}

/** The password check, the same in both lanes. */
export function sayLoginVerify(lane: LaneFrame): RichText {
  const { failure } = lane.outcome;
  const name = readUsername(lane) ?? 'the user';
  if (failure)
    return [...say`The server looks up ${name}: `, `${FAILURE_WORDS[failure]}. It stops here.`];
  return say`The server looks up ${name}, hashes the password and compares: they match. Up to here the two strategies do the same.`;
}

/** A refused login's answer. */
export function sayRefusedLogin(lane: LaneFrame): RichText {
  const { status, failure } = lane.outcome;
  const why = failure ? FAILURE_WORDS[failure] : 'refused';
  return [
    ...say`The server answers ${status ?? 401}: `,
    `${why}. No credential is made, so none is sent.`,
  ];
}

/** The clock after a wait. */
export function sayWait(lane: LaneFrame): RichText {
  return say`The clock stands at ${formatTime(lane.state.clock)}. Nothing is sent; what expires is found out when somebody looks.`;
}

/** The status line's number of the step's response. */
export const readStatus = (lane: LaneFrame) =>
  String(findResponse(lane)?.status ?? lane.outcome.status ?? '');

/** The status line's number and phrase of the step's response. */
export function readStatusLine(lane: LaneFrame): string {
  const status = readStatus(lane);
  return `${status} ${STATUS_TEXT[Number(status)] ?? ''}`.trimEnd();
}

/** The refusal of a request, with its reason. */
export function sayDenied(lane: LaneFrame, must: string): RichText {
  const { failure } = lane.outcome;
  const why = failure ? FAILURE_WORDS[failure] : 'refused';
  return [...say`The server answers ${readStatus(lane)}: `, `${why}. ${must}`];
}

/** How long from now until a second, in words, by a server's clock; `null` means without end. */
export function sayUntil(lane: LaneFrame, expiresAt: number | null, server?: string): string {
  if (expiresAt === null) return 'for ever';
  return `for ${formatDuration(expiresAt - readClock(lane, server))}, until ${formatTime(expiresAt)}`;
}
