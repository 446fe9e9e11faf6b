import type { ActionOf } from '../action.ts';
import type { ClientId } from '../actors.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { readCookie, receiveCookies, sendResponse } from '../client/client.ts';
import { fetchFromPage, finishUnsent, toFetchingPage, toWithheld } from '../client/pageFetch.ts';
import { toPasswordForm } from '../http/passwordForm.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { withClient } from '../lanes/start.ts';
import { changePasswordOf, getUser } from '../lanes/user.ts';
import type { Message } from '../message.ts';
import type { FailureCode, Outcome } from '../outcome.ts';
import { deny, done, toStatus } from '../outcome.ts';
import { getClient, patchClient } from '../state.ts';
import type { StepKind } from '../stepKind.ts';
import { PHASES } from '../stepKind.ts';
import { readRefusal } from './absoluteEnd.ts';
import { answer, toError } from './answers.ts';
import { checkSessionCsrf } from './csrfToken.ts';
import { endAllSessions } from './endAll.ts';
import type { RequestSession } from './middleware.ts';
import { commitSession, destroySession, openSession } from './middleware.ts';
import { SESSION_PAGE } from './page.ts';
import { checkCopy } from './proof.ts';
import { toClearingField, toCookieName } from './setCookie.ts';

const readHeld = (recorder: Recorder, client: ClientId) =>
  readCookie(getClient(recorder.state, client), toCookieName(recorder.settings));

/** Says why a request may not touch the account: it is nobody's, or not of the user's own page. */
const judge = async (recorder: Recorder, request: Message, session: RequestSession) =>
  readRefusal(recorder, session) ?? checkSessionCsrf(recorder, request, session);

interface Decision {
  readonly failure: FailureCode | null;
  /** The server has ended the session, and deletes its cookie. */
  readonly isEnded: boolean;
  readonly clears: boolean;
}

/** Answers 204 or with the refusal, lets the browser act on it, and finishes the one step. */
async function finish(
  recorder: Recorder,
  kind: StepKind,
  request: Message,
  session: RequestSession,
  { failure, isEnded, clears }: Decision,
): Promise<void> {
  const client = request.from;
  const before = readHeld(recorder, client);
  if (failure === 'sessionTooOld') destroySession(recorder, session);
  const due = isEnded ? null : commitSession(recorder, session);
  const fields = clears ? [toClearingField(recorder, request.to)] : [];
  const status = failure ? toStatus(failure) : 204;
  const json = failure ? { json: { error: toError(status) } } : {};
  const response = await answer(recorder, request, { status, fields, due, ...json });
  sendResponse(recorder, response);
  const page = toFetchingPage(SESSION_PAGE, recorder.settings);
  receiveCookies(recorder, response, page);
  if (before !== null && readHeld(recorder, client) === null) {
    recorder.set(patchClient(recorder.state, client, { discarded: before }));
  }
  const copy = await checkCopy(recorder.settings, recorder.state, client);
  const outcome: Outcome = failure ? deny(failure, { status }) : done({ status });
  recorder.finish(kind, { ...outcome, copy, ...toWithheld(recorder, response, page) });
}

/** Runs POST /password: the user's row changes, and no session with it unless the server ends them. */
export async function changePassword(
  recorder: Recorder,
  { client = CLIENT, server = SERVER }: ActionOf<'changePassword'>,
): Promise<void> {
  const { settings } = recorder;
  recorder.set(withClient(recorder.state, client, settings));
  const form = toPasswordForm(recorder.state, settings);
  const parts = { from: client, to: server, ...form };
  const { request, blocked } = await fetchFromPage(recorder, SESSION_PAGE, parts);
  if (blocked) return finishUnsent(recorder, PHASES.changePassword, blocked, checkCopy, client);
  const session = await openSession(recorder, request);
  const { banned } = getUser(recorder.state, settings);
  const refusal = await judge(recorder, request, session);
  const failure = refusal ?? (banned ? 'userBanned' : null);
  if (failure === null) recorder.set(changePasswordOf(recorder.state, settings));
  const endsAll = failure === null && settings.session.endAllAtPasswordChange === true;
  if (endsAll) endAllSessions(recorder, session);
  const isEnded = endsAll || failure === 'sessionTooOld';
  const decision = { failure, isEnded, clears: isEnded };
  await finish(recorder, 'password.change', request, session, decision);
}

/** Runs POST /logout-everywhere: all of the user's records go, those of other browsers, too. */
export async function logOutEverywhere(
  recorder: Recorder,
  { client = CLIENT, server = SERVER }: ActionOf<'logoutEverywhere'>,
): Promise<void> {
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const parts = { from: client, to: server, method: 'POST', target: '/logout-everywhere' } as const;
  const { request, blocked } = await fetchFromPage(recorder, SESSION_PAGE, parts);
  if (blocked) return finishUnsent(recorder, PHASES.logoutEverywhere, blocked, checkCopy, client);
  const session = await openSession(recorder, request);
  const failure = await judge(recorder, request, session);
  if (failure === null) endAllSessions(recorder, session);
  const isOver = failure === 'sessionTooOld';
  const isEnded = isOver || failure === null;
  const clears = isOver || (isEnded && recorder.settings.session.clearCookieAtLogout);
  await finish(recorder, 'logout.everywhere', request, session, { failure, isEnded, clears });
}
