import type { ActionOf } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { receiveCookies, sendRequest, sendResponse } from '../client/client.ts';
import { allow, deny, done } from '../outcome.ts';
import type { Recorder } from '../recorder.ts';
import { answer } from './answers.ts';
import { commitSession, openSession } from './middleware.ts';
import { checkCopy, toProof } from './proof.ts';

/** Runs a request to a protected page: the cookie rides along, the store is asked, the answer follows. */
export async function requestPage(recorder: Recorder, action: ActionOf<'request'>): Promise<void> {
  const { method = 'GET', target = '/profile' } = action;
  const request = sendRequest(recorder, { from: CLIENT, to: SERVER, method, target });
  recorder.finish('request.send', done());

  const session = await openSession(recorder, request);
  const proof = toProof(recorder.state, session);
  const copy = await checkCopy(recorder.settings, recorder.state);
  const failure = proof ? null : (session.failure ?? 'sessionAnonymous');
  recorder.finish('request.verify', failure ? deny(failure, { copy }) : allow({ proof, copy }));

  const setCookie = await commitSession(recorder, session);
  const status = failure ? 401 : 200;
  const json = failure ? { error: 'unauthenticated' } : { userId: session.userId };
  const response = await answer(recorder.state, request, { status, json, setCookie });
  sendResponse(recorder, response);
  receiveCookies(recorder, response);
  const after = toProof(recorder.state, session);
  recorder.finish(
    'request.respond',
    failure ? deny(failure, { status, copy }) : allow({ status, proof: after, copy }),
  );
}
