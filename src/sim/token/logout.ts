import { CLIENT } from '../actors.ts';
import { readToken, TOKEN_KEY } from '../client/client.ts';
import { done, idle } from '../outcome.ts';
import type { Recorder } from '../recorder.ts';
import type { ClientState } from '../state.ts';
import { getClient, patchClient } from '../state.ts';
import { checkCopy } from './verifyRequest.ts';

function forgetToken({ storage }: ClientState): ClientState['storage'] {
  const { [TOKEN_KEY]: _memory, ...memory } = storage.memory;
  const { [TOKEN_KEY]: _localStorage, ...localStorage } = storage.localStorage;
  return { memory, localStorage };
}

/** Runs a logout: the client drops its token. No request is sent, and the server does not learn of it. */
export async function logOut(recorder: Recorder): Promise<void> {
  const client = getClient(recorder.state, CLIENT);
  const discarded = readToken(client) ?? client.discarded;
  recorder.set(patchClient(recorder.state, CLIENT, { storage: forgetToken(client), discarded }));
  const copy = await checkCopy(recorder.settings, recorder.state);
  recorder.finish('logout.request', done({ copy }));
  recorder.finish('logout.cleanup', { ...idle('noServerState'), copy });
}
