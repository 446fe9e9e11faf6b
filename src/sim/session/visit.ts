import type { ActionOf, Visit } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import type { Page } from '../client/client.ts';
import { receiveCookies, sendResponse } from '../client/client.ts';
import { fetchFromPage, finishUnsent, toFetchingPage, toWithheld } from '../client/pageFetch.ts';
import { checkCsrf } from '../csrf.ts';
import { toPage } from '../http/target.ts';
import type { Message } from '../message.ts';
import type { FailureCode } from '../outcome.ts';
import { allow, deny, done, toStatus } from '../outcome.ts';
import type { Recorder } from '../recorder.ts';
import { withClient } from '../start.ts';
import { PHASES } from '../stepKind.ts';
import { checkRole, getUser } from '../user.ts';
import { refuseLargeHeader } from '../visit.ts';
import { readRefusal } from './absoluteEnd.ts';
import { answer } from './answers.ts';
import type { RequestSession } from './middleware.ts';
import { commitSession, destroySession, openSession } from './middleware.ts';
import { SESSION_PAGE } from './page.ts';
import { checkCopy, toProof } from './proof.ts';
import { toClearingField } from './setCookie.ts';

/** Decides on a request: whose session it is, and what is said about that user, by the database now or by the record. */
function judge(recorder: Recorder, session: RequestSession, request: Message): FailureCode | null {
  const { settings } = recorder;
  const { target } = request;
  const refusal = readRefusal(recorder, session);
  if (refusal !== null) return refusal;
  if (settings.session.copiesUser)
    return checkRole(target, session.role) ?? checkCsrf(settings, request);
  const { banned, role } = getUser(recorder.state, recorder.settings);
  return banned ? 'userBanned' : (checkRole(target, role) ?? checkCsrf(recorder.settings, request));
}

/**
 * Runs the server's side of a visit: the cookie is checked, the store is asked, the answer follows.
 * With a page, the client's browser acts on the answer's cookies.
 */
export async function answerVisit(
  recorder: Recorder,
  request: Message,
  visit: Visit,
  page: Page | null = null,
): Promise<void> {
  const copy = await checkCopy(recorder.settings, recorder.state);
  if (refuseLargeHeader(recorder, request, visit, copy, page)) return;
  const session = await openSession(recorder, request);
  const proof = toProof(recorder.state, session);
  const failure = judge(recorder, session, request);
  recorder.finish(`${visit}.verify`, failure ? deny(failure, { copy }) : allow({ proof, copy }));

  const isOver = failure === 'sessionTooOld';
  if (isOver) destroySession(recorder, session);
  const due = isOver ? null : commitSession(recorder, session);
  const fields = isOver ? [toClearingField()] : [];
  const status = failure ? toStatus(failure) : 200;
  const error = status === 403 ? 'forbidden' : 'unauthenticated';
  const json = failure ? { error } : toPage(request.target, session.userId ?? '', request.body);
  const response = await answer(recorder, request, { status, json, fields, due });
  sendResponse(recorder, response);
  if (page) receiveCookies(recorder, response, page);
  const withheld = toWithheld(recorder, response, page);
  const after = toProof(recorder.state, session);
  // The visit has moved the record's end, for a copy of the same cookie too.
  const now = await checkCopy(recorder.settings, recorder.state);
  recorder.finish(
    `${visit}.respond`,
    failure
      ? deny(failure, { status, copy: now, ...withheld })
      : allow({ status, proof: after, copy: now, ...withheld }),
  );
}

/** Runs a request to a protected page: the cookie rides along by itself. */
export async function requestPage(recorder: Recorder, action: ActionOf<'request'>): Promise<void> {
  const { target = '/profile', client = CLIENT, server = SERVER } = action;
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const parts = { from: client, to: server, target };
  const { request, blocked } = await fetchFromPage(recorder, SESSION_PAGE, parts);
  if (blocked) return finishUnsent(recorder, PHASES.request, blocked, checkCopy);
  recorder.finish('request.send', done());
  const page = toFetchingPage(SESSION_PAGE, recorder.settings);
  await answerVisit(recorder, request, 'request', page);
}
