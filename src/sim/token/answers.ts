import { makeResponse } from '../http/response.ts';
import type { HeaderField, Message } from '../message.ts';
import type { FailureCode } from '../outcome.ts';
import type { State } from '../state.ts';
import { readClock } from '../state.ts';

const NO_STORE: HeaderField = ['Cache-Control', 'no-store'];
const REALM = 'Bearer realm="authtrace"';

/** The Bearer challenge of a 401: `error` only when a token was there and was refused. @see RFC 6750 section 3.1 */
export function toChallenge(failure: FailureCode): string {
  const tokenRefused = failure !== 'tokenMissing' && failure !== 'wrongPassword';
  return tokenRefused ? `${REALM}, error="invalid_token"` : REALM;
}

interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly failure?: FailureCode;
}

/** Makes the reference server's response, with its standing fields. */
export function answer(state: State, request: Message, parts: Answer): Promise<Message> {
  const { status, json, failure } = parts;
  const challenge: HeaderField[] = failure ? [['WWW-Authenticate', toChallenge(failure)]] : [];
  const fields = [NO_STORE, ...challenge];
  return makeResponse({ request, status, json, fields, now: readClock(state, request.to) });
}
