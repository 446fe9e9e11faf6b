import type { ActionOf } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { sendResponse } from '../client/client.ts';
import type { PageSide } from '../client/pageFetch.ts';
import { fetchFromPage, finishUnsent } from '../client/pageFetch.ts';
import { exceedsHeaderLimit, refuseHeaders } from '../http/headerLimit.ts';
import { REPORT } from '../http/target.ts';
import type { Message } from '../message.ts';
import type { Outcome } from '../outcome.ts';
import { allow, deny, idle } from '../outcome.ts';
import type { SlowRequest, State } from '../state.ts';
import type { CheckCopy } from './lane.ts';
import { finishWithCopy } from './lane.ts';
import type { Recorder } from './recorder.ts';
import { withClient } from './start.ts';

/** How a lane's server begins and ends a request that takes long. */
export interface SlowServer {
  /** What its page and server do that the other lane's do otherwise. */
  readonly side: PageSide;
  /** Decides: refuses at once, or keeps in mind whom it let in. */
  decide(
    recorder: Recorder,
    request: Message,
  ): Promise<{ readonly refused: Outcome } | Pick<SlowRequest, 'proof' | 'session'>>;
  /** Answers at last, with what it has in mind. */
  finish(recorder: Recorder, slow: SlowRequest): Promise<Outcome>;
  readonly checkCopy: CheckCopy;
}

/** Runs the begin of a request that takes long: who asks is decided now, and answered later unless it is a refusal. */
export async function startSlow(
  server: SlowServer,
  recorder: Recorder,
  action: ActionOf<'startSlow'>,
): Promise<void> {
  const { client = CLIENT, server: to = SERVER } = action;
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const parts = { from: client, to, target: REPORT };
  const { request, blocked } = await fetchFromPage(recorder, server.side, parts);
  if (blocked) return finishUnsent(recorder, ['slow.start'], blocked, server.checkCopy);
  if (exceedsHeaderLimit(request)) {
    sendResponse(recorder, refuseHeaders(request));
    const outcome = deny('headersTooLarge', { status: 431 });
    return finishWithCopy(recorder, 'slow.start', outcome, server.checkCopy);
  }
  const decision = await server.decide(recorder, request);
  if ('refused' in decision) return recorder.finish('slow.start', decision.refused);
  const { proof, session } = decision;
  const slow: SlowRequest = { client, server: to, request, proof, ...(session && { session }) };
  recorder.set({ ...recorder.state, slow: [...(recorder.state.slow ?? []), slow] });
  await finishWithCopy(recorder, 'slow.start', allow({ proof }), server.checkCopy);
}

/** Returns a State without some of what the servers still work on. */
function withoutSlow(state: State, isGone: (slow: SlowRequest) => boolean): State {
  const { slow = [], ...rest } = state;
  const left = slow.filter((one) => !isGone(one));
  return left.length > 0 ? { ...rest, slow: left } : rest;
}

/** Returns a State in which a server has forgotten what it worked on: its process has ended. */
export const dropSlow = (state: State, server: string): State =>
  withoutSlow(state, (slow) => slow.server === server);

/** Runs the end of the request that a client has waited for the longest. */
export async function finishSlow(
  server: SlowServer,
  recorder: Recorder,
  { client = CLIENT }: ActionOf<'finishSlow'>,
): Promise<void> {
  const slow = recorder.state.slow?.find((one) => one.client === client);
  if (slow) recorder.set(withoutSlow(recorder.state, (one) => one === slow));
  const outcome = slow ? await server.finish(recorder, slow) : idle('nothingSlow');
  // What is said of a copy is of what this browser has dropped, and not of what the first one has.
  await finishWithCopy(recorder, 'slow.finish', outcome, server.checkCopy, slow?.client);
}
