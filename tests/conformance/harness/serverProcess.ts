// A reference server in a process of its own: run by process.ts, which tells it the time.
import type { Store } from 'express-session';
import { LevelStore } from '../../../src/reference/levelStore.js';
import type { RefreshRecord } from '../../../src/sim/state.ts';
import type { Host, HostConfig, World } from './host.ts';
import { createHost, isHttps } from './host.ts';
import type { Database } from './level.ts';
import type { Lists } from './lists.ts';
import type { StoreAccess } from './outsideStore.ts';
import type { DatabaseCall, Questions } from './process.ts';
import type { RunningServer } from './server.ts';
import { listen } from './server.ts';

let world: World;
let config: HostConfig;
let host: Host;
let server: RunningServer;

const RealDate = Date;
const toNow = () => (world.clock + config.clockOffset) * 1000;

/** Stands still where the test has put it. */
globalThis.Date = class extends RealDate {
  constructor(...given: [] | [number | string]) {
    super(...((given.length === 0 ? [toNow()] : given) as [number]));
  }
  static override now() {
    return toNow();
  }
} as DateConstructor;

const waiting = new Map<number, (value: unknown) => void>();
let count = 0;

type Asked = DatabaseCall extends infer T ? (T extends unknown ? Omit<T, 'call'> : never) : never;

function askDatabase<T>(asked: Asked): Promise<T> {
  const call = count++;
  process.send?.({ ...asked, call });
  return new Promise((resolve) => waiting.set(call, (value) => resolve(value as T)));
}

const database: Database = {
  get: async (key) => (await askDatabase<string | null>({ method: 'get', key })) ?? undefined,
  put: (key, value) => askDatabase({ method: 'put', key, value }),
  del: (key) => askDatabase({ method: 'del', key }),
  iterator: () => ({ all: () => askDatabase({ method: 'all' }) }),
};

/** Calls one of the lists that are outside. */
const callList = <T>(list: keyof Lists, name: string, ...given: unknown[]): Promise<T> =>
  askDatabase<T>({ method: 'lists', list, name, given });

// Over the channel, nothing is null.
const LISTS: Lists = {
  denyList: {
    get: (jti) => callList<number | null>('denyList', 'get', jti),
    has: (jti) => callList('denyList', 'has', jti),
    set: (jti, exp) => callList('denyList', 'set', jti, exp),
  },
  refreshTokens: {
    get: async (token) =>
      (await callList<RefreshRecord | null>('refreshTokens', 'get', token)) ?? undefined,
    set: (token, record) => callList('refreshTokens', 'set', token, record),
    trade: async (...given) =>
      (await callList<RefreshRecord | null>('refreshTokens', 'trade', ...given)) ?? undefined,
    destroyFamily: (family) => callList('refreshTokens', 'destroyFamily', family),
    destroyUser: (userId) => callList('refreshTokens', 'destroyUser', userId),
  },
};

let closeStore = async () => {};

async function openStore(access: StoreAccess | null): Promise<Store | null> {
  closeStore = async () => {};
  if (access?.kind === 'LevelDB') return new LevelStore(database);
  if (!access) return null;
  // Not above, because to load them takes as long as all the rest.
  const { RedisStore } = await import('connect-redis');
  const { openRedis } = await import('../../../src/cli/machine/redisClient.mjs');
  const client = await openRedis(access.url);
  closeStore = () => client.close();
  return new RedisStore({ client, prefix: access.prefix });
}

const answers: { [Q in keyof Questions]: (given: never) => unknown } = {
  async start(parts: Parameters<Questions['start']>[0]) {
    ({ world, config } = parts);
    const outside = await openStore(parts.access);
    const outsideLists = parts.hasLists ? LISTS : null;
    host = createHost(config, () => world, parts.keys, { outside, outsideLists });
    server = await listen(host.listener, isHttps(config));
    return { port: server.port, isSecure: server.isSecure };
  },
  world(next: World) {
    const drawn = Object.entries(world.draws) as [keyof World['draws'], number][];
    world = next;
    // Of what is under way here nobody else knows yet what it has drawn.
    for (const [kind, count] of drawn) {
      world.draws[kind] = Math.max(world.draws[kind], count);
    }
    return null;
  },
  draws: () => world.draws,
  user: () => world.user,
  configure(keys: Parameters<Questions['configure']>[0]) {
    host.configure(keys);
    return null;
  },
  calls: () => host.takeCalls(),
  waited: () => host.takeWaited(),
  kept: () => host.readKept(),
  fields: (port: number) => server.fieldsFrom(port),
  waiting: () => host.countWaiting(),
  release(nth: number) {
    host.release(nth);
    return null;
  },
  async stop() {
    await server.close();
    await closeStore();
    return null;
  },
};

type Told =
  | { readonly id: number; readonly question: keyof Questions; readonly given: never }
  | { readonly reply: number; readonly value: unknown };

process.on('message', async (told: Told) => {
  if ('reply' in told) {
    waiting.get(told.reply)?.(told.value);
    waiting.delete(told.reply);
    return;
  }
  process.send?.({ answer: told.id, value: (await answers[told.question](told.given)) ?? null });
});
// Without its test it has nobody to serve.
process.on('disconnect', () => process.exit());
