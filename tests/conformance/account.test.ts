import { describe, expect, test } from 'vitest';
import { addSessionAccount, addTokenAccount } from '../../src/reference/account.js';
import { createSessionApp } from '../../src/reference/sessionServer.js';
import { createTokenApp } from '../../src/reference/tokenServer.js';
import { withServer } from './harness/server.ts';
import { SpyStore } from './harness/spyStore.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const ADA = JSON.stringify({ username: 'ada', password: 'correct horse' });

/** A database in which the password is another one. */
function openUsers() {
  const row = { password: 'correct horse' };
  return {
    row,
    users: {
      async changePassword(_id: string, password: unknown, newPassword: string) {
        if (password !== row.password) return false;
        row.password = newPassword;
        return true;
      },
      getValidSince: async () => null,
      setValidSince: async () => {},
    },
  };
}

const { users, row } = openUsers();
const store = new SpyStore();
const SERVERS = [
  [
    'session',
    createSessionApp({ store, extend: addSessionAccount({ users, store } as never) } as object),
  ],
  ['token', createTokenApp({ extend: addTokenAccount({ users } as never) } as object)],
] as const;

describe.each(SERVERS)('the %s server', (_, app) => {
  /** Logs in, and returns what to ask with. */
  async function logIn(url: string): Promise<Record<string, string>> {
    const login = await fetch(`${url}/login`, { method: 'POST', headers: JSON_TYPE, body: ADA });
    const [cookie] = login.headers.getSetCookie();
    const { token } = (await login.json()) as { token?: string };
    return cookie ? { Cookie: cookie.split(';')[0] ?? '' } : { Authorization: `Bearer ${token}` };
  }

  test.each([
    ['a wrong old password', { password: 'wrong horse', newPassword: 'x' }],
    ['no old password', { newPassword: 'x' }],
    ['nothing', undefined],
  ])('does not change the password for %s', async (_name, form) => {
    const answers = await withServer(app, async ({ port }) => {
      const url = `http://127.0.0.1:${port}`;
      const headers = { ...JSON_TYPE, ...(await logIn(url)) };
      const body = form === undefined ? null : JSON.stringify(form);
      const change = await fetch(`${url}/password`, { method: 'POST', headers, body });
      const after = await fetch(`${url}/profile`, { headers });
      return [change.status, await change.text(), after.status];
    });
    expect(answers).toEqual([403, '{"error":"forbidden"}', 200]);
    expect(row.password).toBe('correct horse');
  });

  test('asks who it is before anything else', async () => {
    const answers = await withServer(app, async ({ port }) => {
      const body = JSON.stringify({ password: row.password, newPassword: 'x' });
      const send = (path: string) =>
        fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers: JSON_TYPE, body });
      return [await send('/password'), await send('/logout-everywhere')];
    });
    expect(answers[0]?.status).toBe(401);
    expect(answers[0]?.headers.get('WWW-Authenticate')).toContain('realm="authtrace"');
    // A token server that could end nothing has no such route.
    expect(answers[1]?.status).toBe(app === SERVERS[0][1] ? 401 : 404);
    expect(row.password).toBe('correct horse');
  });
});
