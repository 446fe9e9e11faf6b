import type { ActionOf } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { sendRequest, sendResponse } from '../client/client.ts';
import { allow, deny, done } from '../outcome.ts';
import type { Recorder } from '../recorder.ts';
import { answer } from './answers.ts';
import { checkCopy, verifyRequest } from './verifyRequest.ts';

/** Runs a request to a protected page: the client's code attaches the token, the server verifies it and asks nobody. */
export async function requestPage(recorder: Recorder, action: ActionOf<'request'>): Promise<void> {
  const { method = 'GET', target = '/profile' } = action;
  const request = sendRequest(recorder, { from: CLIENT, to: SERVER, method, target });
  recorder.finish('request.send', done());

  const { proof, failure } = await verifyRequest(recorder.state, request);
  const copy = await checkCopy(recorder.settings, recorder.state);
  recorder.finish('request.verify', failure ? deny(failure, { copy }) : allow({ proof, copy }));

  const status = failure ? 401 : 200;
  const error = failure === 'tokenMissing' ? 'unauthenticated' : 'invalid_token';
  const json = failure ? { error } : { userId: proof.userId };
  const parts = { status, json, ...(failure ? { failure } : {}) };
  sendResponse(recorder, await answer(recorder.state, request, parts));
  recorder.finish(
    'request.respond',
    failure ? deny(failure, { status, copy }) : allow({ status, proof, copy }),
  );
}
