import { toCacheFields } from '../http/cacheControl.ts';
import { toCorsFields } from '../http/cors.ts';
import { makeResponse } from '../http/response.ts';
import type { Recorder } from '../lanes/recorder.ts';
import type { Carried, CarryingField, HeaderField, Message } from '../message.ts';
import { NOTHING_CARRIED } from '../message.ts';
import { getServer, readClock } from '../state.ts';
import { toSignedValue } from './cookieSignature.ts';
import type { DueCookie } from './middleware.ts';
import { toCookieName, toSettingField } from './setCookie.ts';

/** Makes the challenge of the reference session server: RFC 9110 section 15.5.2 demands one with every 401; the scheme is that of draft-broyer-http-cookie-auth. */
export const toCookieChallenge = (name: string): string =>
  `Cookie realm="authtrace", form-action="/login", cookie-name="${name}"`;

const ERRORS: Readonly<Record<number, string>> = { 403: 'forbidden', 500: 'server_error' };

/** Returns what the body of a refusal of a page calls it, by the status code. */
export const toError = (status: number): string => ERRORS[status] ?? 'unauthenticated';

interface Answer {
  readonly status: number;
  readonly json?: unknown;
  /** What of a credential stands in that. */
  readonly inBody?: readonly Carried[];
  /** The application's own. */
  readonly fields?: readonly CarryingField[];
  /** Those of it that carry no credential. */
  readonly plain?: readonly HeaderField[];
  /** The session's cookie, which is signed as the head of the response is written. */
  readonly due?: DueCookie | null;
}

async function signCookie(
  recorder: Recorder,
  server: string,
  { sid, cookie }: DueCookie,
): Promise<CarryingField> {
  const secret = getServer(recorder.state, server).secrets[0];
  if (secret === undefined) throw new RangeError(`server ${server} has no secret to sign with`);
  recorder.countSignature('made');
  return toSettingField(toCookieName(recorder.settings), await toSignedValue(sid, secret), cookie);
}

/** Makes the reference server's response, with its standing fields. */
export async function answer(
  recorder: Recorder,
  request: Message,
  parts: Answer,
): Promise<Message> {
  const { status, json, inBody = NOTHING_CARRIED, fields = [], plain = [], due = null } = parts;
  const late = due ? [await signCookie(recorder, request.to, due)] : [];
  const cors = toCorsFields(getServer(recorder.state, request.to).cors);
  const carries = [...fields, ...late].map(({ carried }) => carried).concat(inBody);
  const name = toCookieName(recorder.settings);
  const challenge: HeaderField[] =
    status === 401 ? [['WWW-Authenticate', toCookieChallenge(name)]] : [];
  return makeResponse({
    request,
    status,
    json,
    fields: [
      ...cors,
      ...toCacheFields(recorder.settings),
      ...fields.map(({ field }) => field),
      ...challenge,
      ...plain,
    ],
    lateFields: late.map(({ field }) => field),
    carries,
    now: readClock(recorder.state, request.to),
  });
}
