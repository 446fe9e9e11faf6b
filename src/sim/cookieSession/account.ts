import type { ActionOf } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { receiveCookies, sendResponse } from '../client/client.ts';
import { fetchFromPage, finishUnsent, toFetchingPage, toWithheld } from '../client/pageFetch.ts';
import { toPasswordForm } from '../http/passwordForm.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { withClient } from '../lanes/start.ts';
import { changePasswordOf, getUser } from '../lanes/user.ts';
import { deny, done, toStatus } from '../outcome.ts';
import { toError } from '../session/answers.ts';
import { PHASES } from '../stepKind.ts';
import { answer } from './answers.ts';
import { checkFields } from './csrf.ts';
import { openSession } from './open.ts';
import { COOKIE_SESSION_PAGE } from './page.ts';
import { checkCopy } from './proof.ts';

/** Runs POST /password: the user's row changes, and nothing in any cookie knows of it. */
export async function changePassword(
  recorder: Recorder,
  { client = CLIENT, server = SERVER }: ActionOf<'changePassword'>,
): Promise<void> {
  const { settings } = recorder;
  recorder.set(withClient(recorder.state, client, settings));
  const form = toPasswordForm(recorder.state, settings);
  const parts = { from: client, to: server, ...form };
  const { request, blocked } = await fetchFromPage(recorder, COOKIE_SESSION_PAGE, parts);
  if (blocked) return finishUnsent(recorder, PHASES.changePassword, blocked, checkCopy, client);
  const opened = await openSession(recorder, request);
  const { banned } = getUser(recorder.state, settings);
  const refusal = opened.failure ?? (await checkFields(settings, request));
  const failure = refusal ?? (banned ? 'userBanned' : null);
  if (failure === null) recorder.set(changePasswordOf(recorder.state, settings));
  const status = failure ? toStatus(failure) : 204;
  const json = failure ? { json: { error: toError(status) } } : {};
  const response = await answer(recorder, request, { status, early: opened.early, ...json });
  sendResponse(recorder, response);
  const page = toFetchingPage(COOKIE_SESSION_PAGE, settings);
  receiveCookies(recorder, response, page);
  const copy = await checkCopy(settings, recorder.state, client);
  const outcome = failure ? deny(failure, { status }) : done({ status });
  const withheld = toWithheld(recorder, response, page);
  recorder.finish('password.change', { ...outcome, copy, ...withheld });
}
