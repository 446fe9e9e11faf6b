import type { PageSide } from '../client/pageFetch.ts';
import { PREFLIGHT_FIELDS, toCorsFields, toOptionsAnswer } from '../http/cors.ts';
import { makeResponse } from '../http/response.ts';
import type { Recorder } from '../lanes/recorder.ts';
import type { Message } from '../message.ts';
import { getServer, readClock } from '../state.ts';
import { answer } from './answers.ts';
import { isRefreshInCookie } from './refresh/refreshCookie.ts';

/** Answers a preflight: what lets other origins in comes first and ends it; else Express does. */
async function answerPreflight(recorder: Recorder, request: Message): Promise<Message> {
  const { state } = recorder;
  const { cors } = getServer(state, request.to);
  const now = readClock(state, request.to);
  const fields = [...toCorsFields(cors), ...PREFLIGHT_FIELDS];
  if (cors) return makeResponse({ request, status: 204, fields, now });
  const { fields: plain, text } = toOptionsAnswer(request.target);
  return { ...(await answer(recorder, request, { status: 200, fields: plain })), body: text };
}

/** The token's page and server: the page's code keeps the token, or the browser in a cookie. */
export const TOKEN_PAGE: PageSide = {
  // What the page's code says of credentials it says of all that it fetches.
  isInCookie: (settings) => settings.token.keptIn === 'cookie' || isRefreshInCookie(settings),
  answerPreflight,
};
