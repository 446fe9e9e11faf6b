import type { ActionOf } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { listCookies, receiveCookies, sendResponse } from '../client/client.ts';
import { fetchFromPage, finishUnsent, toFetchingPage, toWithheld } from '../client/pageFetch.ts';
import { isSameCookie } from '../client/site.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { withClient } from '../lanes/start.ts';
import type { Message } from '../message.ts';
import type { IdleReason } from '../outcome.ts';
import { deny, done, idle, toStatus } from '../outcome.ts';
import { getClient, patchClient } from '../state.ts';
import { PHASES } from '../stepKind.ts';
import { answer } from './answers.ts';
import type { RequestSession } from './middleware.ts';
import { commitSession, destroySession, isStoreDown, openSession } from './middleware.ts';
import { SESSION_PAGE } from './page.ts';
import { checkCopy } from './proof.ts';
import { toClearingField, toCookieName } from './setCookie.ts';
import { peekRecord } from './store.ts';

/** Runs a logout: POST /logout, the record is destroyed, the cookie cleared, the jar lets go of it. */
export async function logOut(recorder: Recorder, action: ActionOf<'logout'>): Promise<void> {
  const { client = CLIENT, server = SERVER } = action;
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const { destroyAtLogout, clearCookieAtLogout } = recorder.settings.session;
  const listHeld = () =>
    listCookies(getClient(recorder.state, client).jar, toCookieName(recorder.settings));
  const before = listHeld();
  const { request, blocked } = await fetchFromPage(recorder, SESSION_PAGE, {
    from: client,
    to: server,
    method: 'POST',
    target: '/logout',
  });
  if (blocked) return finishUnsent(recorder, PHASES.logout, blocked, checkCopy, client);
  const session = await openSession(recorder, request);
  const misses = destroyAtLogout && isStoreDown(recorder, session);
  if (session.failure === 'storeFailed' || misses) return fail(recorder, request, client);
  if (destroyAtLogout) destroySession(recorder, session);
  const due = destroyAtLogout ? null : commitSession(recorder, session);
  const fields = clearCookieAtLogout ? [toClearingField(recorder, server)] : [];
  const response = await answer(recorder, request, { status: 204, fields, due });
  sendResponse(recorder, response);
  const page = toFetchingPage(SESSION_PAGE, recorder.settings);
  receiveCookies(recorder, response, page);
  // A cookie that was planted beside it is not the one that the server clears.
  const left = listHeld();
  const gone = before.find((cookie) => !left.some((one) => isSameCookie(one, cookie)));
  if (gone) recorder.set(patchClient(recorder.state, client, { discarded: gone.value }));
  const copy = await checkCopy(recorder.settings, recorder.state, client);
  recorder.finish(
    'logout.request',
    done({ status: 204, copy, ...toWithheld(recorder, response, page) }),
  );

  recorder.finish('logout.cleanup', { ...idle(toRest(recorder, session)), copy });
}

/** What became of the record that a logout was about; whoever opened none has destroyed none. */
function toRest({ state }: Recorder, { store, sid, loaded }: RequestSession): IdleReason {
  if (!loaded) return 'noSessionOpened';
  return peekRecord(state, store, sid) === null ? 'recordDestroyed' : 'recordKept';
}

/** Whoever cannot read a session cannot end one: neither record nor cookie goes. */
async function fail(recorder: Recorder, request: Message, client: string): Promise<void> {
  const failure = 'storeFailed';
  const status = toStatus(failure);
  const response = await answer(recorder, request, { status, json: { error: 'server_error' } });
  sendResponse(recorder, response);
  const copy = await checkCopy(recorder.settings, recorder.state, client);
  const page = toFetchingPage(SESSION_PAGE, recorder.settings);
  const withheld = toWithheld(recorder, response, page);
  recorder.finish('logout.request', deny(failure, { status, copy, ...withheld }));
  recorder.finish('logout.cleanup', { ...idle('storeIsDown'), copy });
}
