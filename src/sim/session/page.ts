import type { PageSide } from '../client/pageFetch.ts';
import { PREFLIGHT_FIELDS, toCorsFields, toOptionsAnswer } from '../http/cors.ts';
import { makeResponse } from '../http/response.ts';
import type { Recorder } from '../lanes/recorder.ts';
import type { Message } from '../message.ts';
import { getServer, readClock } from '../state.ts';
import { answer } from './answers.ts';
import { commitSession, openSession } from './middleware.ts';

/**
 * Answers a preflight. What lets other origins in comes first and ends it; a server without it lets
 * Express answer, after the session's middleware has met a visitor without a cookie.
 */
async function answerPreflight(recorder: Recorder, request: Message): Promise<Message> {
  const { cors } = getServer(recorder.state, request.to);
  const now = readClock(recorder.state, request.to);
  const fields = [...toCorsFields(cors), ...PREFLIGHT_FIELDS];
  if (cors) return makeResponse({ request, status: 204, fields, now });
  const session = await openSession(recorder, request);
  const due = commitSession(recorder, session);
  const { fields: plain, text } = toOptionsAnswer(request.target);
  const response = await answer(recorder, request, { status: 200, plain, due });
  return { ...response, body: text };
}

/** The session's page and server: the browser keeps the credential. */
export const SESSION_PAGE: PageSide = { isInCookie: () => true, answerPreflight };
