import type { JWTPayload } from 'jose';
import type { ActionOf, Visit } from '../action.ts';
import { keepPage } from '../client/cache.ts';
import type { Page } from '../client/client.ts';
import { receiveCookies, sendResponse } from '../client/client.ts';
import { keepCsrfToken } from '../client/csrfToken.ts';
import { toWithheld } from '../client/pageFetch.ts';
import { toPage } from '../http/target.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { checkRole } from '../lanes/user.ts';
import type { VisitServer } from '../lanes/visit.ts';
import { requestPage as runRequest, answerVisit as runVisit } from '../lanes/visit.ts';
import type { Message } from '../message.ts';
import type { FailureCode, Outcome, Proof } from '../outcome.ts';
import { allow, deny, toStatus } from '../outcome.ts';
import { answer, refuse } from './answers.ts';
import { checkTokenCsrf, toCsrfPart } from './client/csrfToken.ts';
import { TOKEN_PAGE } from './page.ts';
import { checkCopy, verifyRequest } from './verify/verifyRequest.ts';

/** What a token says about its user is believed, however old it is. */
const checkClaims = ({ target }: Message, { role }: JWTPayload) => checkRole(target, role);

/** What a server found out about a request, before it answers. */
interface Decision {
  readonly proof: Proof | null;
  readonly failure: FailureCode | null;
}

/** Verifies the token, and decides. */
export async function decideVisit(recorder: Recorder, request: Message): Promise<Decision> {
  const { proof, claims, failure: refused } = await verifyRequest(recorder, request);
  const failure =
    refused ??
    checkClaims(request, claims) ??
    (await checkTokenCsrf(recorder, request, proof.credential));
  return { proof, failure };
}

/** Makes the page that was asked for; the profile has the CSRF token for the page's forms. */
async function toGiven(recorder: Recorder, { to, target, body }: Message, proof: Proof | null) {
  const { userId = '', credential = '' } = proof ?? {};
  const page = toPage(target, userId, body);
  if (target !== '/profile') return { json: page };
  const { json, carries } = await toCsrfPart(recorder, to, credential);
  return { json: { ...page, ...json }, carries };
}

/** Answers; with a page, the client's browser acts on the answer. Returns how the Step ends. */
export async function respondVisit(
  recorder: Recorder,
  request: Message,
  { proof, failure }: Decision,
  page: Page | null,
): Promise<Outcome> {
  const response = await (failure
    ? refuse(recorder, request, failure)
    : answer(recorder, request, { status: 200, ...(await toGiven(recorder, request, proof)) }));
  sendResponse(recorder, response);
  if (page) receiveCookies(recorder, response, page);
  const withheld = toWithheld(recorder, response, page);
  if (page && !withheld.blocked) keepPage(recorder, response);
  if (!withheld.blocked) keepCsrfToken(recorder, response, page);
  const copy = await checkCopy(recorder.settings, recorder.state);
  return failure
    ? deny(failure, { status: toStatus(failure), copy, ...withheld })
    : allow({ status: 200, proof, copy, ...withheld });
}

const SERVER: VisitServer<Decision> = {
  ...{ side: TOKEN_PAGE, decide: decideVisit, respond: respondVisit, checkCopy },
};

/** Runs the server's side of a visit: the token is verified and nobody is asked (but a deny-list, where there is one), the answer follows. */
export const answerVisit = (
  recorder: Recorder,
  request: Message,
  visit: Visit,
  page?: Page | null,
) => runVisit(SERVER, recorder, request, visit, page);

/** Runs a request to a protected page: the client's code attaches the token that it keeps. */
export const requestPage = (recorder: Recorder, action: ActionOf<'request'>) =>
  runRequest(SERVER, recorder, action);
