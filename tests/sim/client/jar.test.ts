import { describe, expect, test } from 'vitest';
import {
  type CookieQuery,
  parseCookie,
  type StoredCookie,
  selectCookies,
  storeCookie,
  toCookieHeader,
  toDocumentCookie,
} from '../../../src/sim/client/jar.ts';

const NOW = Date.UTC(2021, 0, 1) / 1000;
const HOME = 'https://www.example.com/';

const store = (lines: readonly string[], url = HOME, now = NOW) =>
  lines.reduce<readonly StoredCookie[]>((jar, line) => storeCookie(jar, line, url, now), []);

const query = (url: string, parts: Partial<CookieQuery> = {}): CookieQuery => ({
  url,
  method: 'GET',
  initiator: null,
  vehicle: 'navigation',
  now: NOW,
  ...parts,
});

const send = (jar: readonly StoredCookie[], url = HOME, parts: Partial<CookieQuery> = {}) =>
  toCookieHeader(selectCookies(jar, query(url, parts)));

describe('the examples of RFC 6265 section 3.1', () => {
  const SID = 'SID=31d4d96e407aad42';

  test('a session ID is returned', () => {
    expect(send(store([SID]))).toBe(SID);
  });

  test('Path and Domain return it to every path and subdomain', () => {
    const jar = store([`${SID}; Path=/; Domain=example.com`]);
    const urls = ['https://example.com/', 'https://www.example.com/a/b', 'http://x.example.com/'];
    expect(urls.map((url) => send(jar, url))).toEqual([SID, SID, SID]);
    expect(send(jar, 'https://example.org/')).toBeNull();
  });

  test('two cookies have different attributes', () => {
    const lines = [`${SID}; Path=/; Secure; HttpOnly`, 'lang=en-US; Path=/; Domain=example.com'];
    expect(send(store(lines))).toBe(`${SID}; lang=en-US`);
    expect(send(store(lines), 'http://www.example.com/')).toBe('lang=en-US');
  });

  test('Expires keeps a cookie until then, and a past one removes it', () => {
    const jar = store([SID, 'lang=en-US; Expires=Wed, 09 Jun 2021 10:18:14 GMT']);
    const end = Date.UTC(2021, 5, 9, 10, 18, 14) / 1000;
    expect(send(jar, HOME, { now: end - 1 })).toBe(`${SID}; lang=en-US`);
    expect(send(jar, HOME, { now: end })).toBe(SID);
    const cleared = storeCookie(jar, 'lang=; Expires=Sun, 06 Nov 1994 08:49:37 GMT', HOME, NOW);
    expect(send(cleared)).toBe(SID);
  });
});

test('every part of a cookie is kept', () => {
  const line = 'a=1; Domain=example.com; Path=/app; Max-Age=60; HttpOnly; Secure; SameSite=Strict';
  expect(parseCookie(line, HOME, NOW)).toEqual({
    name: 'a',
    value: '1',
    domain: 'example.com',
    hostOnly: false,
    path: '/app',
    expires: NOW + 60,
    created: NOW,
    secure: true,
    httpOnly: true,
    sameSite: 'strict',
  });
  expect(parseCookie('a=1', 'https://www.example.com/app/login', NOW)).toEqual({
    name: 'a',
    value: '1',
    domain: 'www.example.com',
    hostOnly: true,
    path: '/app',
    expires: null,
    created: NOW,
    secure: false,
    httpOnly: false,
    sameSite: null,
  });
});

test('Secure is refused over http, but for loopback names', () => {
  const line = 'a=1; Secure';
  const urls = ['http://example.com', 'https://example.com', 'http://bank.localhost'];
  expect(urls.map((url) => parseCookie(line, url, NOW)?.secure)).toEqual([undefined, true, true]);
});

