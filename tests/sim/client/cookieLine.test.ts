import { describe, expect, test } from 'vitest';
import {
  parseCookie,
  type StoredCookie,
  selectCookies,
  storeCookie,
  toCookieHeader,
  toDocumentCookie,
} from '../../../src/sim/client/jar.ts';
import { parseSetCookie } from '../../../src/sim/client/setCookie.ts';

const NOW = 1_800_000_000;
const HOME = 'https://www.example.com/app/page';
const read = (line: string, url = HOME) => parseCookie(line, url, NOW);

describe('name and value (6265bis section 5.6)', () => {
  test.each([
    ['a=1', 'a', '1'],
    [' a\t=\t1 ; Path=/', 'a', '1'],
    ['a=1=2', 'a', '1=2'],
    ['a=', 'a', ''],
    ['=1', '', '1'],
    ['1', '', '1'],
    ['a=1 2', 'a', '1 2'],
    ['a=é', 'a', 'é'],
  ])('%j: %j and %j', (line, name, value) => {
    expect(parseSetCookie(line)).toMatchObject({ name, value });
  });

  test.each(['', '=', ' = ', '; Path=/', '=a=1', 'a=\x1f', 'a\x7f=1', 'a=1\t2', 'a=1; Path=/\x00'])(
    '%j is no cookie',
    (line) => {
      expect(parseSetCookie(line)).toBe(null);
      expect(read(line)).toBe(null);
    },
  );

  test('count in bytes, up to 4096 together', () => {
    expect(parseSetCookie('é=é1')?.bytes).toBe(5);
    expect(parseSetCookie('é1')?.bytes).toBe(3);
    expect(parseSetCookie('=é1')?.bytes).toBe(3);
    expect(parseSetCookie('é=')?.bytes).toBe(2);
    expect(read(`a=${'x'.repeat(4095)}`)?.value).toHaveLength(4095);
    expect(read(`a=${'x'.repeat(4096)}`)).toBe(null);
    expect(read(`ab=${'é'.repeat(2047)}`)?.value).toHaveLength(2047);
    expect(read(`abc=${'é'.repeat(2047)}`)).toBe(null);
  });
});

describe('attributes', () => {
  test('go by lower case, the last of a name counts', () => {
    const set = parseSetCookie('a=1; PATH=/x; path = /y ;HttpOnly;Secure=no; Foo');
    expect([...(set?.attributes ?? [])]).toEqual([
      ['path', '/y'],
      ['httponly', ''],
      ['secure', 'no'],
      ['foo', ''],
    ]);
  });

  test('are none when they are longer than 1024 bytes', () => {
    const path = `/${'x'.repeat(1023)}`;
    expect(read(`a=1; Path=${path}`)?.path).toBe(path);
    expect(read(`a=1; Path=/y; Path=${path}x`)?.path).toBe('/y');
    expect(read(`a=1; Path=/${'é'.repeat(512)}`)?.path).toBe('/app');
  });

  test.each([
    ['Path=/x', '/x'],
    ['Path=x', '/app'],
    ['Path=', '/app'],
    ['Path', '/app'],
  ])('%s is for %s', (attribute, path) => {
    expect(read(`a=1; ${attribute}`)?.path).toBe(path);
  });

  test.each([
    ['SameSite=STRICT', 'strict'],
    ['SameSite=lax', 'lax'],
    ['SameSite=None; Secure', 'none'],
    ['SameSite=other', null],
    ['SameSite', null],
  ])('%s: %s', (attribute, sameSite) => {
    expect(read(`a=1; ${attribute}`)?.sameSite).toBe(sameSite);
  });

  test.each([
    ['a=1; SameSite=None', HOME, false],
    ['a=1; Partitioned', HOME, false],
    ['a=1; Partitioned; Secure', HOME, true],
    ['a=1; Secure', 'http://www.example.com/', false],
    ['a=1; Secure', 'http://localhost:3000/', true],
    ['a=1; SameSite=Lax', 'http://www.example.com/', true],
    ['a=1; SameSite=None', 'http://localhost:3000/', false],
    ['__Secure-a=1', HOME, false],
    ['a=1; Domain=other.test', HOME, false],
  ])('%s from %s is kept: %s', (line, url, isKept) => {
    expect(read(line, url) !== null).toBe(isKept);
  });
});

