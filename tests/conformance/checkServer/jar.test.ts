import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SentCookie } from '../../../src/cli/checkServer/wire/jar.ts';
import { isSentTo, openJar, toLifetime } from '../../../src/cli/checkServer/wire/jar.ts';
import { findRefusal } from '../../../src/cli/checkServer/wire/refusal.ts';

const NOW = 1_800_000_000;
const APP = new URL('http://app.localhost:3000');

/** Opens a jar, and gives it what a server answered at a path, by its own clock if it says so. */
function receive(lines: readonly string[], { path = '/login', server = APP, date = '' } = {}) {
  const jar = openJar(NOW);
  const headers = new Map(date ? [['date', date]] : []);
  const url = new URL(server.origin + path);
  return { jar, sent: jar.store({ url, headers, setCookies: lines }) };
}

const headerOf = (lines: readonly string[], path = '/', server = APP) =>
  receive(lines, { server }).jar.toHeader(new URL(server.origin + path));

describe('a visitor sends what a browser would', () => {
  test.each([
    ['a Domain that is the host', ['a=1; Domain=app.localhost'], 'a=1'],
    ['Secure, on this machine', ['a=1; Secure'], 'a=1'],
    ['a promise that is kept', ['__Host-a=1; Secure; Path=/'], '__Host-a=1'],
    ['a value without a name', ['a'], 'a'],
    ['the last of two', ['a=1', 'a=2'], 'a=2'],
    ['nothing that is over', ['a=1; Max-Age=0', 'b=1; Expires=Thu, 01-Jan-70 00:00:00 GMT'], null],
    ['nothing that was deleted', ['a=1', 'a=; Max-Age=-1'], null],
    ['what was deleted for another Domain', ['a=1', 'a=; Domain=app.localhost; Max-Age=0'], 'a=1'],
    ['what was deleted for another site', ['a=1', 'a=; Domain=example.com; Max-Age=0'], 'a=1'],
    ['what was deleted in vain', ['a=1', 'a=; SameSite=None; Max-Age=0'], 'a=1'],
    ['no control character', ['a=1\u0001', 'b=1; Path=/\u0001'], null],
  ])('%s', (_name, lines, header) => {
    expect(headerOf(lines)).toBe(header);
  });

  test('where the Path lets it, and the longer Path first', () => {
    const lines = ['a=1; Path=/', 'a=2; Path=/api', 'b=1; Path=/api/'];
    expect(headerOf(lines, '/api/me?full=1')).toBe('b=1; a=2; a=1');
    expect(headerOf(lines, '/api')).toBe('a=2; a=1');
    expect(headerOf(lines, '/apis')).toBe('a=1');
    const { sent } = receive(['a=1'], { path: '/api/login' });
    const [cookie] = sent as [SentCookie];
    expect(
      ['/api/me', '/me'].map((path) => isSentTo(cookie.stored, new URL(APP.origin + path))),
    ).toEqual([true, false]);
  });

  test('a path that looks like another host is none', () => {
    expect(headerOf(['a=1'], '//example.com/')).toBe('a=1');
  });
});

