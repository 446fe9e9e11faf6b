import type { Action, ActionOf } from '../../../src/sim/action.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import { findJoseReason } from '../../../src/sim/token/verify/library.ts';
import type { Backend } from './backend.ts';
import { startApart, startHere } from './backend.ts';
import { drawFirstSecret, drawNewSecret } from './draws.ts';
import type { HostConfig, Keys, World } from './host.ts';
import { openLevel } from './level.ts';
import { openLists } from './lists.ts';
import type { OutsideStore, StoreKind } from './outsideStore.ts';

export type ServerId = 'server' | 'server2';

/** The servers of one lane, with the time, the database and the secrets. */
export interface Servers {
  readonly world: World;
  readonly keys: Partial<Record<ServerId, Keys>>;
  readonly ids: readonly ServerId[];
  get(id: ServerId): Backend;
  toConfig(id: ServerId): HostConfig;
  rotate(how: ActionOf<'rotateSecret'>['how']): Promise<void>;
  restart(id: ServerId): Promise<void>;
  close(): Promise<void>;
}

const EXTENDING = new Set(['ban', 'demote', 'crossSite', 'injectScript']);

/** Tells whether a run asks for more than the page of the walk. */
const needsPages = ({ user }: Settings, actions: readonly Action[]) =>
  user.role !== undefined ||
  actions.some((a) => EXTENDING.has(a.type) || ('target' in a && a.target !== '/profile'));

/** Tells whether a run asks for more than a login and a logout. */
const needsAccount = ({ token }: Settings, actions: readonly Action[]) =>
  token.comparesIat === true ||
  actions.some(({ type }) => type === 'changePassword' || type === 'logoutEverywhere');

/** Tells whether a run is about processes: then each server gets one of its own. */
export const needsProcesses = ({ second, session }: Settings, actions: readonly Action[]) =>
  second !== undefined ||
  session.store === 'persistent' ||
  actions.some(({ type }) => type === 'restart');

/** Tells whether the servers of a run keep their sessions outside of their processes. */
export const keepsOutside = ({ second, session, sharedStore }: Settings) =>
  session.store === 'persistent' || (second !== undefined && sharedStore === true);

/** Which stores are played against: Redis where somebody names one. */
export const STORES: readonly StoreKind[] = process.env.REDIS_URL
  ? ['LevelDB', 'Redis']
  : ['LevelDB'];

/** Returns what a server has at its very first start to sign with and to verify. */
export function toFirstKeys(settings: Settings, strategy: Strategy, id: ServerId): Keys {
  const { second, session, token, secretAtBoot } = settings;
  const keyIds = strategy === 'token' && token.kid ? { keyIds: ['k1'] } : {};
  if (secretAtBoot === 'random') {
    return { secrets: [drawFirstSecret(settings.seed, strategy, id)], ...keyIds };
  }
  const other = id === 'server2' ? second : undefined;
  if (strategy === 'session') return { secrets: other?.sessionSecrets ?? session.secrets };
  return { secrets: [other?.tokenSecret ?? token.secret], ...keyIds };
}

/** Starts all servers of a lane. */
export async function openServers(
  strategy: Strategy,
  settings: Settings,
  actions: readonly Action[],
  kind: StoreKind = 'LevelDB',
): Promise<Servers> {
  const { second, user, seed, sharedStore, clockOffset = 0, secretAtBoot } = settings;
  const ids: readonly ServerId[] = second ? ['server', 'server2'] : ['server'];
  const world: World = {
    clock: settings.start,
    storeDown: false,
    holdsTrades: false,
    draws: { sid: 0, jti: 0, refresh: 0, secret: 0, csrf: 0 },
    user: {
      ...{ role: user.role ?? 'user', banned: false },
      ...{ password: user.password, validSince: null },
    },
  };
  const extended = needsPages(settings, actions);
  const account = needsAccount(settings, actions);
  const toConfig = (id: ServerId): HostConfig => ({
    ...{
      strategy,
      settings,
      extended,
      account,
      usesJose: findJoseReason(settings, actions) !== null,
    },
    audience: (id === 'server2' ? second?.tokenAudience : undefined) ?? settings.token.audience,
    clockOffset: id === 'server' ? clockOffset : (second?.clockOffset ?? 0),
  });
  const keys: Partial<Record<ServerId, Keys>> = {};
  const backends = new Map<ServerId, Backend>();
  const stores: OutsideStore[] = [];
  async function open(): Promise<OutsideStore> {
    if (kind === 'LevelDB') return openLevel();
    const { openRedisStore } = await import('./redis.ts');
    return openRedisStore(process.env.REDIS_URL ?? '');
  }

  const outsideCount = !keepsOutside(settings) ? 0 : sharedStore ? 1 : ids.length;
  const storeCount = strategy === 'session' ? outsideCount : 0;
  while (stores.length < storeCount) stores.push(await open());
  const allLists = Array.from({ length: strategy === 'token' ? outsideCount : 0 }, () =>
    openLists(),
  );

  async function start(id: ServerId, i: number): Promise<void> {
    const first = toFirstKeys(settings, strategy, id);
    const config = toConfig(id);
    const store = stores[sharedStore ? 0 : i] ?? null;
    const lists = allLists[sharedStore ? 0 : i] ?? null;
    keys[id] = first;
    const backend = needsProcesses(settings, actions)
      ? await startApart(config, world, first, store, lists)
      : await startHere(config, world, first);
    backends.set(id, backend);
  }
  await Promise.all(ids.map(start));

  const get = (id: ServerId) => {
    const backend = backends.get(id);
    if (!backend) throw new RangeError(`there is no ${id}`);
    return backend;
  };
  const drawSecret = () => drawNewSecret(seed, strategy, world.draws.secret++);

  return {
    ...{ world, keys, ids, get, toConfig },
    async rotate(how) {
      const secret = how === 'retire' ? null : drawSecret();
      for (const id of ids) {
        const { secrets, keyIds } = keys[id] as Keys;
        // A plain token server knows one secret, so nothing can overlap.
        const overlaps = how === 'add' && (strategy === 'session' || keyIds !== undefined);
        const kept = secret === null ? 1 : overlaps ? secrets.length : 0;
        const newest = Math.max(...(keyIds ?? ['k0']).map((kid) => Number(kid.slice(1))));
        keys[id] = {
          secrets: [...(secret === null ? [] : [secret]), ...secrets.slice(0, kept)],
          ...(keyIds && {
            keyIds: [...(secret === null ? [] : [`k${newest + 1}`]), ...keyIds.slice(0, kept)],
          }),
        };
        await get(id).configure(keys[id] as Keys);
      }
    },
    async restart(id) {
      if (secretAtBoot === 'random') keys[id] = { ...keys[id], secrets: [drawSecret()] };
      await get(id).restart(keys[id] as Keys);
    },
    async close() {
      await Promise.all([...backends.values()].map((backend) => backend.close()));
      for (const store of stores) await store.close();
    },
  };
}