describe('a jar', () => {
  const store = (jar: readonly StoredCookie[], line: string, now = NOW, url = HOME) =>
    storeCookie(jar, line, url, now);
  const ask = (jar: readonly StoredCookie[], url = HOME, now = NOW) =>
    toCookieHeader(
      selectCookies(jar, { url, method: 'GET', initiator: null, vehicle: 'navigation', now }),
    );

  test('has a cookie until its last second, and not in it', () => {
    const jar = store([], 'a=1; Max-Age=60');
    expect(ask(jar, HOME, NOW + 59)).toBe('a=1');
    expect(ask(jar, HOME, NOW + 60)).toBe(null);
  });

  test('takes a cookie of the same value for a new one, where the old one is over', () => {
    const jar = store([], 'a=1; Max-Age=60');
    expect(store(jar, 'a=1', NOW + 59).map(({ created }) => created)).toEqual([NOW]);
    expect(store(jar, 'a=1', NOW + 60).map(({ created }) => created)).toEqual([NOW + 60]);
  });

  test('deletes by a line that is over, and that one alone', () => {
    const jar = store(store(store([], 'a=1'), 'b=1'), 'a=2; Path=/');
    expect(ask(store(jar, 'a=; Max-Age=0'))).toBe('b=1; a=2');
    expect(store(jar, 'c=; Max-Age=0')).toBe(jar);
    expect(store(jar, 'a=; Max-Age=0; Path=/x')).toBe(jar);
  });

  test('sends the longest path first, and what is nobody’s name as a value alone', () => {
    const jar = ['a=1; Path=/', 'b=1', 'c=1; Path=/app/page', '=d; Path=/'].reduce(
      (sum, line) => store(sum, line),
      [] as readonly StoredCookie[],
    );
    expect(ask(jar)).toBe('c=1; b=1; a=1; d');
    expect(ask(jar, 'https://www.example.com/application')).toBe('a=1; d');
  });

  test('lets no http write beside a Secure cookie, for as long as that lives', () => {
    const jar = store([], 'a=1; Secure; Path=/app; Max-Age=60');
    const overHttp = (line: string, now = NOW) =>
      storeCookie(jar, line, 'http://www.example.com/app/page', now);
    expect(overHttp('a=2')).toBe(jar);
    expect(overHttp('a=2; Domain=example.com; Path=/app/deep')).toBe(jar);
    expect(overHttp('a=2; Path=/').map(({ value }) => value)).toEqual(['1', '2']);
    expect(overHttp('b=2').map(({ name }) => name)).toEqual(['a', 'b']);
    expect(overHttp('a=2', NOW + 60).map(({ value }) => value)).toEqual(['2']);
  });

  test('lets a script neither make nor change what is HttpOnly, and the server does', () => {
    const jar = store([], 'a=1; HttpOnly');
    const byScript = (line: string) => storeCookie(jar, line, HOME, NOW, { byScript: true });
    expect(byScript('a=2')).toBe(jar);
    expect(byScript('b=2; HttpOnly')).toBe(jar);
    expect(byScript('b=2').map(({ name }) => name)).toEqual(['a', 'b']);
    expect(store(jar, 'a=2').map(({ value }) => value)).toEqual(['2']);
    expect(toDocumentCookie(jar, HOME, NOW)).toBe('');
    expect(toDocumentCookie(byScript('b=2'), HOME, NOW)).toBe('b=2');
  });

  test.each([
    ['SameSite=None; Secure', 'allowed', true],
    ['SameSite=None; Secure', undefined, true],
    ['SameSite=None; Secure', 'blocked', false],
    ['Secure', 'allowed', false],
    ['SameSite=Lax', 'allowed', false],
  ] as const)(
    'takes %s from another site’s fetch, third parties %s: %s',
    (attributes, thirdPartyCookies, isKept) => {
      const from = (initiator: string | null, vehicle: 'navigation' | 'subresource') =>
        storeCookie([], `a=1; ${attributes}`, HOME, NOW, {
          request: { initiator, vehicle, thirdPartyCookies },
        });
      expect(from('https://evil.test', 'subresource')).toHaveLength(isKept ? 1 : 0);
      for (const jar of [
        from('https://evil.test', 'navigation'),
        from('https://sub.example.com', 'subresource'),
        from(null, 'subresource'),
      ])
        expect(jar).toHaveLength(1);
    },
  );
});
