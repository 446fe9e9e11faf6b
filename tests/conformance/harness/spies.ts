import type { Store, StoreCallback } from 'express-session';
import type { RefreshRecord } from '../../../src/sim/state.ts';

export interface StoreCall {
  readonly method: string;
  readonly sid: string;
  /** The record that was read or written, as JSON text; `null` without one. */
  readonly record: string | null;
}

/** Takes note of the calls that stores get. */
export interface Notebook {
  note(method: string, key: string, record: unknown): void;
  /** Takes out the calls since it was last called. */
  takeCalls(): StoreCall[];
}

export function openNotebook(): Notebook {
  let calls: StoreCall[] = [];
  return {
    note(method, sid, record) {
      const text = record === undefined ? null : JSON.stringify(record);
      calls.push({ method, sid, record: text });
    },
    takeCalls() {
      const taken = calls;
      calls = [];
      return taken;
    },
  };
}

/** Lets a session store note the calls that it gets; what it does stays the same. */
export function spyOnStore<T extends Store>(store: T, { note }: Notebook): T {
  const { get, set, touch, destroy, all } = store;
  return Object.assign(store, {
    get(sid: string, callback: StoreCallback) {
      get.call(store, sid, (error, found) => {
        // connect-redis says null where there is none, and the others undefined.
        note('get', sid, found ?? undefined);
        callback(error, found);
      });
    },
    set(sid: string, record: unknown, callback?: StoreCallback) {
      note('set', sid, record);
      set.call(store, sid, record, callback);
    },
    touch(sid: string, record: unknown, callback?: StoreCallback) {
      note('touch', sid, record);
      touch.call(store, sid, record, callback);
    },
    all(callback: (error: unknown, found?: object) => void) {
      all?.call(store, (error, found = {}) => {
        note('all', '', Object.keys(found).length);
        callback(error, found);
      });
    },
    destroy(sid: string, callback?: StoreCallback) {
      note('destroy', sid, undefined);
      destroy.call(store, sid, callback);
    },
  });
}

/** What a token's server asks for revoked tokens; `get` is asked by the tests alone. */
export interface DenyList {
  get(jti: string): Promise<number | null | undefined>;
  has(jti: string): Promise<boolean>;
  set(jti: string, exp: number | null): Promise<void>;
}

/** Lets a deny-list note what it is asked and told. */
export function spyOnDenyList(list: DenyList, { note }: Notebook): DenyList {
  return {
    get: list.get,
    async has(jti) {
      const isListed = await list.has(jti);
      note('get', jti, isListed ? await list.get(jti) : undefined);
      return isListed;
    },
    async set(jti, exp) {
      note('set', jti, exp);
      await list.set(jti, exp);
    },
  };
}

/** What a token's server asks for refresh tokens. */
export interface RefreshStore {
  get(token: string): Promise<RefreshRecord | undefined>;
  set(token: string, record: RefreshRecord): Promise<void>;
  trade(
    token: string,
    next: { token: string; expires: number },
    now: number,
    grace?: number,
  ): Promise<RefreshRecord | undefined>;
  destroyFamily(family: string): Promise<void>;
  destroyUser(userId: string): Promise<void>;
}

/** Lets a store of refresh tokens note the calls that it gets. */
export function spyOnRefreshStore(store: RefreshStore, { note }: Notebook): RefreshStore {
  return {
    async get(token) {
      const found = await store.get(token);
      note('get', token, found);
      return found;
    },
    async set(token, record) {
      note('set', token, record);
      await store.set(token, record);
    },
    async trade(token, next, now, grace) {
      const found = await store.trade(token, next, now, grace);
      note('trade', token, found);
      return found;
    },
    async destroyFamily(family) {
      note('destroy', family, undefined);
      await store.destroyFamily(family);
    },
    async destroyUser(userId) {
      note('destroy', userId, undefined);
      await store.destroyUser(userId);
    },
  };
}
