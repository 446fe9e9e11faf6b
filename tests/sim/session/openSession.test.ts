import { describe, expect, test } from 'vitest';
import { SESSION_STORE } from '../../../src/sim/actors.ts';
import { makeRequest } from '../../../src/sim/http/request.ts';
import { startRecording } from '../../../src/sim/lanes/recorder.ts';
import { done } from '../../../src/sim/outcome.ts';
import { toSignedValue } from '../../../src/sim/session/cookieSignature.ts';
import { drawSid, openSession } from '../../../src/sim/session/middleware.ts';
import { getServer, patchServer, type State } from '../../../src/sim/state.ts';
import { deepFreeze, getFrame, runWalk, toSettings } from '../runs.ts';

/** Somebody logged in, whose record lasts 900 s: the State, the ID, and the cookie's value as it was sent. */
async function logIn() {
  const state = deepFreeze(getFrame(await runWalk(), 5).session.state);
  const [sid = ''] = Object.keys(state.stores[SESSION_STORE]?.sessions ?? {});
  const [secret = ''] = getServer(state, 'server').secrets;
  return { state, sid, secret, good: await toSignedValue(sid, secret) };
}

async function open(cookie: string | null, state: State) {
  const { recorder, steps } = startRecording(toSettings(), state);
  const to = { from: 'client', to: 'server', method: 'GET', target: '/profile' } as const;
  const session = await openSession(
    recorder,
    makeRequest({ ...to, origin: 'http://localhost:3000', cookie }),
  );
  recorder.finish('request.verify', done());
  const calls = steps.flatMap(({ messages }) => messages);
  return { session, calls, state: recorder.state };
}

describe('a cookie that is not accepted starts an anonymous session, without a word', () => {
  // What is sent, made of the ID and of the value that would be right.
  const cases: readonly [string, (sid: string, good: string) => string | null, string][] = [
    ['none', () => null, 'cookieMissing'],
    ['another name', (_, good) => `sid=${good}`, 'cookieMissing'],
    ['an empty value', () => 'connect.sid=', 'cookieMissing'],
    ['no s:', (sid) => `connect.sid=${sid}`, 'cookieUnsigned'],
    ['bad percent-encoding', () => 'connect.sid=%E0%A4%A', 'cookieUnsigned'],
    ['no signature', (sid) => `connect.sid=s%3A${sid}`, 'cookieSignatureInvalid'],
    ['padding', (_, good) => `connect.sid=${decodeURIComponent(good)}=`, 'cookieSignatureInvalid'],
    [
      'a bad one before the good',
      (_, good) => `connect.sid=s%3Ax.y; connect.sid=${good}`,
      'cookieSignatureInvalid',
    ],
  ];
  test.each(cases)('%s', async (_name, toCookie, failure) => {
    const { state, sid, good } = await logIn();
    const { session, calls } = await open(toCookie(sid, good), state);
    expect(session).toMatchObject({ failure, loaded: false, cookieId: null, userId: undefined });
    expect(session.sid).not.toBe(sid);
    expect(calls).toEqual([]);
  });

  test('a signed ID that the store does not know is asked for, and not adopted', async () => {
    const { state, secret } = await logIn();
    const unknown = await toSignedValue('A'.repeat(32), secret);
    const { session, calls } = await open(`connect.sid=${unknown}`, state);
    expect(session).toMatchObject({ failure: 'sessionUnknown', loaded: false });
    expect(session.sid).not.toBe('A'.repeat(32));
    expect(calls).toMatchObject([{ method: 'get', target: 'A'.repeat(32), body: null }]);
  });
});

describe('a cookie is accepted', () => {
  test.each([
    ['as it was sent', (good: string) => `connect.sid=${good}`],
    ['without percent-encoding', (good: string) => `connect.sid=${decodeURIComponent(good)}`],
    ['among others', (good: string) => `a=b; connect.sid=${good}; c=d`],
    ['before a bad one', (good: string) => `connect.sid=${good}; connect.sid=s%3Ax.y`],
  ])('%s', async (_how, toCookie) => {
    const { state, sid, good } = await logIn();
    const { session, calls } = await open(toCookie(good), state);
    expect(session).toMatchObject({ failure: null, loaded: true, sid, userId: 'abc123' });
    expect(calls).toMatchObject([
      { from: 'server', to: SESSION_STORE, kind: 'store', target: sid },
    ]);
    expect(JSON.parse(calls[0]?.body ?? '')).toMatchObject({ userId: 'abc123' });
  });

  test.each([
    ['the second', (secret: string) => ['new secret', secret], true],
    ['the first', (secret: string) => [secret, 'old secret'], true],
    ['none', () => ['new secret'], false],
  ])('by %s of the secrets', async (_which, toSecrets, loaded) => {
    const { state, good, secret } = await logIn();
    const patched = patchServer(state, 'server', { secrets: toSecrets(secret) });
    const { session } = await open(`connect.sid=${good}`, patched);
    expect(session.loaded).toBe(loaded);
  });
});

describe('the record’s time is the server’s', () => {
  test.each([
    [899, null],
    [900, 'sessionExpired'],
    [901, 'sessionExpired'],
  ])('after %i s: %s', async (age, failure) => {
    const { state: loggedIn, good } = await logIn();
    for (const late of [
      { ...loggedIn, clock: loggedIn.clock + age },
      patchServer(loggedIn, 'server', { clockOffset: age }),
    ]) {
      const { session, calls, state } = await open(`connect.sid=${good}`, late);
      expect(session.failure).toBe(failure);
      expect(calls[0]?.body === null).toBe(failure !== null);
      // MemoryStore drops an expired record when it is asked for it.
      expect(Object.keys(state.stores[SESSION_STORE]?.sessions ?? {})).toHaveLength(
        failure ? 0 : 1,
      );
    }
  });
});

test('session IDs are 24 bytes in base64url, each another', async () => {
  const { state: loggedIn } = await logIn();
  const { recorder } = startRecording(toSettings(), loggedIn);
  const drawn = Array.from({ length: 50 }, () => drawSid(recorder));
  expect(new Set(drawn).size).toBe(50);
  for (const one of drawn) expect(one).toMatch(/^[A-Za-z0-9_-]{32}$/);
  expect(recorder.state.draws.sid).toBe(loggedIn.draws.sid + 50);
});

test('a server without a store cannot open sessions', async () => {
  const { state } = await logIn();
  const storeless = patchServer(state, 'server', { store: null });
  await expect(open(null, storeless)).rejects.toThrow(/server server has no session store/);
});
