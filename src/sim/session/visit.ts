import type { ActionOf, Visit } from '../action.ts';
import { keepPage } from '../client/cache.ts';
import type { Page } from '../client/client.ts';
import { receiveCookies, sendResponse } from '../client/client.ts';
import { keepCsrfToken } from '../client/csrfToken.ts';
import { toWithheld } from '../client/pageFetch.ts';
import { toPage } from '../http/target.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { checkRole, getUser } from '../lanes/user.ts';
import type { VisitServer } from '../lanes/visit.ts';
import { requestPage as runRequest, answerVisit as runVisit } from '../lanes/visit.ts';
import type { Message } from '../message.ts';
import type { FailureCode, Outcome, Proof } from '../outcome.ts';
import { allow, deny, toStatus } from '../outcome.ts';
import { readRefusal } from './absoluteEnd.ts';
import { answer, toError } from './answers.ts';
import { checkSessionCsrf, toTold } from './csrfToken.ts';
import type { RequestSession } from './middleware.ts';
import { commitSession, destroySession, openSession } from './middleware.ts';
import { SESSION_PAGE } from './page.ts';
import { checkCopy, toProof } from './proof.ts';
import { toClearingField } from './setCookie.ts';

/** Decides on a request: whose session it is, and what is said about that user, by the database now or by the record. */
async function judge(
  recorder: Recorder,
  session: RequestSession,
  request: Message,
): Promise<FailureCode | null> {
  const { settings, state } = recorder;
  const refusal = readRefusal(recorder, session);
  if (refusal !== null) return refusal;
  const { copiesUser } = settings.session;
  const { banned, role } = getUser(state, settings);
  if (banned && !copiesUser) return 'userBanned';
  const missing = checkRole(request.target, copiesUser ? session.role : role);
  return missing ?? checkSessionCsrf(recorder, request, session);
}

/** What a server found out about a request, before it answers. */
interface Decision {
  readonly session: RequestSession;
  readonly proof: Proof | null;
  readonly failure: FailureCode | null;
}

/** Counts a page that the user asks for, where pages do: the session is changed, and will be written. */
const countVisit = (session: RequestSession): RequestSession =>
  session.userId === undefined ? session : { ...session, visits: (session.visits ?? 0) + 1 };

/** Checks the cookie, asks the store, and decides. */
export async function decideVisit(recorder: Recorder, request: Message): Promise<Decision> {
  const opened = await openSession(recorder, request);
  const failure = await judge(recorder, opened, request);
  const { countsVisits = false } = recorder.settings.session;
  const session = countsVisits ? countVisit(opened) : opened;
  return { session, proof: toProof(recorder.state, opened), failure };
}

/** Makes the page that was asked for; the profile has the CSRF token for the page's forms. */
function toGiven({ target, body }: Message, session: RequestSession) {
  const { userId = '' } = session;
  return target === '/profile' ? toTold(session, userId) : { json: toPage(target, userId, body) };
}

/** Ends the session's part and answers; with a page, the client's browser acts on the answer. Returns how the Step ends. */
export async function respondVisit(
  recorder: Recorder,
  request: Message,
  { session, failure }: Pick<Decision, 'session' | 'failure'>,
  page: Page | null,
): Promise<Outcome> {
  const isOver = failure === 'sessionTooOld';
  if (isOver) destroySession(recorder, session);
  const due = isOver ? null : commitSession(recorder, session);
  const fields = isOver ? [toClearingField(recorder, request.to)] : [];
  const status = failure ? toStatus(failure) : 200;
  const given = failure ? { json: { error: toError(status) } } : toGiven(request, session);
  const response = await answer(recorder, request, { status, ...given, fields, due });
  sendResponse(recorder, response);
  if (page) receiveCookies(recorder, response, page);
  const withheld = toWithheld(recorder, response, page);
  if (page && !withheld.blocked) keepPage(recorder, response);
  if (!withheld.blocked) keepCsrfToken(recorder, response, page);
  const proof = toProof(recorder.state, session);
  // The visit has moved the record's end, for a copy of the same cookie too.
  const copy = await checkCopy(recorder.settings, recorder.state);
  return failure
    ? deny(failure, { status, copy, ...withheld })
    : allow({ status, proof, copy, ...withheld });
}

const SERVER: VisitServer<Decision> = {
  ...{ side: SESSION_PAGE, decide: decideVisit, respond: respondVisit, checkCopy },
};

/** Runs the server's side of a visit: the cookie is checked, the store is asked, the answer follows. */
export const answerVisit = (
  recorder: Recorder,
  request: Message,
  visit: Visit,
  page?: Page | null,
) => runVisit(SERVER, recorder, request, visit, page);

/** Runs a request to a protected page: the cookie rides along by itself. */
export const requestPage = (recorder: Recorder, action: ActionOf<'request'>) =>
  runRequest(SERVER, recorder, action);
