import type { ActionOf } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { sendRequest, sendResponse, TOKEN_KEY } from '../client/client.ts';
import type { Message } from '../message.ts';
import { allow, deny, done, idle } from '../outcome.ts';
import type { Recorder } from '../recorder.ts';
import { getClient, getServer, patchClient, patchServer, readClock } from '../state.ts';
import { answer } from './answers.ts';
import { signToken } from './jwt.ts';

/** Runs a login: POST /login, check the password, sign a token, hand it out, the client keeps it. */
export async function logIn(recorder: Recorder, action: ActionOf<'login'>): Promise<void> {
  const { user, token: settings } = recorder.settings;
  const password = action.password ?? user.password;
  const request = sendRequest(recorder, {
    from: CLIENT,
    to: SERVER,
    method: 'POST',
    target: '/login',
    json: { username: user.username, password },
    withToken: false,
  });
  recorder.finish('login.request', done());

  if (password !== user.password) return refuse(recorder, request);
  recorder.finish('login.verify', allow());

  const secret = getServer(recorder.state, SERVER).secrets[0];
  if (secret === undefined) throw new RangeError(`server ${SERVER} has no secret to sign with`);
  const now = readClock(recorder.state, SERVER);
  const { lifetime } = settings;
  const token = await signToken(secret, { id: user.id, lifetime, now });
  const proof = { userId: user.id, credential: token, expiresAt: now + lifetime };
  recorder.set(patchServer(recorder.state, SERVER, { handling: { request, issued: token } }));
  recorder.finish('login.create', done({ proof }));

  sendResponse(recorder, await answer(recorder.state, request, { status: 200, json: { token } }));
  recorder.finish('login.respond', done({ status: 200, proof }));

  const { storage } = getClient(recorder.state, CLIENT);
  const place = { ...storage[settings.keptIn], [TOKEN_KEY]: token };
  recorder.set(
    patchClient(recorder.state, CLIENT, {
      storage: { ...storage, [settings.keptIn]: place },
      discarded: null,
    }),
  );
  recorder.finish('login.store', done());
}

async function refuse(recorder: Recorder, request: Message): Promise<void> {
  const failure = 'wrongPassword';
  recorder.finish('login.verify', deny(failure));
  recorder.finish('login.create', idle('loginRefused'));
  const parts = { status: 401, json: { error: 'invalid_credentials' }, failure } as const;
  sendResponse(recorder, await answer(recorder.state, request, parts));
  recorder.finish('login.respond', deny(failure, { status: 401 }));
  recorder.finish('login.store', idle('nothingToStore'));
}
