import { toCacheFields } from '../http/cacheControl.ts';
import { toCorsFields } from '../http/cors.ts';
import { makeResponse } from '../http/response.ts';
import type { Recorder } from '../lanes/recorder.ts';
import type { Carried, HeaderField, Message } from '../message.ts';
import { NOTHING_CARRIED } from '../message.ts';
import type { FailureCode } from '../outcome.ts';
import { isStoreFailure, toStatus } from '../outcome.ts';
import { getServer, readClock } from '../state.ts';

const REALM = 'Bearer realm="authtrace"';

/** Refusals of something else than an access token: nothing is said about one. */
const TOKENLESS: ReadonlySet<FailureCode> = new Set([
  'wrongPassword',
  'tokenMissing',
  'refreshMissing',
  'refreshUnknown',
  'refreshExpired',
  'refreshReused',
]);

/** Refusals of whose page it was, not of the token. */
const CSRF: ReadonlySet<FailureCode> = new Set([
  'originForeign',
  'fetchSiteForeign',
  'csrfTokenMissing',
  'csrfTokenWrong',
]);

/** The Bearer challenge of a refusal: `error` only when a token was there and was refused. @see RFC 6750 section 3.1 */
export function toChallenge(failure: FailureCode): string | null {
  if (failure === 'userBanned' || CSRF.has(failure) || isStoreFailure(failure)) return null;
  if (failure === 'roleMissing') return `${REALM}, error="insufficient_scope"`;
  return TOKENLESS.has(failure) ? REALM : `${REALM}, error="invalid_token"`;
}

interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly failure?: FailureCode;
  readonly fields?: readonly HeaderField[];
  /** What stands in fields and body. */
  readonly carries?: readonly Carried[];
}

/** Makes the reference server's response, with its standing fields. */
export function answer(
  { state, settings }: Recorder,
  request: Message,
  parts: Answer,
): Promise<Message> {
  const { status, json, failure, fields: more = [], carries = NOTHING_CARRIED } = parts;
  const challenge = failure ? toChallenge(failure) : null;
  const challenges: HeaderField[] = challenge === null ? [] : [['WWW-Authenticate', challenge]];
  const cors = toCorsFields(getServer(state, request.to).cors);
  const fields = [...cors, ...toCacheFields(settings), ...challenges, ...more];
  const now = readClock(state, request.to);
  return makeResponse({ request, status, json, fields, carries, now });
}

function toError(failure: FailureCode): string {
  if (isStoreFailure(failure)) return 'server_error';
  if (toStatus(failure) === 403) return 'forbidden';
  if (failure === 'wrongPassword') return 'invalid_credentials';
  if (failure === 'tokenMissing') return 'unauthenticated';
  return failure.startsWith('refresh') ? 'invalid_grant' : 'invalid_token';
}

/** Makes the reference server's refusal. */
export function refuse(
  recorder: Recorder,
  request: Message,
  failure: FailureCode,
): Promise<Message> {
  const json = { error: toError(failure) };
  return answer(recorder, request, { status: toStatus(failure), json, failure });
}
