import { describe, expect, test } from 'vitest';
import { type Attributes, readCookie, toSetCookie } from '../../../src/sim/http/cookies.ts';

describe('a cookie is read out of a Cookie field (cookie 0.7)', () => {
  test.each([
    ['a=1', '1'],
    ['b=2; a=1', '1'],
    ['a=1; a=2', '1'],
    ['a=', ''],
    ['a=1=2', '1=2'],
    [' \ta\t = 1 2 \t', '1 2'],
    ['a;a=1', '1'],
    ['A=1', undefined],
    ['aa=1', undefined],
    ['', undefined],
    [null, undefined],
  ])('of %j: %j', (header, value) => {
    expect(readCookie(header, 'a')).toBe(value);
  });

  test.each([
    ['percent-encoded', 'a=%C3%A9%3B', 'é;'],
    ['encoded wrongly, so as it is', 'a=%E0%A4%A', '%E0%A4%A'],
    ['in quotes, which go', 'a="1"', '1'],
    ['in quotes, encoded', 'a="%22"', '"'],
    ['with a quote before', 'a="1', '"1'],
    ['with a quote after', 'a=1"', '1"'],
    ['with white space that is neither space nor tab', 'a=\u00a01\v', '\u00a01\v'],
  ])('%s', (_how, header, value) => {
    expect(readCookie(header, 'a')).toBe(value);
  });

  test('by a name that is empty, too', () => {
    expect(readCookie('=1', '')).toBe('1');
    expect(readCookie('1', '')).toBeUndefined();
  });
});

describe('Set-Cookie has its attributes in the order of cookie 0.7', () => {
  test('all of them', () => {
    const all: Attributes = {
      ...{ maxAge: 0, domain: 'example.com', path: '/', httpOnly: true, secure: true },
      expires: '2026-01-01T12:15:00.000Z',
      sameSite: 'strict',
    };
    expect(toSetCookie('a', '1', all)).toBe(
      'a=1; Max-Age=0; Domain=example.com; Path=/; Expires=Thu, 01 Jan 2026 12:15:00 GMT; HttpOnly; Secure; SameSite=Strict',
    );
  });

  test.each([
    [{}, 'a=1'],
    [{ httpOnly: false, secure: false, expires: null, domain: '' }, 'a=1'],
    [{ sameSite: 'lax' }, 'a=1; SameSite=Lax'],
    [{ sameSite: 'none', secure: true }, 'a=1; Secure; SameSite=None'],
    [{ path: '/refresh', maxAge: 60 }, 'a=1; Max-Age=60; Path=/refresh'],
  ] as const)('%j: %s', (attributes, line) => {
    expect(toSetCookie('a', '1', attributes)).toBe(line);
  });
});
