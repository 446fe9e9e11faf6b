import type { ActionOf } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { listCookies, receiveCookies, sendResponse } from '../client/client.ts';
import { keepCsrfToken } from '../client/csrfToken.ts';
import {
  fetchFromPage,
  finishUnsent,
  toCookieRefusal,
  toFetchingPage,
  toWithheld,
} from '../client/pageFetch.ts';
import { finishWithCopy } from '../lanes/lane.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { withClient } from '../lanes/start.ts';
import { checkLogin, getUser, readTyped } from '../lanes/user.ts';
import type { Message } from '../message.ts';
import type { FailureCode, Outcome } from '../outcome.ts';
import { allow, deny, done, idle, toStatus } from '../outcome.ts';
import { getClient, patchClient, patchServer, readClock } from '../state.ts';
import { PHASES } from '../stepKind.ts';
import { answer, toError } from './answers.ts';
import { toTold, withSessionCsrfToken } from './csrfToken.ts';
import type { DueCookie, RequestSession } from './middleware.ts';
import { commitSession, isStoreDown, openSession, regenerateSession } from './middleware.ts';
import { SESSION_PAGE } from './page.ts';
import { checkCopy, toProof } from './proof.ts';
import { readSlidingEnd } from './record.ts';
import { toCookieName } from './setCookie.ts';

/** Runs a login: POST /login, check the password, new session, signed cookie, into the jar. */
export async function logIn(recorder: Recorder, action: ActionOf<'login'>): Promise<void> {
  const { user, payload } = recorder.settings;
  const { client = CLIENT, server = SERVER } = action;
  const password = readTyped(action, recorder.state, recorder.settings);
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const { request, blocked } = await fetchFromPage(recorder, SESSION_PAGE, {
    from: client,
    to: server,
    method: 'POST',
    target: '/login',
    json: { username: user.username, password },
    inBody: [{ what: 'password', in: 'body' }],
  });
  if (blocked) return finishUnsent(recorder, PHASES.login, blocked, checkCopy);
  recorder.finish('login.request', done());

  const session = await openSession(recorder, request);
  // A session that cannot be loaded ends the request before the login's own code runs.
  const failure =
    session.failure === 'storeFailed' ? session.failure : checkLogin(recorder, password);
  if (failure) return refuse(recorder, request, session, failure);
  recorder.finish('login.verify', allow());

  const { regenerate, copiesUser, absoluteLifetime } = recorder.settings.session;
  const fresh = regenerate ? regenerateSession(recorder, session) : session;
  if (regenerate && isStoreDown(recorder, session)) return failToDestroy(recorder, request, fresh);
  const role = copiesUser && user.role && getUser(recorder.state, recorder.settings).role;
  const named = withSessionCsrfToken(recorder, {
    ...{ ...fresh, userId: user.id },
    ...(payload && { data: payload }),
    ...(role && { role }),
    ...(absoluteLifetime && { endsAt: readClock(recorder.state, server) + absoluteLifetime }),
  });
  // The record is written here, so that it can be seen before the answer; express-session starts
  // to write it as the response ends.
  const due = commitSession(recorder, named);
  const told = toTold(named, user.id);
  if (isStoreDown(recorder, session))
    return finishUnkept(recorder, request, { status: 200, ...told, due });
  recorder.set(patchServer(recorder.state, server, { handling: { request, issued: named.sid } }));
  recorder.finish('login.create', done({ proof: toProof(recorder.state, named) }));

  const response = await answer(recorder, request, { status: 200, ...told, due });
  sendResponse(recorder, response);
  recorder.finish('login.respond', done({ status: 200, proof: toProof(recorder.state, named) }));

  const page = toPage(recorder);
  receiveCookies(recorder, response, page);
  if (!toWithheld(recorder, response, page).blocked) keepCsrfToken(recorder, response, page);
  recorder.set(patchClient(recorder.state, client, { discarded: null }));
  const stored = toStored(recorder, response, due);
  // Whoever planted a session ID may be inside now.
  await finishWithCopy(recorder, 'login.store', stored, checkCopy);
}

/** The password is right, and `regenerate` hands on the store's error: it has drawn a new session by then, which is nobody's. */
async function failToDestroy(
  recorder: Recorder,
  request: Message,
  fresh: RequestSession,
): Promise<void> {
  const status = toStatus('storeFailed');
  const due = commitSession(recorder, fresh);
  await finishUnkept(recorder, request, { status, json: { error: toError(status) }, due });
}

/**
 * Finishes a login whose session no store has: the answer has its cookie all the same, and where the
 * write is all that failed it says that all is well. @see express-session, `res.end`
 */
async function finishUnkept(
  recorder: Recorder,
  request: Message,
  parts: Parameters<typeof answer>[2],
): Promise<void> {
  const failure = 'storeFailed';
  recorder.finish('login.create', deny(failure));
  await finishRefused(recorder, request, failure, parts);
}

/** Tells whether the date of a cookie has passed as it is set; what is less than a second is not written. */
const isOverAtOnce = (recorder: Recorder, from: string, { cookie }: DueCookie): boolean =>
  Math.floor(readSlidingEnd(cookie)) <= readClock(recorder.state, from);

const toPage = ({ settings }: Recorder) => toFetchingPage(SESSION_PAGE, settings);

/** What the browser did with the cookie of an answer to a login. */
function toStored(recorder: Recorder, response: Message, due: DueCookie | null): Outcome {
  const { from, to, carries } = response;
  const held = listCookies(getClient(recorder.state, to).jar, toCookieName(recorder.settings));
  if (due === null) return held.length === 0 ? idle('nothingToStore') : done();
  const given = carries.find((carried) => carried.in === 'Set-Cookie')?.value;
  // A session's cookie is small: what a browser can have against it is its attributes.
  if (held.some(({ value }) => value === given)) return done();
  if (isOverAtOnce(recorder, from, due)) return idle('cookieExpired');
  const { sameSite } = recorder.settings.session;
  return idle(toCookieRefusal(recorder, response, toPage(recorder), sameSite));
}

async function refuse(
  recorder: Recorder,
  request: Message,
  session: RequestSession,
  failure: FailureCode,
): Promise<void> {
  recorder.finish('login.verify', deny(failure));
  recorder.finish('login.create', idle('loginRefused'));
  const due = commitSession(recorder, session);
  const status = toStatus(failure);
  const error = status === 401 ? 'invalid_credentials' : toError(status);
  await finishRefused(recorder, request, failure, { status, json: { error }, due });
}

/** Answers a login that put nobody into a session, and lets the browser act on the answer. */
async function finishRefused(
  recorder: Recorder,
  request: Message,
  failure: FailureCode,
  parts: Parameters<typeof answer>[2],
): Promise<void> {
  const { status, due = null } = parts;
  const response = await answer(recorder, request, parts);
  sendResponse(recorder, response);
  const page = toPage(recorder);
  const withheld = toWithheld(recorder, response, page);
  recorder.finish('login.respond', deny(failure, { status, ...withheld }));
  receiveCookies(recorder, response, page);
  // One that only could not be written is answered as if all were well, with a token for the forms.
  if (!withheld.blocked) keepCsrfToken(recorder, response, page);
  // Where each visitor gets a session, also who is turned away gets the cookie of one.
  const stored = due ? toStored(recorder, response, due) : idle('nothingToStore');
  recorder.finish('login.store', stored);
}
