import { describe, expect, test } from 'vitest';
import { signData } from '../../../src/sim/cookieSession/keygrip.ts';
import { openSession } from '../../../src/sim/cookieSession/open.ts';
import { isPair, splitPair, toPair } from '../../../src/sim/cookieSession/pair.ts';
import { makeRequest } from '../../../src/sim/http/request.ts';
import { startRecording } from '../../../src/sim/lanes/recorder.ts';
import { done } from '../../../src/sim/outcome.ts';
import type { State } from '../../../src/sim/state.ts';
import { patchServer } from '../../../src/sim/state.ts';
import { startTrace } from '../../../src/sim/trace.ts';
import { toScenario, toSettings } from '../runs.ts';

const SETTINGS = { session: { dataIn: 'cookie', secrets: ['new', 'old'] } } as const;
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

/** What a server makes of a Cookie field. */
async function open(cookie: string | null) {
  const state = startTrace(toScenario(SETTINGS)).frames[0]?.session.state as State;
  const { recorder, steps } = startRecording(
    toSettings(SETTINGS),
    patchServer(state, 'server', { secrets: ['new', 'old'] }),
  );
  const to = { from: 'client', to: 'server', method: 'GET', target: '/profile' } as const;
  const request = makeRequest({ ...to, origin: 'http://localhost:3000', cookie });
  const opened = await openSession(recorder, request);
  recorder.finish('request.verify', done());
  return { ...opened, signatures: steps[0]?.signatures };
}

const signedBy = async (secret: string, value: unknown) =>
  `session=${encode(value)}; session.sig=${await signData(encode(value), secret)}`;

describe('data that is signed', () => {
  test('by the first key is believed, and nothing is set', async () => {
    const opened = await open(await signedBy('new', { userId: 'abc123', role: 'admin' }));
    const credential = toPair(
      encode({ userId: 'abc123', role: 'admin' }),
      await signData(encode({ userId: 'abc123', role: 'admin' }), 'new'),
    );
    expect(opened).toEqual({
      proof: { userId: 'abc123', credential, expiresAt: null },
      ...{ role: 'admin', failure: null, early: [], signatures: { made: 0, checked: 1 } },
    });
  });

  test('by an older key is believed, and signed anew by the first', async () => {
    const opened = await open(await signedBy('old', { userId: 'abc123' }));
    expect(opened.proof?.userId).toBe('abc123');
    const signature = await signData(encode({ userId: 'abc123' }), 'new');
    expect(opened.early.map(([, value]) => value.split(';')[0])).toEqual([
      `session.sig=${signature}`,
    ]);
    expect(opened.signatures).toEqual({ made: 1, checked: 1 });
  });

  test.each([{}, { userId: 7 }, { role: 'admin' }])(
    'and names nobody proves nobody: %j',
    async (value) => {
      const opened = await open(await signedBy('new', value));
      expect(opened).toMatchObject({ proof: null, failure: 'sessionAnonymous', early: [] });
      expect((await open(await signedBy('old', value))).early).toHaveLength(1);
    },
  );
});

describe('data is refused', () => {
  test.each([
    ['without a cookie', null, 'cookieMissing'],
    ['that is empty', 'session=', 'cookieMissing'],
    ['under another name', `sessions=${encode({})}`, 'cookieMissing'],
    ['without a signature', `session=${encode({})}`, 'cookieUnsigned'],
    ['with an empty signature', `session=${encode({})}; session.sig=`, 'cookieUnsigned'],
    ['with a wrong one', `session=${encode({})}; session.sig=abc`, 'dataSignatureInvalid'],
  ])('%s', async (_how, cookie, failure) => {
    expect(await open(cookie)).toMatchObject({ proof: null, failure });
  });

  test('by the first of two of one name, however good the second is', async () => {
    const good = await signedBy('new', { userId: 'abc123' });
    expect((await open(`session.sig=x; ${good}`)).failure).toBe('dataSignatureInvalid');
    expect((await open(`other=1;  ${good}`)).failure).toBe(null);
  });

  test('and its signature is taken away, where a key has made none', async () => {
    const { early } = await open(`session=${encode({})}; session.sig=abc`);
    expect(early.map(([name, value]) => [name, value.split(';')[0]])).toEqual([
      ['Set-Cookie', 'session.sig='],
    ]);
  });
});

test.each([
  ['data', 'signature'],
  ['data', ''],
  ['', 'signature'],
])('the pair of %j and %j is taken apart again', (data, signature) => {
  expect(splitPair(toPair(data, signature))).toEqual({ data, signature });
  expect(isPair(toPair(data, signature))).toBe(true);
  expect(isPair(data + signature)).toBe(false);
  expect(splitPair(data)).toEqual({ data, signature: '' });
});
