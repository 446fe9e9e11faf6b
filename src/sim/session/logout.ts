import type { ActionOf } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { readCookie, receiveCookies, sendRequest, sendResponse } from '../client/client.ts';
import type { Message } from '../message.ts';
import { deny, done, idle, toStatus } from '../outcome.ts';
import type { Recorder } from '../recorder.ts';
import { withClient } from '../start.ts';
import { getClient, patchClient } from '../state.ts';
import { answer } from './answers.ts';
import { commitSession, destroySession, openSession } from './middleware.ts';
import { checkCopy } from './proof.ts';
import { SESSION_COOKIE, toClearingField } from './setCookie.ts';
import { peekRecord } from './store.ts';

/** Runs a logout: POST /logout, the record is destroyed, the cookie cleared, the jar lets go of it. */
export async function logOut(recorder: Recorder, action: ActionOf<'logout'>): Promise<void> {
  const { client = CLIENT, server = SERVER } = action;
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const { destroyAtLogout, clearCookieAtLogout } = recorder.settings.session;
  const readHeld = () => readCookie(getClient(recorder.state, client), SESSION_COOKIE);
  const before = readHeld();
  const request = sendRequest(recorder, {
    from: client,
    to: server,
    method: 'POST',
    target: '/logout',
  });
  const session = await openSession(recorder, request);
  if (session.failure === 'storeFailed') return fail(recorder, request, client);
  if (destroyAtLogout) destroySession(recorder, session);
  const due = destroyAtLogout ? null : commitSession(recorder, session);
  const fields = clearCookieAtLogout ? [toClearingField()] : [];
  const response = await answer(recorder, request, { status: 204, fields, due });
  sendResponse(recorder, response);
  receiveCookies(recorder, response);
  if (before !== null && readHeld() === null) {
    recorder.set(patchClient(recorder.state, client, { discarded: before }));
  }
  const copy = await checkCopy(recorder.settings, recorder.state, client);
  recorder.finish('logout.request', done({ status: 204, copy }));

  const kept = peekRecord(recorder.state, session.store, session.sid) !== null;
  recorder.finish('logout.cleanup', { ...idle(kept ? 'recordKept' : 'recordDestroyed'), copy });
}

/** Whoever cannot read a session cannot end one: neither record nor cookie goes. */
async function fail(recorder: Recorder, request: Message, client: string): Promise<void> {
  const failure = 'storeFailed';
  const status = toStatus(failure);
  const response = await answer(recorder, request, { status, json: { error: 'server_error' } });
  sendResponse(recorder, response);
  const copy = await checkCopy(recorder.settings, recorder.state, client);
  recorder.finish('logout.request', deny(failure, { status, copy }));
  recorder.finish('logout.cleanup', { ...idle('storeIsDown'), copy });
}
