import { describe, expect, test } from 'vitest';
import { SESSION_STORE } from '../../../src/sim/actors.ts';
import { makeRequest } from '../../../src/sim/http/request.ts';
import { done } from '../../../src/sim/outcome.ts';
import { startRecording } from '../../../src/sim/recorder.ts';
import { toSignedValue } from '../../../src/sim/session/cookieSignature.ts';
import { drawSid, openSession } from '../../../src/sim/session/middleware.ts';
import { getServer, patchServer } from '../../../src/sim/state.ts';
import { deepFreeze, getFrame, runWalk, toSettings } from '../runs.ts';

/** The State of somebody logged in, whose record lasts 900 s. */
const loggedIn = deepFreeze(getFrame(await runWalk(), 5).session.state);
const [sid = ''] = Object.keys(loggedIn.stores[SESSION_STORE]?.sessions ?? {});
const [secret = ''] = getServer(loggedIn, 'server').secrets;
const good = await toSignedValue(sid, secret);
const unknown = await toSignedValue('A'.repeat(32), secret);

async function open(cookie: string | null, state = loggedIn) {
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
  const bare = decodeURIComponent(good);
  test.each([
    ['none', null, 'cookieMissing'],
    ['another name', `sid=${good}`, 'cookieMissing'],
    ['an empty value', 'connect.sid=', 'cookieMissing'],
    ['no s:', `connect.sid=${sid}`, 'cookieUnsigned'],
    ['bad percent-encoding', 'connect.sid=%E0%A4%A', 'cookieUnsigned'],
    ['no signature', `connect.sid=s%3A${sid}`, 'cookieSignatureInvalid'],
    ['padding', `connect.sid=${bare}=`, 'cookieSignatureInvalid'],
    [
      'a bad one before the good',
      `connect.sid=s%3Ax.y; connect.sid=${good}`,
      'cookieSignatureInvalid',
    ],
  ] as const)('%s', async (_name, cookie, failure) => {
    const { session, calls } = await open(cookie);
    expect(session).toMatchObject({ failure, loaded: false, cookieId: null, userId: undefined });
    expect(session.sid).not.toBe(sid);
    expect(calls).toEqual([]);
  });

  test('a signed ID that the store does not know is asked for, and not adopted', async () => {
    const { session, calls } = await open(`connect.sid=${unknown}`);
    expect(session).toMatchObject({ failure: 'sessionUnknown', loaded: false });
    expect(session.sid).not.toBe('A'.repeat(32));
    expect(calls).toMatchObject([{ method: 'get', target: 'A'.repeat(32), body: null }]);
  });
});

describe('a cookie is accepted', () => {
  test.each([
    ['as it was sent', `connect.sid=${good}`],
    ['without percent-encoding', `connect.sid=${decodeURIComponent(good)}`],
    ['among others', `a=b; connect.sid=${good}; c=d`],
    ['before a bad one', `connect.sid=${good}; connect.sid=s%3Ax.y`],
  ])('%s', async (_how, cookie) => {
    const { session, calls } = await open(cookie);
    expect(session).toMatchObject({ failure: null, loaded: true, sid, userId: 'abc123' });
    expect(calls).toMatchObject([
      { from: 'server', to: SESSION_STORE, kind: 'store', target: sid },
    ]);
    expect(JSON.parse(calls[0]?.body ?? '')).toMatchObject({ userId: 'abc123' });
  });

  test.each([
    [['new secret', secret], true],
    [[secret, 'old secret'], true],
    [['new secret'], false],
  ])('by the secrets %j: %s', async (secrets, loaded) => {
    const { session } = await open(
      `connect.sid=${good}`,
      patchServer(loggedIn, 'server', { secrets }),
    );
    expect(session.loaded).toBe(loaded);
  });
});

describe('the record’s time is the server’s', () => {
  test.each([
    [899, null],
    [900, 'sessionExpired'],
    [901, 'sessionExpired'],
  ])('after %i s: %s', async (age, failure) => {
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

test('session IDs are 24 bytes in base64url, each another', () => {
  const { recorder } = startRecording(toSettings(), loggedIn);
  const drawn = Array.from({ length: 50 }, () => drawSid(recorder));
  expect(new Set(drawn).size).toBe(50);
  for (const one of drawn) expect(one).toMatch(/^[A-Za-z0-9_-]{32}$/);
  expect(recorder.state.draws.sid).toBe(loggedIn.draws.sid + 50);
});

test('a server without a store cannot open sessions', async () => {
  const storeless = patchServer(loggedIn, 'server', { store: null });
  await expect(open(null, storeless)).rejects.toThrow(/server server has no session store/);
});
