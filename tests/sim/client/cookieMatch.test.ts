import { describe, expect, test } from 'vitest';
import type { Page } from '../../../src/sim/client/client.ts';
import {
  dropExpiredCookies,
  includesCookies,
  listCookies,
  readCookie,
} from '../../../src/sim/client/client.ts';
import type { StoredCookie } from '../../../src/sim/client/jar.ts';
import { parseCookie, storeCookie } from '../../../src/sim/client/jar.ts';
import { isSameSite } from '../../../src/sim/client/site.ts';
import { getClient, patchClient } from '../../../src/sim/state.ts';
import { extendTrace, startTrace } from '../../../src/sim/trace.ts';
import { getFrame, run, toScenario } from '../runs.ts';

const HOME = 'https://www.example.com/';
const NOW = Date.UTC(2021, 0, 1) / 1000;
const store = (lines: readonly (readonly [line: string, url?: string])[]) =>
  lines.reduce<readonly StoredCookie[]>(
    (jar, [line, url = HOME]) => storeCookie(jar, line, url, NOW),
    [],
  );
const toValues = (jar: readonly StoredCookie[]) => jar.map(({ value }) => value);

describe('of several cookies of one name', () => {
  test.each([
    [['a=short; Path=/', 'a=long; Path=/profile', 'b=other; Path=/profile/x']],
    [['b=other; Path=/profile/x', 'a=long; Path=/profile', 'a=short; Path=/']],
  ])('the one with the longest Path comes first, in whichever order they came', (lines) => {
    const jar = store(lines.map((line) => [line] as const));
    expect(toValues(listCookies(jar, 'a'))).toEqual(['long', 'short']);
    const { state } = getFrame(startTrace(toScenario()), 0).session;
    expect(readCookie({ ...getClient(state, 'client'), jar }, 'a')).toBe('long');
    expect(readCookie({ ...getClient(state, 'client'), jar }, 'c')).toBe(null);
  });

  test('each host has its own, and none takes the place of another’s', () => {
    const hosts = ['https://x.example.com/', 'https://y.example.com/'] as const;
    const jar = store([
      ['a=1', hosts[0]],
      ['a=2', hosts[1]],
    ]);
    expect(toValues(jar)).toEqual(['1', '2']);
  });
});

test('a Secure cookie keeps those of http out of its own domain, and of no other', () => {
  const secure = ['a=1; Secure', 'https://bank.test/'] as const;
  expect(toValues(store([secure, ['a=2', 'http://bank.test/']]))).toEqual(['1']);
  expect(toValues(store([secure, ['a=2', 'http://shop.test/']]))).toEqual(['1', '2']);
});

test.each([
  ['a__Host-b=1', 'a__Host-b'],
  ['__HOST-b=1', undefined],
  ['__Host=1', '__Host'],
])('a prefix stands at the very beginning of a name, in any case: %s', (line, name) => {
  expect(parseCookie(line, HOME, NOW)?.name).toBe(name);
});

test.each([
  // The last label ends with a digit, and is none of an address.
  ['https://a.b.shop1', 'https://c.b.shop1', true],
  ['https://b.shop1', 'https://c.shop1', false],
  // Its labels one after the other are the same letters.
  ['https://a.bc', 'https://ab.c', false],
])('%s and %s are the same site: %s', (a, b, expected) => {
  expect(isSameSite(a, b)).toBe(expected);
});

// Fetch, "credentials mode".
test.each<[Page['credentials'], own: boolean, other: boolean]>([
  ['omit', false, false],
  ['same-origin', true, false],
  ['include', true, true],
  // A navigation, or what a page loads without saying how.
  [undefined, true, true],
])('with the credentials mode %s', (credentials, own, other) => {
  const page = (initiator: string): Page => ({
    ...{ initiator, vehicle: 'subresource' },
    ...(credentials && { credentials }),
  });
  expect(includesCookies(page('https://bank.test'), 'https://bank.test')).toBe(own);
  expect(includesCookies(page('https://shop.test'), 'https://bank.test')).toBe(other);
});

describe('cookies whose time is over', () => {
  const { state: empty } = getFrame(startTrace(toScenario()), 0).session;
  const jar = store([['a=1; Max-Age=60'], ['b=2'], ['c=3; Max-Age=61']]);
  const toState = (after: number) => ({
    ...patchClient(empty, 'client', { jar }),
    clock: NOW + after,
  });

  test.each([
    [60, ['2', '3']],
    [61, ['2']],
  ])('are dropped after %i s, and no others', (after, left) => {
    const dropped = dropExpiredCookies(toState(after), 'client');
    expect(toValues(getClient(dropped, 'client').jar)).toEqual(left);
  });

  test('leave the very State where there are none', () => {
    const state = toState(59);
    expect(dropExpiredCookies(state, 'client')).toBe(state);
  });
});

test('a request says which credential each of its cookies is', async () => {
  const inCookie = { keptIn: 'cookie', refreshLifetime: 600, refreshInCookie: true } as const;
  const trace = await run([{ type: 'login', fold: true }, { type: 'request' }], {
    session: { dataIn: 'cookie' },
    token: { ...inCookie, cookieName: 'jwt' },
  });
  const { session, token } = getFrame(trace, 2);
  const [data, signature] = getClient(session.state, 'client').jar;
  expect(session.messages[0]?.carries).toEqual([
    { what: 'session', in: 'Cookie', value: `${data?.value}; session.sig=${signature?.value}` },
    // The signature alone is no credential.
  ]);
  const [jwt] = getClient(token.state, 'client').jar;
  expect(token.messages[0]?.carries).toEqual([{ what: 'token', in: 'Cookie', value: jwt?.value }]);
});

test('data without its signature is carried as it is', async () => {
  const trace = await run([{ type: 'login', fold: true }], { session: { dataIn: 'cookie' } });
  const { state } = getFrame(trace, 1).session;
  const { jar } = getClient(state, 'client');
  const [data] = jar;
  const alone = {
    ...trace,
    frames: trace.frames.map((frame) => ({
      ...frame,
      session: {
        ...frame.session,
        state: patchClient(frame.session.state, 'client', { jar: jar.slice(0, 1) }),
      },
    })),
  };
  const { frames } = await extendTrace(alone, { type: 'request' });
  expect(frames[2]?.session.messages[0]?.carries).toEqual([
    { what: 'session', in: 'Cookie', value: `${data?.value}; session.sig=` },
  ]);
});
