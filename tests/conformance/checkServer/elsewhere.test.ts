import { once } from 'node:events';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { toDelay } from '../../../src/cli/checkServer/checks/routes/loginChecks.ts';
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
  const app = servePlainly(async (question) => {
    const { route, body, token } = question;
    if (route === 'POST /login') {
      if (body?.username === 'ada') await compare();
      return isAda(question) ? { status: 200, body: { token: sign(toClaims()) } } : REFUSED;
    }
    if (route !== 'GET /me') return NOT_FOUND;
    return readOwner(token) === null ? REFUSED : { status: 200, body: { name: 'Ada' } };
  });
  const report = await check({ app: () => app, options: ['--login-path', '/login'] });
  expect(listFindings(report)).toContain('warn login.time');
  expect(findCheck(report, 'login.time').came).toMatch(/takes 1\d{3} ms or more/);
});

test.each([
  [[90, 100, 95], [2, 3, 4], true],
  // One that was slow by chance, on either side.
  [[90, 100, 95], [2, 3, 60], false],
  [[90, 4, 95], [2, 3, 4], false],
  // Too little to be told apart over a network.
  [[12, 13, 14], [1, 1, 2], false],
])('of %j for known names and %j for others, a delay is told: %s', (known, unknown, isTold) => {
  expect(toDelay(known, unknown) !== null).toBe(isTold);
});