describe('what a browser refuses', () => {
  const LONG = 'x'.repeat(4096);

  test.each([
    ['a=1; SameSite=None', 'SameSite=None without Secure'],
    ['a=1; Partitioned', 'Partitioned without Secure'],
    ['__Host-a=1; Path=/', '__Host- without Secure'],
    ['__secure-a=1', '__secure- without Secure'],
    ['__Host-a=1; Secure', '__Host- with a Domain, or without Path=/'],
    [
      '__Host-a=1; Secure; Path=/; Domain=app.localhost',
      '__Host- with a Domain, or without Path=/',
    ],
    ['__Http-a=1; Secure', '__Http- without HttpOnly'],
    ['__Host-Http-a=1; Secure; Path=/', '__Host-Http- without HttpOnly'],
    ['=__Host-a; Secure; Path=/', '__Host- without a name'],
    ['a=1; Domain=example.com', 'Domain=example.com, which does not cover app.localhost'],
    ['a=1; Domain=localhost', 'Domain=localhost, which does not cover app.localhost'],
    [`a=${LONG}`, '4097 bytes of name and value: 4096 is the limit'],
  ])('%.40s: %s', (line, reason) => {
    const { jar, sent } = receive([line]);
    const [cookie] = sent as [SentCookie];
    expect(findRefusal(cookie, 'app.localhost')).toBe(reason);
    // It goes along all the same, for the sake of all other checks …
    expect(jar.list()).toEqual([cookie.stored]);
    expect(jar.toHeader(APP)).toContain(cookie.value);
    // … but not where the browser has one of that name.
    const kept = receive(['a=kept', line]).jar.list();
    expect(kept.filter(({ name }) => name === 'a').map(({ value }) => value)).toEqual(['kept']);
  });

  test('is forgotten when it is set as a browser likes it, and when it is deleted', () => {
    expect(headerOf(['a=1; SameSite=None', 'a=2'])).toBe('a=2');
    expect(headerOf(['a=1; SameSite=None', 'a=; Max-Age=0'])).toBeNull();
    expect(headerOf(['a=1; SameSite=None', 'a=; SameSite=None; Max-Age=0'])).toBeNull();
  });

  test('4096 bytes are kept; beyond ASCII the engine counts a letter as two', () => {
    const isRefused = (value: string) => receive([`a=${value}`]).sent[0]?.isRefused;
    expect(isRefused(LONG.slice(1))).toBe(false);
    expect(isRefused('\u00ff'.repeat(2047))).toBe(false);
    expect(isRefused('\u00ff'.repeat(2048))).toBe(true);
  });

  test('has a reason that is true, whatever the line', () => {
    const name = fc.constantFrom('a', '', '__Host-a', '__Secure-a', '__Http-a', '__Host-Http-a');
    const attribute = fc.constantFrom(
      ...[
        'Secure',
        'HttpOnly',
        'Partitioned',
        'SameSite=None',
        'SameSite=Lax',
        'Path=/',
        'Path=/a',
      ],
      ...['Domain=app.localhost', 'Domain=example.com', 'Domain=', 'Domain=.', 'Max-Age=9'],
    );
    const value = fc.constantFrom('1', '__Host-1', 'x'.repeat(4100));
    fc.assert(
      fc.property(name, value, fc.array(attribute), (key, text, attributes) => {
        const line = [`${key}=${text}`, ...attributes].join('; ');
        const [cookie] = receive([line]).sent as [SentCookie];
        const reason = findRefusal(cookie, 'app.localhost');
        expect(reason === null).toBe(!cookie.isRefused);
        const domain = cookie.attributes.get('domain');
        if (reason?.startsWith('Domain')) expect(['example.com', '.']).toContain(domain);
      }),
    );
  });
});

describe('how long a browser keeps a cookie', () => {
  const lifetimeOf = (attributes: string, date = '') =>
    toLifetime((receive([`a=1; ${attributes}`], { date }).sent[0] as SentCookie).stored);
  const at = (seconds: number) => new Date(1000 * seconds).toUTCString();

  test.each([
    ['', null],
    ['Max-Age=900', 900],
    ['Max-Age=0', 0],
    ['Max-Age=1e9', null],
    ['Max-Age=900; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 900],
    ['Max-Age=99999999999', 400 * 86_400],
    ['Expires=never', null],
    [`Expires=${at(NOW + 60)}`, 60],
  ])('%s: %s', (attributes, seconds) => {
    expect(lifetimeOf(attributes)).toBe(seconds);
  });

  test('Expires is read by the clock of the server that wrote it', () => {
    const slow = NOW - 86_400;
    expect(lifetimeOf(`Expires=${at(slow + 60)}`, at(slow))).toBe(60);
    expect(lifetimeOf('Max-Age=60', at(slow))).toBe(60);
    expect(lifetimeOf(`Expires=${at(NOW + 60)}`, 'yesterday')).toBe(60);
  });
});
