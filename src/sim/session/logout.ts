import { CLIENT, SERVER } from '../actors.ts';
import { receiveCookies, sendRequest, sendResponse } from '../client/client.ts';
import { done, idle } from '../outcome.ts';
import type { Recorder } from '../recorder.ts';
import { getClient, patchClient } from '../state.ts';
import { answer } from './answers.ts';
import {
  commitSession,
  destroySession,
  openSession,
  SESSION_COOKIE,
  toClearingField,
} from './middleware.ts';
import { checkCopy } from './proof.ts';
import { peekRecord } from './store.ts';

/** Runs a logout: POST /logout, the record is destroyed, the cookie cleared, the jar lets go of it. */
export async function logOut(recorder: Recorder): Promise<void> {
  const { destroyAtLogout, clearCookieAtLogout } = recorder.settings.session;
  const before = findCookie(recorder);
  const request = sendRequest(recorder, {
    from: CLIENT,
    to: SERVER,
    method: 'POST',
    target: '/logout',
  });
  const session = await openSession(recorder, request);
  if (destroyAtLogout) destroySession(recorder, session);
  const setCookie = destroyAtLogout ? null : await commitSession(recorder, session);
  const fields = clearCookieAtLogout ? [toClearingField()] : [];
  const response = await answer(recorder.state, request, { status: 204, fields, setCookie });
  sendResponse(recorder, response);
  receiveCookies(recorder, response);
  if (before !== null && findCookie(recorder) === null) {
    recorder.set(patchClient(recorder.state, CLIENT, { discarded: before }));
  }
  const copy = await checkCopy(recorder.settings, recorder.state);
  recorder.finish('logout.request', done({ status: 204, copy }));

  const kept = peekRecord(recorder.state, session.store, session.sid) !== null;
  recorder.finish('logout.cleanup', { ...idle(kept ? 'recordKept' : 'recordDestroyed'), copy });
}

function findCookie(recorder: Recorder): string | null {
  const { jar } = getClient(recorder.state, CLIENT);
  return jar.find(({ name }) => name === SESSION_COOKIE)?.value ?? null;
}
