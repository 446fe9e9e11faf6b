import type { JWTPayload } from 'jose';
import type { ActionOf, Visit } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { keepPage } from '../client/cache.ts';
import type { Page } from '../client/client.ts';
import { receiveCookies, sendRequest, sendResponse } from '../client/client.ts';
import { toPage } from '../http/target.ts';
import type { Message } from '../message.ts';
import type { FailureCode, Outcome, Proof } from '../outcome.ts';
import { allow, deny, done, toStatus } from '../outcome.ts';
import type { Recorder } from '../recorder.ts';
import { withClient } from '../start.ts';
import { checkRole } from '../user.ts';
import { refuseLargeHeader } from '../visit.ts';
import { answer, refuse } from './answers.ts';
import { checkCopy, verifyRequest } from './verifyRequest.ts';

/** What a token says about its user is believed, however old it is. */
const checkClaims = ({ target }: Message, { role }: JWTPayload) => checkRole(target, role);

/** What a server found out about a request, before it answers. */
interface Decision {
  readonly proof: Proof | null;
  readonly failure: FailureCode | null;
}

/** Verifies the token, and decides. */
export async function decideVisit(recorder: Recorder, request: Message): Promise<Decision> {
  const { proof, claims, failure } = await verifyRequest(recorder, request);
  return { proof, failure: failure ?? checkClaims(request, claims) };
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
    : answer(recorder, request, {
        status: 200,
        json: toPage(request.target, proof?.userId ?? '', request.body),
      }));
  sendResponse(recorder, response);
  if (page) {
    receiveCookies(recorder, response, page);
    keepPage(recorder, response);
  }
  const copy = await checkCopy(recorder.settings, recorder.state);
  return failure
    ? deny(failure, { status: toStatus(failure), copy })
    : allow({ status: 200, proof, copy });
}

/**
 * Runs the server's side of a visit: the token is verified and nobody is asked (but a deny-list,
 * where there is one), the answer follows.
 */
export async function answerVisit(
  recorder: Recorder,
  request: Message,
  visit: Visit,
  page: Page | null = null,
): Promise<void> {
  const copy = await checkCopy(recorder.settings, recorder.state);
  if (refuseLargeHeader(recorder, request, visit, copy)) return;
  const decision = await decideVisit(recorder, request);
  const { failure, proof } = decision;
  recorder.finish(`${visit}.verify`, failure ? deny(failure, { copy }) : allow({ proof, copy }));
  recorder.finish(`${visit}.respond`, await respondVisit(recorder, request, decision, page));
}

/** Runs a request to a protected page: the client's code attaches the token that it keeps. */
export async function requestPage(recorder: Recorder, action: ActionOf<'request'>): Promise<void> {
  const { target = '/profile', client = CLIENT, server = SERVER } = action;
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const request = sendRequest(recorder, { from: client, to: server, target });
  recorder.finish('request.send', done());
  const page = { initiator: null, vehicle: 'subresource' } as const;
  await answerVisit(recorder, request, 'request', page);
}