describe('Expires and Max-Age (RFC 6265 sections 5.1.1, 5.2.1 and 5.2.2)', () => {
  const expiresOf = (attributes: string) => parseCookie(`a=1; ${attributes}`, HOME, NOW)?.expires;
  const time = Date.UTC(2021, 10, 6, 8, 49, 37) / 1000;

  test.each([
    'Sat, 06 Nov 2021 08:49:37 GMT',
    'Saturday, 06-Nov-21 08:49:37 GMT',
    'Sat Nov  6 08:49:37 2021',
    '6 Nov 2021 08:49:37',
    '6 Nov 2021 08:49:37 +0900',
  ])('%s is one time, in any time zone of the machine', (date) => {
    expect(expiresOf(`Expires=${date}`)).toBe(time);
  });

  test.each(['2021-11-06T08:49:37Z', '06 Nov 2021', '31 Feb 2021 00:00:00', 'x'])(
    '%s is no time',
    (date) => {
      expect(expiresOf(`Expires=${date}`)).toBeNull();
    },
  );

  test('both end after 400 days at the latest', () => {
    const limit = NOW + 400 * 86_400;
    expect(expiresOf('Max-Age=34560000')).toBe(limit);
    expect(expiresOf('Max-Age=34560001')).toBe(limit);
    expect(expiresOf(`Max-Age=${'9'.repeat(400)}`)).toBe(limit);
    expect(expiresOf(`Max-Age=-${'9'.repeat(400)}`)).toBe(NOW);
    expect(expiresOf('Expires=Fri, 31 Dec 9999 23:59:59 GMT')).toBe(limit);
  });

  test("Expires is by the clock of the server that says so, Max-Age by the browser's", () => {
    const line = 'a=1; Expires=Fri, 01 Jan 2021 00:15:00 GMT';
    expect(parseCookie(line, HOME, NOW, NOW + 600)?.expires).toBe(NOW + 300);
    expect(parseCookie('a=1; Max-Age=900', HOME, NOW, NOW + 600)?.expires).toBe(NOW + 900);
    expect(storeCookie([], line, HOME, NOW, { date: NOW + 900 })).toEqual([]);
  });
});

describe('cookies that take the place of others (RFC 6265 section 5.3, step 11)', () => {
  test('the same value keeps its creation, a new one does not', () => {
    const jar = store(['a=1', 'b=1']);
    const same = storeCookie(jar, 'a=1; HttpOnly', HOME, NOW + 5);
    expect(same.map(({ name, created, httpOnly }) => [name, created, httpOnly])).toEqual([
      ['a', NOW, true],
      ['b', NOW, false],
    ]);
    const changed = storeCookie(jar, 'a=2', HOME, NOW + 5);
    expect(changed.map(({ name, created }) => [name, created])).toEqual([
      ['b', NOW],
      ['a', NOW + 5],
    ]);
  });

  test('a refused one leaves the very jar', () => {
    const jar = store(['a=1']);
    expect(storeCookie(jar, 'a=2; Domain=evil.test', HOME, NOW)).toBe(jar);
    expect(storeCookie(jar, 'b=; Max-Age=0', HOME, NOW)).toBe(jar);
  });
});

describe('SameSite (6265bis section 5.2)', () => {
  const jar = store([
    'n=1; SameSite=None; Secure',
    'u=1',
    'l=1; SameSite=Lax',
    's=1; SameSite=Strict',
  ]);
  const from = (initiator: string, method: string, vehicle: CookieQuery['vehicle'], now = NOW) =>
    send(jar, HOME, { initiator, method, vehicle, now });

  test.each([
    ['https://evil.test', 'GET', 'navigation', 'n=1; u=1; l=1'],
    ['https://evil.test', 'POST', 'navigation', 'n=1; u=1'],
    ['https://evil.test', 'GET', 'subresource', 'n=1'],
    ['https://evil.test', 'POST', 'subresource', 'n=1'],
    ['http://www.example.com', 'GET', 'navigation', 'n=1; u=1; l=1'],
    ['https://other.example.com', 'POST', 'subresource', 'n=1; u=1; l=1; s=1'],
  ] as const)('from %s by %s %s: %s', (initiator, method, vehicle, expected) => {
    expect(from(initiator, method, vehicle)).toBe(expected);
  });

  test('without the attribute a POST from another site carries it for two minutes', () => {
    expect(from('https://evil.test', 'POST', 'navigation', NOW + 119)).toBe('n=1; u=1');
    expect(from('https://evil.test', 'POST', 'navigation', NOW + 120)).toBe('n=1');
  });
});

test('document.cookie leaves out HttpOnly, and a script cannot make, change or clear it', () => {
  const jar = store(['a=1; HttpOnly', 'b=1']);
  expect(toDocumentCookie(jar, HOME, NOW)).toBe('b=1');
  const byScript = { byScript: true };
  for (const line of ['a=2', 'a=; Max-Age=0', 'b=2; HttpOnly', 'c=1; HttpOnly']) {
    expect(storeCookie(jar, line, HOME, NOW, byScript)).toBe(jar);
  }
  expect(
    toDocumentCookie(storeCookie(jar, 'a=2; Path=/x', HOME, NOW, byScript), `${HOME}x`, NOW),
  ).toBe('a=2; b=1');
});
