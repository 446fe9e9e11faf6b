import { makeResponse } from '../http/response.ts';
import type { HeaderField, Message } from '../message.ts';
import type { State } from '../state.ts';
import { readClock } from '../state.ts';

const NO_STORE: HeaderField = ['Cache-Control', 'no-store'];

/** The challenge of the reference session server: RFC 9110 section 15.5.2 demands one with every 401; the scheme is that of draft-broyer-http-cookie-auth. */
export const COOKIE_CHALLENGE =
  'Cookie realm="authtrace", form-action="/login", cookie-name="connect.sid"';

interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly fields?: readonly HeaderField[];
  readonly setCookie?: HeaderField | null;
}

/** Makes the reference server's response, with its standing fields. */
export function answer(state: State, request: Message, parts: Answer): Promise<Message> {
  const { status, json, fields = [], setCookie = null } = parts;
  const challenge: HeaderField[] = status === 401 ? [['WWW-Authenticate', COOKIE_CHALLENGE]] : [];
  return makeResponse({
    request,
    status,
    json,
    fields: [NO_STORE, ...challenge, ...fields],
    lateFields: setCookie ? [setCookie] : [],
    now: readClock(state, request.to),
  });
}
