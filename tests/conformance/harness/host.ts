import type { RequestListener } from 'node:http';
import type { Store } from 'express-session';
import session from 'express-session';
import { slowDown } from '../../../src/reference/slowStore.js';
import type { Settings } from '../../../src/sim/settings.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import type { Users } from './apps.ts';
import { makeAnyTokenApp, makeSessionApp } from './apps.ts';
import { drawCsrfToken, drawRefreshToken, drawSid, drawUuid } from './draws.ts';
import { failWhile } from './failWhile.ts';
import type { KeptLists, Lists } from './lists.ts';
import { openLists, reachLists } from './lists.ts';
import type { Notebook, StoreCall } from './spies.ts';
import { openNotebook, spyOnStore } from './spies.ts';
import { openStoreClock } from './storeClock.ts';

/** What is true outside of all servers; plain JSON, so that it can go to another process and back. */
export interface World {
  /** NumericDate seconds. */
  clock: number;
  /** How many random values of each kind are drawn. */
  readonly draws: { sid: number; jti: number; refresh: number; secret: number; csrf: number };
  /** Whether the session stores outside of the servers are down. */
  storeDown: boolean;
  /** Whether a rotation that reads first waits before it writes, until it is released. */
  holdsTrades: boolean;
  /** The user's row in the database. */
  readonly user: UserRow;
}

interface UserRow {
  role: string;
  banned: boolean;
  password: string;
  /** NumericDate seconds; `null` until somebody has written it. */
  validSince: number | null;
}

export interface Keys {
  readonly secrets: readonly string[];
  readonly keyIds?: readonly string[] | undefined;
}

export interface HostConfig {
  readonly strategy: Strategy;
  readonly settings: Settings;
  /** Whether the server has the pages of roles.js. */
  readonly extended: boolean;
  /** Whether the server has the routes of account.js. */
  readonly account: boolean;
  /** Whether tokens are signed and verified with jose, not jsonwebtoken. */
  readonly usesJose: boolean;
  /** Whom its tokens are for. */
  readonly audience?: string | undefined;
  /** Seconds that its clock is ahead. */
  readonly clockOffset: number;
}

/** Everything that a server keeps in its own process. */
export interface Kept extends KeptLists {
  readonly sessions: Readonly<Record<string, string>>;
}

/** What is outside of a server, where anything is, and what is in it as it starts. */
interface Stores {
  readonly outside?: Store | null;
  readonly outsideLists?: Lists | null;
  readonly kept?: Kept;
}

/** One reference server with what it keeps. It lives in the test's process or in one of its own. */
export interface Host {
  readonly listener: RequestListener;
  /** Runs on with other secrets; what it keeps stays. */
  configure(keys: Keys): void;
  takeCalls(): StoreCall[];
  /** Returns how long it waited for its store since this was last called, in milliseconds. */
  takeWaited(): number;
  /** How many slow requests wait for their report, and lets the nth of them have it. */
  countWaiting(): number;
  release(nth: number): void;
  readKept(): Promise<Kept>;
}

/** What account.js asks of the users' database. */
function openUsers({ user }: Settings, readRow: () => UserRow, { note }: Notebook): Users {
  return {
    checkPassword: async (name, text) =>
      name === user.username && text === readRow().password ? { id: user.id } : null,
    async changePassword(_id, password, newPassword) {
      const row = readRow();
      if (password !== row.password) return false;
      if (row.banned) throw Object.assign(new Error('the user is banned'), { status: 403 });
      row.password = newPassword;
      return true;
    },
    async getValidSince(id) {
      const { validSince } = readRow();
      note('get', id, validSince ?? undefined);
      return validSince;
    },
    async setValidSince(_id, seconds) {
      readRow().validSince = seconds;
    },
  };
}

/** Tells whether the server itself speaks TLS. */
export const isHttps = ({ settings: { origin, tlsProxy } }: HostConfig) =>
  origin.startsWith('https:') && !tlsProxy;

/** Makes a server. Without a store that is outside of it, it keeps its sessions in its own memory. */
export function createHost(
  { strategy, settings, extended, account, usesJose, audience, clockOffset }: HostConfig,
  readWorld: () => World,
  firstKeys: Keys,
  { outside, outsideLists, kept }: Stores = {},
): Host {
  const { seed } = settings;
  const notebook = openNotebook();
  const memory = new session.MemoryStore();
  if (kept) memory.sessions = { ...kept.sessions };
  const storeClock = openStoreClock();
  const { storeLatencyMs = 0 } = settings.session;
  // What is in the process itself is never slow.
  const slow = outside && storeLatencyMs > 0;
  const asked = slow ? slowDown(outside, storeLatencyMs, storeClock.pause) : (outside ?? memory);
  // A client that is offline lets no call through, so the spy behind it hears of none.
  const store = failWhile(spyOnStore(asked as Store, notebook), () => readWorld().storeDown);
  const inside = openLists(kept);
  const waiting: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => void waiting.push(resolve));
  const pause = async () => {
    if (readWorld().holdsTrades) await work();
  };
  const isDown = () => readWorld().storeDown;
  const lists = reachLists(outsideLists ?? inside, {
    ...{ settings, notebook, storeClock, isDown, pause },
  });
  const bootedAt = readWorld().clock + clockOffset;
  const findUser = async (id: string) => ({ id, ...readWorld().user });

  const build = (keys: Keys): RequestListener => {
    const { draws } = { draws: () => readWorld().draws };
    const users = {
      ...(extended && { findUser }),
      ...(account && { users: openUsers(settings, () => readWorld().user, notebook) }),
    };
    return strategy === 'session'
      ? makeSessionApp(settings, {
          ...{ store, bootedAt, secrets: keys.secrets, work, ...users },
          genid: () => drawSid(seed, draws().sid++),
          drawCsrfToken: () => drawCsrfToken(seed, draws().csrf++),
        })
      : makeAnyTokenApp(settings, {
          ...{ keys, usesJose, audience, ...lists, work, ...users },
          genid: () => drawUuid(seed, draws().jti++),
          drawRefreshToken: () => drawRefreshToken(seed, draws().refresh++),
        });
  };

  let app = build(firstKeys);
  return {
    listener(request, response) {
      response.on('finish', () => {
        // It was not waited for, whatever it took.
        if (storeClock.countPending() > 0) notebook.note('late', '', undefined);
      });
      app(request, response);
    },
    configure(keys) {
      app = build(keys);
    },
    takeCalls: notebook.takeCalls,
    takeWaited: storeClock.take,
    countWaiting: () => waiting.length,
    release: (nth) => waiting.splice(nth, 1)[0]?.(),
    async readKept() {
      return {
        sessions: { ...memory.sessions },
        ...inside.readKept(),
      };
    },
  };
}
