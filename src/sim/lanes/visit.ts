import type { ActionOf, Visit } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import type { Page } from '../client/client.ts';
import { sendResponse } from '../client/client.ts';
import type { PageSide } from '../client/pageFetch.ts';
import { fetchFromPage, finishUnsent, toFetchingPage, toWithheld } from '../client/pageFetch.ts';
import { exceedsHeaderLimit, refuseHeaders } from '../http/headerLimit.ts';
import type { Message } from '../message.ts';
import type { CopyCheck, FailureCode, Outcome, Proof } from '../outcome.ts';
import { allow, deny, done } from '../outcome.ts';
import { PHASES } from '../stepKind.ts';
import type { CheckCopy } from './lane.ts';
import type { Recorder } from './recorder.ts';
import { withClient } from './start.ts';

/** What a server found out about a request, before it answers. */
interface Decided {
  readonly proof: Proof | null;
  readonly failure: FailureCode | null;
}

/** How a lane's server decides on a visit and answers it. */
export interface VisitServer<Decision extends Decided> {
  /** What its page and server do that the other lanes' do otherwise. */
  readonly side: PageSide;
  decide(recorder: Recorder, request: Message): Promise<Decision>;
  /** Answers; with a page, the client's browser acts on the answer. Resolves to how the Step ends. */
  respond(
    recorder: Recorder,
    request: Message,
    decision: Decision,
    page: Page | null,
  ): Promise<Outcome>;
  readonly checkCopy: CheckCopy;
}

/** Finishes a visit whose header Node.js refuses before any application sees it; `false`: it does not. */
function refuseLargeHeader(
  recorder: Recorder,
  request: Message,
  visit: Visit,
  copy: CopyCheck | null,
  page: Page | null = null,
): boolean {
  if (!exceedsHeaderLimit(request)) return false;
  recorder.finish(`${visit}.verify`, deny('headersTooLarge', { copy }));
  const response = refuseHeaders(request);
  sendResponse(recorder, response);
  recorder.finish(
    `${visit}.respond`,
    deny('headersTooLarge', {
      status: response.status,
      copy,
      ...toWithheld(recorder, response, page),
    }),
  );
  return true;
}

/** Runs a server's side of a visit: it decides, and the answer follows. */
export async function answerVisit<Decision extends Decided>(
  server: VisitServer<Decision>,
  recorder: Recorder,
  request: Message,
  visit: Visit,
  page: Page | null = null,
): Promise<void> {
  const copy = await server.checkCopy(recorder.settings, recorder.state);
  if (refuseLargeHeader(recorder, request, visit, copy, page)) return;
  const decision = await server.decide(recorder, request);
  const { failure, proof } = decision;
  recorder.finish(`${visit}.verify`, failure ? deny(failure, { copy }) : allow({ proof, copy }));
  recorder.finish(`${visit}.respond`, await server.respond(recorder, request, decision, page));
}

/** Runs a request to a protected page, from the page of a client. */
export async function requestPage<Decision extends Decided>(
  server: VisitServer<Decision>,
  recorder: Recorder,
  action: ActionOf<'request'>,
): Promise<void> {
  const { target = '/profile', client = CLIENT, server: to = SERVER } = action;
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const parts = { from: client, to, target };
  const { request, blocked } = await fetchFromPage(recorder, server.side, parts);
  if (blocked) return finishUnsent(recorder, PHASES.request, blocked, server.checkCopy);
  recorder.finish('request.send', done());
  const page = toFetchingPage(server.side, recorder.settings);
  await answerVisit(server, recorder, request, 'request', page);
}
