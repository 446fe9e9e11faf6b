import { createReadFirstStore } from '../../../src/reference/readFirstStore.js';
import { createRefreshStore } from '../../../src/reference/refreshTokens.js';
import { slowDown } from '../../../src/reference/slowStore.js';
import { areListsInSessionStore } from '../../../src/sim/possible/outsideStore.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import type { RefreshRecord } from '../../../src/sim/state.ts';
import type { DenyList, Notebook, RefreshStore } from './spies.ts';
import { spyOnDenyList, spyOnRefreshStore } from './spies.ts';
import type { StoreClock } from './storeClock.ts';

/** What a token's server keeps, plain JSON. */
export interface KeptLists {
  readonly denyList: readonly (readonly [string, number | null])[];
  readonly refreshTokens: readonly (readonly [string, RefreshRecord])[];
}

/** A deny-list and a store of refresh tokens, in a server's process or outside of it. */
export interface Lists {
  readonly denyList: DenyList;
  readonly refreshTokens: RefreshStore;
}

/** Those of one database, with all that they hold. */
export interface KeepingLists extends Lists {
  readKept(): KeptLists;
}

/** Opens the lists of a database, or of a process: Maps, as in the reference code. */
export function openLists(kept?: KeptLists): KeepingLists {
  const denied = new Map<string, number | null>(kept?.denyList);
  const records = new Map<string, RefreshRecord>(kept?.refreshTokens);
  return {
    denyList: {
      get: async (jti) => denied.get(jti),
      has: async (jti) => denied.has(jti),
      async set(jti, exp) {
        denied.set(jti, exp);
      },
    },
    refreshTokens: createRefreshStore(records),
    readKept: () => ({ denyList: [...denied], refreshTokens: [...records] }),
  };
}

/** Lets each call fail while the database is down, as a client does that does not wait for it. */
function failWhile<T extends object>(store: T, isDown: () => boolean): T {
  const calls = Object.entries(store) as [string, (...given: unknown[]) => Promise<unknown>][];
  const failing = calls.map(([name, call]) => [
    name,
    async (...given: unknown[]) => {
      if (isDown()) throw new Error('connect ECONNREFUSED');
      return call(...given);
    },
  ]);
  return Object.fromEntries(failing) as T;
}

interface Surroundings {
  readonly settings: Settings;
  readonly notebook: Notebook;
  readonly storeClock: StoreClock;
  readonly isDown: () => boolean;
  /** What happens between reading and writing, where a rotation reads first. */
  readonly pause: () => Promise<void>;
}

/** Puts before a server's lists what a run has between: a notebook, an outage, the time of a slow store. */
export function reachLists(
  { denyList, refreshTokens }: Lists,
  { settings, notebook, storeClock, isDown, pause }: Surroundings,
): Lists {
  const { storeLatencyMs = 0 } = settings.session;
  const isInSessionStore = areListsInSessionStore(settings);
  const reach = <T extends object>(store: T): T => {
    if (!isInSessionStore) return store;
    const slow =
      storeLatencyMs > 0 ? (slowDown(store, storeLatencyMs, storeClock.pause) as T) : store;
    // Who cannot be reached is not waited for.
    return failWhile(slow, isDown);
  };
  const spied = reach(spyOnRefreshStore(refreshTokens, notebook));
  return {
    denyList: reach(spyOnDenyList(denyList, notebook)),
    refreshTokens: settings.token.refreshReadsFirst
      ? (createReadFirstStore(spied, pause) as RefreshStore)
      : spied,
  };
}
