import { existsSync } from 'node:fs';
import { RedisStore } from 'connect-redis';
import { createClient } from 'redis';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findRedisServer, startRedis } from '../../src/cli/machine/redisServer.mjs';
import { createSessionApp } from '../../src/reference/sessionServer.js';
import type { Action } from '../../src/sim/action.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { toScenario } from '../sim/runs.ts';
import { findDifferences } from './harness/player.ts';
import { withServer } from './harness/server.ts';

type Session = NonNullable<Parameters<typeof changeSettings>[0]>['session'];

const down: Action = { type: 'storeOutage' };
const up: Action = { ...down, over: true };
/** What is asked while the store is down, by who has a session's cookie and by who has none. */
const ASKED = ['request', 'logout', 'login', 'request'] as const;
const DESIGNS: readonly Session[] = [
  {},
  { saveUninitialized: true },
  { regenerate: false },
  { destroyAtLogout: false },
  { countsVisits: true, rolling: true },
];

test.each(DESIGNS)(
  'a store whose calls fail is answered as the engine says: %o',
  async (session) => {
    const settings = changeSettings({ session: { ...session, store: 'persistent' } });
    const asked = ASKED.flatMap((type): Action[] => [{ type }, { type, client: 'phone' }]);
    const wrong: Action = { type: 'login', password: 'wrong horse', client: 'tablet' };
    const actions: Action[] = [{ type: 'login' }, down, ...asked, wrong, { type: 'plant' }, up];
    const rest: Action[] = [{ type: 'request' }, { type: 'request', client: 'phone' }];
    expect(await findDifferences({ settings, actions: [...actions, ...rest] })).toEqual([]);
  },
);

const program = findRedisServer({
  env: process.env,
  platform: process.platform,
  exists: existsSync,
});

/** Opens a Redis of this test's own, and the reference server before it. */
async function openServer(disableOfflineQueue: boolean) {
  const redis = await startRedis(program ?? '');
  if (redis.url === null) throw new Error('no Redis');
  const client = createClient({ url: redis.url, disableOfflineQueue });
  client.on('error', () => {});
  await client.connect();
  const secret = 'a secret of this test alone';
  const app = createSessionApp({ store: new RedisStore({ client }), secret } as object);
  const kill = async () => {
    const gone = client.isReady ? new Promise((resolve) => client.once('error', resolve)) : null;
    await redis.stop();
    await gone;
  };
  return { app, client, kill };
}

const ROUTES = {
  request: ['GET', '/profile'],
  logout: ['POST', '/logout'],
  login: ['POST', '/login'],
} as const;

/** Makes what asks a server by a kind of Action. */
const toAsk = (port: number) => async (type: keyof typeof ROUTES, cookie?: string) => {
  const [method, target] = ROUTES[type];
  const body = JSON.stringify({ username: 'ada', password: 'correct horse' });
  const response = await fetch(`http://127.0.0.1:${port}${target}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(cookie && { Cookie: cookie }) },
    ...(type === 'login' && { body }),
  });
  await response.arrayBuffer();
  const [set] = response.headers.getSetCookie();
  return { status: response.status, set };
};

// The details of an error are for the log.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => vi.restoreAllMocks());

describe.skipIf(!program)('a Redis that is killed', () => {
  test('is answered as the engine says, by a client that does not queue', async () => {
    const { app, client, kill } = await openServer(true);
    try {
      await withServer(app, async ({ port }) => {
        const ask = toAsk(port);
        const { set = '' } = await ask('login');
        const [cookie] = set.split(';');
        await kill();
        for (const holds of [true, false]) {
          for (const type of ['request', 'login', 'logout'] as const) {
            const settings = changeSettings({ session: { store: 'persistent' } });
            const action: Action = { type, fold: true, client: holds ? 'client' : 'phone' };
            const actions = [{ type: 'login' } as const, down, action];
            const { frames } = await runScenario({ ...toScenario(), settings, actions });
            const answer = frames
              .at(-1)
              ?.session.messages.findLast(({ kind }) => kind === 'response');
            const sets = answer?.headers.some(([name]) => name === 'Set-Cookie') ?? false;
            const real = await ask(type, holds ? cookie : undefined);
            const told = `${type} ${holds ? 'with' : 'without'} a cookie`;
            expect([told, real.status, real.set !== undefined]).toEqual([
              told,
              answer?.status,
              sets,
            ]);
          }
        }
      });
    } finally {
      client.destroy();
    }
  });

  test('is waited for by one that queues, as it does unless told otherwise', async () => {
    const { app, client, kill } = await openServer(false);
    await withServer(app, async ({ port }) => {
      const ask = toAsk(port);
      const { set = '' } = await ask('login');
      await kill();
      let isAnswered = false;
      const waiting = ask('request', set.split(';')[0]).finally(() => {
        isAnswered = true;
      });
      expect((await ask('request')).status).toBe(401);
      expect(isAnswered).toBe(false);
      // Whoever gives up on it lets go of all that waits.
      client.destroy();
      expect((await waiting).status).toBe(500);
    });
  });
});
