import type { ActionOf, Visit } from '../action.ts';
import { keepPage } from '../client/cache.ts';
import type { Page } from '../client/client.ts';
import { receiveCookies, sendResponse } from '../client/client.ts';
import { toWithheld } from '../client/pageFetch.ts';
import { toPage } from '../http/target.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { checkRole, getUser } from '../lanes/user.ts';
import type { VisitServer } from '../lanes/visit.ts';
import { requestPage as runRequest, answerVisit as runVisit } from '../lanes/visit.ts';
import type { HeaderField, Message } from '../message.ts';
import type { FailureCode, Outcome, Proof } from '../outcome.ts';
import { allow, deny, toStatus } from '../outcome.ts';
import { toError } from '../session/answers.ts';
import { answer } from './answers.ts';
import { checkFields } from './csrf.ts';
import type { OpenedSession } from './open.ts';
import { openSession } from './open.ts';
import { COOKIE_SESSION_PAGE } from './page.ts';
import { checkCopy } from './proof.ts';

/** Decides on a request: whose session it is, and what is said about that user, by the database now or by the cookie. */
async function judge(
  { settings, state }: Recorder,
  { failure, role }: OpenedSession,
  request: Message,
): Promise<FailureCode | null> {
  if (failure !== null) return failure;
  const { target } = request;
  const check = () => checkFields(settings, request);
  if (settings.session.copiesUser) return checkRole(target, role) ?? check();
  const user = getUser(state, settings);
  if (user.banned) return 'userBanned';
  return checkRole(target, user.role) ?? check();
}

/** What a server found out about a request, before it answers. */
export interface Decision {
  readonly proof: Proof | null;
  readonly failure: FailureCode | null;
  readonly early: readonly HeaderField[];
}

/** Checks the signature, and decides. */
export async function decideVisit(recorder: Recorder, request: Message): Promise<Decision> {
  const opened = await openSession(recorder, request);
  const { proof, early } = opened;
  return { proof, early, failure: await judge(recorder, opened, request) };
}

/** Answers; with a page, the client's browser acts on the answer. Returns how the Step ends. */
export async function respondVisit(
  recorder: Recorder,
  request: Message,
  { proof, failure, early }: Decision,
  page: Page | null,
): Promise<Outcome> {
  const status = failure ? toStatus(failure) : 200;
  const json = failure
    ? { error: toError(status) }
    : toPage(request.target, proof?.userId ?? '', request.body);
  const response = await answer(recorder, request, { status, json, early });
  sendResponse(recorder, response);
  if (page) receiveCookies(recorder, response, page);
  const withheld = toWithheld(recorder, response, page);
  if (page && !withheld.blocked) keepPage(recorder, response);
  const copy = await checkCopy(recorder.settings, recorder.state);
  return failure
    ? deny(failure, { status, copy, ...withheld })
    : allow({ status, proof, copy, ...withheld });
}

const SERVER: VisitServer<Decision> = {
  ...{ side: COOKIE_SESSION_PAGE, decide: decideVisit, respond: respondVisit, checkCopy },
};

/** Runs the server's side of a visit: the signature is checked, nobody is asked who that is, the answer follows. */
export const answerVisit = (
  recorder: Recorder,
  request: Message,
  visit: Visit,
  page?: Page | null,
) => runVisit(SERVER, recorder, request, visit, page);

/** Runs a request to a protected page: both cookies ride along by themselves. */
export const requestPage = (recorder: Recorder, action: ActionOf<'request'>) =>
  runRequest(SERVER, recorder, action);
