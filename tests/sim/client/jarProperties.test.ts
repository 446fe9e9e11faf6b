import fc from 'fast-check';
import { CookieJar } from 'tough-cookie';
import { expect, test, vi } from 'vitest';
import {
  isExpired,
  type StoredCookie,
  selectCookies,
  storeCookie,
  toCookieHeader,
} from '../../../src/sim/client/jar.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const NOW = 1_800_000_000;
const HOSTS = ['example.com', 'a.example.com', 'b.a.example.com', 'example.org'];
const PATHS = ['/', '/x', '/x/', '/x/y', '/xy', '/X'];

const place = fc
  .record({ host: fc.constantFrom(...HOSTS), path: fc.constantFrom(...PATHS) })
  .map(({ host, path }) => `https://${host}${path}`);
const attribute = fc.constantFrom(
  ...PATHS.map((path) => `; Path=${path}`),
  ...HOSTS.map((host) => `; Domain=${host}`),
  ...['; Secure', '; HttpOnly', '; Path=', '; Domain=', '; Max-Age=60', '; Max-Age=0', '; Foo'],
);
const sameSite = fc.constantFrom('', '; SameSite=None', '; SameSite=Lax', '; SameSite=Strict');
const line = fc
  .tuple(
    fc.constantFrom('a', 'b', '__Host-c', ''),
    fc.constantFrom('1', '2', ''),
    fc.array(attribute, { maxLength: 4 }),
  )
  .map(([name, value, attributes]) => `${name}=${value}${attributes.join('')}`);
const response = fc.record({
  url: place,
  line: fc.tuple(line, sameSite).map(([text, site]) => text + site),
});
const responses = fc.array(response, { maxLength: 12 });

const fill = (list: readonly { url: string; line: string }[]) =>
  list.reduce<readonly StoredCookie[]>(
    (jar, each, i) => storeCookie(jar, each.line, each.url, NOW + i),
    [],
  );

const anyRequest = fc.record({
  url: place,
  method: fc.constantFrom('GET', 'POST'),
  initiator: fc.option(
    fc.constantFrom('https://evil.test', 'https://z.example.com', 'http://example.com'),
  ),
  vehicle: fc.constantFrom('navigation' as const, 'subresource' as const),
  now: fc.integer({ min: NOW, max: NOW + 200 }),
});

test('any text is a cookie in plain JSON or none, and never an error', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.tuple(line, fc.string()).map((both) => both.join(';')),
  );
  fc.assert(
    fc.property(text, place, (header, url) => {
      const jar = storeCookie([], header, url, NOW);
      expect(jar.length).toBeLessThanOrEqual(1);
      expect(JSON.parse(JSON.stringify(jar))).toEqual(jar);
    }),
  );
});

test('a jar holds each name, domain and path once, in the order of creation', () => {
  fc.assert(
    fc.property(responses, (list) => {
      const jar = fill(list);
      const keys = jar.map(
        ({ name, domain, hostOnly, path }) => `${name} ${hostOnly} ${domain} ${path}`,
      );
      expect(new Set(keys).size).toBe(keys.length);
      const created = jar.map((cookie) => cookie.created);
      expect(created).toEqual(created.toSorted((a, b) => a - b));
    }),
  );
});

test('what is sent is alive, of this host and path, longest path first', () => {
  fc.assert(
    fc.property(responses, anyRequest, (list, request) => {
      const jar = fill(list);
      const sent = selectCookies(jar, request);
      const { hostname, pathname } = new URL(request.url);
      for (const cookie of sent) {
        expect(jar).toContain(cookie);
        expect(isExpired(cookie, request.now)).toBe(false);
        expect(`.${hostname}`.endsWith(`.${cookie.domain}`)).toBe(true);
        expect(cookie.hostOnly && hostname !== cookie.domain).toBe(false);
        expect(`${pathname}/`.startsWith(cookie.path)).toBe(true);
      }
      const lengths = sent.map((cookie) => cookie.path.length);
      expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    }),
  );
});

test('blocking third-party cookies takes away from the subresources of another site alone, and all', () => {
  fc.assert(
    fc.property(responses, anyRequest, (list, request) => {
      const jar = fill(list);
      const allowed = selectCookies(jar, request);
      const blocked = selectCookies(jar, { ...request, thirdPartyCookies: 'blocked' });
      const own = request.initiator === 'https://z.example.com' && /example\.com/.test(request.url);
      const outside = request.vehicle === 'subresource' && request.initiator !== null && !own;
      expect(blocked).toEqual(outside ? [] : allowed);
      if (outside) expect(allowed.every((cookie) => cookie.sameSite === 'none')).toBe(true);
    }),
  );
});

test('a cookie is cleared by its own line with Max-Age=0, and nothing else is', () => {
  fc.assert(
    fc.property(responses, response, (list, last) => {
      const before = fill(list);
      const jar = storeCookie(before, last.line, last.url, NOW + 50);
      const cleared = storeCookie(jar, `${last.line}; Max-Age=0`, last.url, NOW + 50);
      const added = jar.filter((cookie) => !before.includes(cookie));
      expect(cleared).toEqual(jar.filter((cookie) => !added.includes(cookie)));
    }),
  );
});

// An empty Domain after another one is none to browsers, but is passed over by tough-cookie.
const agreed = line.filter((text) => !/Domain=(;|$)/.test(text));

test('a fresh jar sends the very cookies that tough-cookie sends', () => {
  fc.assert(
    fc.property(place, place, agreed, (from, to, header) => {
      const theirs = new CookieJar(undefined, { prefixSecurity: 'silent', looseMode: true });
      theirs.setCookieSync(header, from, { ignoreError: true });
      const request = {
        url: to,
        method: 'GET',
        initiator: null,
        vehicle: 'navigation',
        now: NOW,
      } as const;
      const ours = toCookieHeader(selectCookies(storeCookie([], header, from, NOW), request)) ?? '';
      expect(ours).toBe(theirs.getCookieStringSync(to));
    }),
    { numRuns: 1000 },
  );
});
