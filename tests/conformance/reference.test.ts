import { afterEach, describe, expect, test, vi } from 'vitest';
import { createSessionApp } from '../../src/reference/sessionServer.js';
import { createTokenApp } from '../../src/reference/tokenServer.js';
import { withServer } from './harness/server.ts';
import { SpyStore } from './harness/spyStore.ts';

const SERVERS = [
  ['session', createSessionApp],
  ['token', createTokenApp],
] as const;
const JSON_TYPE = { 'Content-Type': 'application/json' };
const ADA = JSON.stringify({ username: 'ada', password: 'correct horse' });

afterEach(() => vi.restoreAllMocks());

describe.each(SERVERS)('the %s server', (_, createApp) => {
  const post = (body: string, headers: Record<string, string> = JSON_TYPE) =>
    withServer(createApp(), async ({ port }) => {
      const url = `http://127.0.0.1:${port}/login`;
      const response = await fetch(url, { method: 'POST', headers, body });
      return { response, text: await response.text() };
    });

  test.each([
    ['an unknown user', '{"username":"eve","password":"correct horse"}'],
    ['no password', '{"username":"ada"}'],
    ['a password that is an object', '{"username":"ada","password":{"length":13}}'],
    ['a name that is an array', '{"username":["ada"],"password":"correct horse"}'],
    ['an empty object', '{}'],
    ['an array', '[]'],
  ])('answers %s like a wrong password', async (_name, body) => {
    const { response, text } = await post(body);
    expect(response.status).toBe(401);
    expect(text).toBe('{"error":"invalid_credentials"}');
    expect(response.headers.get('WWW-Authenticate')).toContain('realm="authtrace"');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test('answers a body that is no JSON type like a wrong password', async () => {
    const { response } = await post('username=ada', { 'Content-Type': 'text/plain' });
    expect(response.status).toBe(401);
  });

  test.each([
    ['broken JSON', '{"username":'],
    ['JSON that is neither object nor array', '"ada"'],
    ['a body over the limit', JSON.stringify({ username: 'a'.repeat(200_000) })],
  ])('tells nothing of the inside about %s', async (_name, body) => {
    const { response, text } = await post(body);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(text).toBe('{"error":"bad_request"}');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });
});

test('the session server draws its own session IDs, a new one at each login', async () => {
  const cookies = await withServer(createSessionApp(), async ({ port }) => {
    const url = `http://127.0.0.1:${port}/login`;
    const logIn = () => fetch(url, { method: 'POST', headers: JSON_TYPE, body: ADA });
    const responses = [await logIn(), await logIn()];
    return responses.flatMap(({ headers }) => headers.getSetCookie());
  });
  const ids = cookies.map((line) => /^connect\.sid=s%3A([\w-]{32})\./.exec(line)?.[1]);
  expect(ids).not.toContain(undefined);
  expect(new Set(ids).size).toBe(2);
});

test('an error of the store is logged and not told', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const store = new SpyStore();
  store.set = (_sid, _record, callback) => callback?.(null);
  store.destroy = (_sid, callback) => callback?.(new Error('password of the database'));
  const answer = await withServer(createSessionApp({ store } as object), async ({ port }) => {
    const url = `http://127.0.0.1:${port}/login`;
    const response = await fetch(url, { method: 'POST', headers: JSON_TYPE, body: ADA });
    return { status: response.status, text: await response.text() };
  });
  expect(answer).toEqual({ status: 500, text: '{"error":"server_error"}' });
  expect(log).toHaveBeenCalledOnce();
});

test('with a deny-list the token server can log out, and without one it cannot', async () => {
  const denyList = new Map<string, number>();
  const genid = () => 'jti-1';
  const statuses = await withServer(
    createTokenApp({ denyList, genid } as object),
    async ({ port }) => {
      const base = `http://127.0.0.1:${port}`;
      const login = await fetch(`${base}/login`, {
        method: 'POST',
        headers: JSON_TYPE,
        body: ADA,
      });
      const { token } = (await login.json()) as { token: string };
      const headers = { Authorization: `Bearer ${token}` };
      const before = await fetch(`${base}/profile`, { headers });
      const logout = await fetch(`${base}/logout`, { method: 'POST', headers });
      const after = await fetch(`${base}/profile`, { headers });
      const again = await fetch(`${base}/logout`, { method: 'POST', headers });
      return [before, logout, after, again].map(({ status }) => status);
    },
  );
  expect(statuses).toEqual([200, 204, 401, 401]);
  const [[jti, exp] = []] = [...denyList];
  expect(jti).toBe('jti-1');
  expect(exp).toBeGreaterThan(Date.now() / 1000 + 890);

  const without = await withServer(createTokenApp(), ({ port }) =>
    fetch(`http://127.0.0.1:${port}/logout`, { method: 'POST' }),
  );
  expect(without.status).toBe(404);
});
