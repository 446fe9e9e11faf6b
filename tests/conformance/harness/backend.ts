import { setTime } from './clock.ts';
import type { Exchange } from './exchange.ts';
import type { HostConfig, Kept, Keys, World } from './host.ts';
import { createHost, isHttps } from './host.ts';
import type { KeepingLists } from './lists.ts';
import type { OutsideStore } from './outsideStore.ts';
import { startServerProcess } from './process.ts';
import type { RunningServer } from './server.ts';
import { listen } from './server.ts';
import type { StoreCall } from './spies.ts';
import { startTlsProxy } from './tlsProxy.ts';
import type { WireRequest } from './wire.ts';
import { sendRaw } from './wire.ts';

/** A running reference server, wherever it runs. */
export interface Backend {
  exchange(request: WireRequest): Promise<Exchange>;
  configure(keys: Keys): Promise<void>;
  /** Ends its process and starts another one. */
  restart(keys: Keys): Promise<void>;
  takeCalls(): Promise<StoreCall[]>;
  /** Returns how long it waited for its store since this was last called, in milliseconds. */
  takeWaited(): Promise<number>;
  /** How many slow requests it has let in and not answered. */
  countWaiting(): Promise<number>;
  /** Lets the nth of them have its answer. */
  release(nth: number): Promise<void>;
  /** Reads what it keeps, in whichever store. */
  readKept(): Promise<Kept>;
  close(): Promise<void>;
}

/** Runs something while Date is that of a server, in an `atTime`. */
export async function onClock<T>(seconds: number, use: () => Promise<T>): Promise<T> {
  const before = Date.now() / 1000;
  setTime(seconds);
  try {
    return await use();
  } finally {
    setTime(before);
  }
}

/** Puts the proxy of a Scenario before a server, where it has one and browsers speak https. */
async function toFront(
  { settings: { origin, tlsProxy } }: HostConfig,
  readServer: () => RunningServer,
): Promise<{ readonly read: () => RunningServer; close(): Promise<void> }> {
  if (!tlsProxy || !origin.startsWith('https:')) return { read: readServer, close: async () => {} };
  const proxy = await startTlsProxy(readServer, tlsProxy);
  return { read: () => proxy, close: proxy.close };
}

/** Starts a server inside the test's own process. */
export async function startHere(config: HostConfig, world: World, keys: Keys): Promise<Backend> {
  const host = createHost(config, () => world, keys);
  const server = await listen(host.listener, isHttps(config));
  const front = await toFront(config, () => server);
  return {
    exchange: (request) =>
      onClock(world.clock + config.clockOffset, () => sendRaw(front.read(), request)),
    configure: async (next) => host.configure(next),
    restart: async () => {
      throw new Error('a restart needs a process of its own');
    },
    takeCalls: async () => host.takeCalls(),
    takeWaited: async () => host.takeWaited(),
    countWaiting: async () => host.countWaiting(),
    // The answer is under way when this is over; its clock is the one of now.
    release: async (nth) => {
      setTime(world.clock + config.clockOffset);
      host.release(nth);
    },
    readKept: host.readKept,
    async close() {
      await front.close();
      await server.close();
    },
  };
}

/** The version of the program that comes with a restart: its cookies may have another Domain. */
function toNextVersion(config: HostConfig): HostConfig {
  const { cookieDomain, nextCookieDomain, ...session } = config.settings.session;
  const next = nextCookieDomain === undefined ? cookieDomain : nextCookieDomain;
  const changed = { ...session, ...(next && { cookieDomain: next }) };
  return { ...config, settings: { ...config.settings, session: changed } };
}

/** Starts a server in a process of its own. */
export async function startApart(
  config: HostConfig,
  world: World,
  firstKeys: Keys,
  outside: OutsideStore | null,
  lists: KeepingLists | null,
): Promise<Backend> {
  let child = await startServerProcess(config, world, firstKeys, outside, lists);
  const front = await toFront(config, () => child.server);
  return {
    async exchange(request) {
      await child.call('world', world);
      await outside?.advanceTo(world.clock);
      const exchange = await sendRaw(front.read(), request);
      await outside?.stopAt(world.clock);
      Object.assign(world.draws, await child.call('draws'));
      Object.assign(world.user, await child.call('user'));
      return exchange;
    },
    async configure(keys) {
      await child.call('configure', keys);
    },
    async restart(keys) {
      await child.end();
      child = await startServerProcess(toNextVersion(config), world, keys, outside, lists);
    },
    takeCalls: () => child.call('calls'),
    takeWaited: () => child.call('waited'),
    countWaiting: () => child.call('waiting'),
    async release(nth) {
      await child.call('world', world);
      await outside?.advanceTo(world.clock);
      await child.call('release', nth);
    },
    async readKept() {
      const kept = { ...(await child.call('kept')), ...lists?.readKept() };
      if (!outside) return kept;
      return { ...kept, sessions: Object.fromEntries(await outside.list(world.clock)) };
    },
    async close() {
      await front.close();
      await child.server.close();
    },
  };
}
