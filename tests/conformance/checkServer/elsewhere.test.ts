import { once } from 'node:events';
import {
  createServer as createHttp2Server,
  createSecureServer as createSecureHttp2Server,
} from 'node:http2';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { compareTimes, toChance } from '../../../src/cli/checkServer/checks/routes/compareTimes.ts';
import { withServer } from '../harness/server.ts';
import { CERTIFICATE } from './certificate.ts';
import { isAda, NOT_FOUND, REFUSED, servePlainly } from './servers/plainServer.ts';
import { servePlainSessions } from './servers/plainSessions.ts';
import { readOwner, sign, toClaims } from './servers/plainTokens.ts';
import { check, checkAddress, findCheck, listFindings } from './suite.ts';

test.each([
  ['Path=/; HttpOnly; Secure; SameSite=Lax', []],
  ['Path=/; HttpOnly; SameSite=Lax', ['warn cookie.secure']],
] as const)('https with a certificate of its own, and a cookie of %s', async (attributes, says) => {
  const app = servePlainSessions({ toCookie: (id) => `sid=${id}; ${attributes}` });
  const server = createHttpsServer(CERTIFICATE, app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    const report = await checkAddress(`https://localhost:${port}`);
    expect(report.problem).toBeNull();
    expect(listFindings(report)).toEqual(says);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test('https asked as http, and http as https, are said to be', async () => {
  const server = createHttpsServer(CERTIFICATE).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const asHttp = await checkAddress(`http://localhost:${port}`);
  server.close();
  expect(asHttp.problem).toMatch(/does it speak https\?/);
  const asHttps = await withServer(
    () => {},
    (plain) => checkAddress(`https://localhost:${plain.port}`),
  );
  expect(asHttps.problem).toMatch(/does not speak https.*is it http\?/);
});

test.each([
  ['http', () => createHttp2Server()],
  ['https', () => createSecureHttp2Server({ ...CERTIFICATE, allowHTTP1: false })],
] as const)('HTTP/2 alone, by %s, is said to be', async (scheme, make) => {
  const server = make().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { problem, exitCode } = await checkAddress(`${scheme}://localhost:${port}`);
  server.close();
  expect([problem, exitCode]).toEqual([expect.stringContaining('speaks HTTP/2 alone'), 2]);
});

test('a login and a profile on two origins', async () => {
  const api = servePlainly(({ route, token }) => {
    if (route !== 'GET /me') return NOT_FOUND;
    return readOwner(token) === null ? REFUSED : { status: 200, body: { name: 'Ada' } };
  });
  await withServer(api, async ({ port }) => {
    const login = servePlainly((question) =>
      question.route === 'POST /login' && isAda(question)
        ? { status: 200, body: { token: sign(toClaims()) } }
        : question.route === 'POST /login'
          ? REFUSED
          : NOT_FOUND,
    );
    const options = ['--profile-path', `http://localhost:${port}/me`];
    const report = await check({ app: () => login, options });
    expect(report.problem).toBeNull();
    expect(report.found?.options).toContain(`--profile-path http://localhost:${port}/me`);
    expect(listFindings(report)).toEqual(['note logout.there']);
  });
});

test('a hash that is compared for known names alone is told by the clock', async () => {
  // So long that even on a slow machine the others are answered much faster.
  const compare = () => new Promise((resolve) => setTimeout(resolve, 1000));
  const names = new Map<unknown, number>();
  const app = servePlainly(async (question) => {
    const { route, body, token } = question;
    if (route === 'POST /login') {
      names.set(body?.username, (names.get(body?.username) ?? 0) + 1);
      if (body?.username === 'ada') await compare();
      return isAda(question) ? { status: 200, body: { token: sign(toClaims()) } } : REFUSED;
    }
    if (route !== 'GET /me') return NOT_FOUND;
    return readOwner(token) === null ? REFUSED : { status: 200, body: { name: 'Ada' } };
  });
  const report = await check({ app: () => app, options: ['--login-path', '/login'] });
  expect(listFindings(report)).toContain('warn login.time');
  expect(findCheck(report, 'login.time').came).toMatch(/takes \d{4,} ms, an unknown one \d+ ms$/);
  // A server that gets slower with each try of a name does so for both.
  expect(Math.max(...[...names].filter(([name]) => name !== 'ada').map(([, n]) => n))).toBe(10);
});

/** Times of `n` answers, with every ninth as slow as a busy machine makes it. */
const toTimes = (n: number, base: number, slow: number) =>
  Array.from({ length: n }, (_, i) => base + (i % 4) + (i % 9 === 3 ? slow : 0));

test.each([
  ['a hash for known names alone', toTimes(10, 80, 0), toTimes(10, 2, 0), 'different'],
  ['a hash for unknown names alone', toTimes(10, 2, 0), toTimes(10, 80, 0), 'different'],
  ['the same, some slow by chance', toTimes(26, 80, 30), toTimes(26, 2, 90), 'different'],
  ['the same, too few to be sure', toTimes(4, 80, 0), toTimes(4, 2, 0), 'unclear'],
  ['nothing', toTimes(4, 30, 0), toTimes(4, 31, 0), 'alike'],
  [
    'nothing, on a machine that is busy now and then',
    toTimes(18, 30, 200),
    toTimes(18, 31, 150),
    'alike',
  ],
  ['less than a network hides', toTimes(10, 14, 0), toTimes(10, 1, 0), 'alike'],
  ['nothing, and noise that would hide it', [5, 90, 300, 20], [400, 10, 150, 30], 'unclear'],
  ['a hash, and noise that hides it', [90, 400, 100, 300], [3, 200, 350, 120], 'unclear'],
] as const)('%s is told by the clock as it is', (_name, known, unknown, verdict) => {
  expect(compareTimes(known, unknown).verdict).toBe(verdict);
});

test('chance is counted', () => {
  expect(toChance([3, 4], [1, 2])).toBeCloseTo(1 / 6);
  expect(toChance([2, 4], [1, 3])).toBeCloseTo(2 / 6);
  expect(toChance([1, 2], [3, 4])).toBe(1);
  expect(toChance(toTimes(10, 50, 0), toTimes(10, 1, 0))).toBeCloseTo(1 / 184_756, 12);
});
