import { describe, expect, test } from 'vitest';
import { isSameSite, isTrustworthy, toDefaultPath, toReach } from '../../../src/sim/client/site.ts';

describe('same site', () => {
  test.each([
    ['https://bank.test', 'https://bank.test'],
    ['https://bank.test', 'https://sub.bank.test'],
    ['https://a.bank.test', 'https://b.c.bank.test/path?query'],
    ['https://bank.test:8443', 'https://bank.test'],
    ['http://localhost:3000', 'http://localhost:4000'],
    ['http://sub.bank.localhost', 'http://bank.localhost'],
    ['http://127.0.0.1:1', 'http://127.0.0.1:2'],
    ['http://[::1]', 'http://[::1]:8080'],
    ['https://BANK.test', 'https://bank.TEST'],
  ])('%s and %s are', (a, b) => {
    expect([isSameSite(a, b), isSameSite(b, a)]).toEqual([true, true]);
  });

  test.each([
    ['https://bank.test', 'https://evil.test'],
    ['https://bank.test', 'http://bank.test'],
    ['https://bank.test', 'https://otherbank.test'],
    ['http://bank.localhost', 'http://evil.localhost'],
    ['http://bank.localhost', 'http://localhost'],
    ['http://127.0.0.1', 'http://localhost'],
    ['http://127.0.0.1', 'http://10.0.0.1'],
    ['http://1.2.0.1', 'http://9.9.0.1'],
  ])('%s and %s are not', (a, b) => {
    expect([isSameSite(a, b), isSameSite(b, a)]).toEqual([false, false]);
  });

  test('an address that is none is a mistake of the caller', () => {
    expect(() => isSameSite('bank', 'https://bank.test')).toThrow(TypeError);
  });
});

describe('where Secure cookies travel', () => {
  test.each([
    ['https://bank.test', true],
    ['https://10.0.0.1', true],
    ['http://bank.test', false],
    ['http://10.0.0.1', false],
    ['http://localhost:3000', true],
    ['http://bank.localhost', true],
    ['http://notlocalhost', false],
    ['http://localhost.test', false],
    ['http://127.0.0.1', true],
    ['http://127.1.2.3', true],
    ['http://0x7f000001', true],
    ['http://127.evil.test', false],
    ['http://[::1]', true],
    ['http://[::2]', false],
  ])('%s: %s', (url, expected) => {
    expect(isTrustworthy(new URL(url))).toBe(expected);
  });
});

describe('the default path (RFC 6265 section 5.1.4)', () => {
  test.each([
    ['', '/'],
    ['/', '/'],
    ['/file', '/'],
    ['/folder/', '/folder'],
    ['/folder/file', '/folder'],
    ['/a/b/c', '/a/b'],
    ['//', '/'],
    ['relative', '/'],
  ])('%j gives %s', (pathname, expected) => {
    expect(toDefaultPath(pathname)).toBe(expected);
  });
});

describe('the reach that Domain gives (RFC 6265 sections 4.1.2.3, 5.1.3 and 5.3)', () => {
  const shared = (domain: string) => ({ domain, hostOnly: false });
  const own = (domain: string) => ({ domain, hostOnly: true });

  test.each([
    ['example.com', 'foo.example.com', shared('example.com')],
    ['foo.example.com', 'foo.example.com', shared('foo.example.com')],
    ['.example.com', 'foo.example.com', shared('example.com')],
    ['EXAMPLE.com', 'foo.example.com', shared('example.com')],
    ['bar.example.com', 'foo.example.com', null],
    ['baz.foo.example.com', 'foo.example.com', null],
    ['example.com.', 'foo.example.com', null],
    ['ple.com', 'example.com', null],
    ['com', 'example.com', null],
    ['.', 'example.com', null],
    ['', 'example.com', own('example.com')],
    [undefined, 'example.com', own('example.com')],
    ['localhost', 'localhost', own('localhost')],
    ['localhost', 'bank.localhost', null],
    ['127.0.0.1', '127.0.0.1', own('127.0.0.1')],
    ['0.0.1', '127.0.0.1', null],
  ])('%j at %s', (given, host, expected) => {
    expect(toReach(given, host)).toEqual(expected);
  });
});
