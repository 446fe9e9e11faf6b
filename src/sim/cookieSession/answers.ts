import { toCacheFields } from '../http/cacheControl.ts';
import { toCorsFields } from '../http/cors.ts';
import { makeResponse } from '../http/response.ts';
import type { Recorder } from '../lanes/recorder.ts';
import type { HeaderField, Message } from '../message.ts';
import { NOTHING_CARRIED } from '../message.ts';
import { getServer, readClock } from '../state.ts';
import { DATA_COOKIE } from './pair.ts';
import type { SettingFields } from './setCookie.ts';

/** The challenge of the reference session server, which names its cookie. @see session/answers.ts */
const COOKIE_CHALLENGE = `Cookie realm="authtrace", form-action="/login", cookie-name="${DATA_COOKIE}"`;

interface Answer {
  readonly status: number;
  readonly json?: unknown;
  /** What reading the session said at once. */
  readonly early?: readonly HeaderField[];
  /** The session's cookies, which are written as the head of the response is. */
  readonly due?: SettingFields | null;
}

/** Makes the reference server's response, with its standing fields. */
export function answer(recorder: Recorder, request: Message, parts: Answer): Promise<Message> {
  const { settings, state } = recorder;
  const { status, json, early = [], due = null } = parts;
  if (due) recorder.countSignature('made');
  const challenge: HeaderField[] = status === 401 ? [['WWW-Authenticate', COOKIE_CHALLENGE]] : [];
  const cors = toCorsFields(getServer(state, request.to).cors);
  return makeResponse({
    ...{ request, status, json },
    fields: [...cors, ...toCacheFields(settings), ...early, ...challenge],
    lateFields: due?.fields ?? [],
    carries: due ? [due.carried] : NOTHING_CARRIED,
    now: readClock(state, request.to),
  });
}
