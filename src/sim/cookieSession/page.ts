import type { PageSide } from '../client/pageFetch.ts';
import { PREFLIGHT_FIELDS, toCorsFields, toOptionsAnswer } from '../http/cors.ts';
import { makeResponse } from '../http/response.ts';
import type { Recorder } from '../lanes/recorder.ts';
import type { Message } from '../message.ts';
import { getServer, readClock } from '../state.ts';
import { answer } from './answers.ts';

/** Answers a preflight: what lets other origins in comes first and ends it; else Express does. */
async function answerPreflight(recorder: Recorder, request: Message): Promise<Message> {
  const { state } = recorder;
  const { cors } = getServer(state, request.to);
  const now = readClock(state, request.to);
  const fields = [...toCorsFields(cors), ...PREFLIGHT_FIELDS];
  if (cors) return makeResponse({ request, status: 204, fields, now });
  const { fields: plain, text } = toOptionsAnswer(request.target);
  const response = await answer(recorder, request, { status: 200, early: plain });
  return { ...response, body: text };
}

/** The session's page and server: the browser keeps the credential. */
export const COOKIE_SESSION_PAGE: PageSide = { isInCookie: () => true, answerPreflight };
