import { cookieCompare } from 'tough-cookie';
import type { Action } from '../../../src/sim/action.ts';
import type { StoredCookie } from '../../../src/sim/client/jar.ts';
import type { Message } from '../../../src/sim/message.ts';
import type { Scenario } from '../../../src/sim/scenario.ts';
import { listRecords } from '../../../src/sim/session/store.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import type { ClientState, State } from '../../../src/sim/state.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import type { LaneFrame, Trace } from '../../../src/sim/trace.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { onClock } from './backend.ts';
import { openBrowser } from './browser.ts';
import { atTime, setTime } from './clock.ts';
import { compareExchanges, compareStoreCalls, diff } from './compare.ts';
import { isRefreshToken } from './credentials.ts';
import type { Exchange } from './exchange.ts';
import { holdRequests } from './heldRequests.ts';
import type { Keys } from './host.ts';
import { createHost, isHttps } from './host.ts';
import { openLane } from './lane.ts';
import type { StoreKind } from './outsideStore.ts';
import { toRedisRecords } from './redisRecords.ts';
import { withServer } from './server.ts';
import { sendRaw } from './wire.ts';
import type { ServerId } from './world.ts';
import { keepsOutside, openServers } from './world.ts';

/** One lane played for real. */
export interface Player {
  /** Does for real what an Action says; a wait lasts so many seconds. Needs the fake clock. */
  play(action: Action, seconds?: number): Promise<void>;
  /** Says where the engine's messages and State after an Action differ from what really happened. */
  compare(state: State, messages: readonly Message[]): Promise<string[]>;
  /** Takes out what went over the wire since this or `compare` was last called. */
  takeExchanges(): Exchange[];
  /** Returns how long the servers waited for their stores since this was last called, in milliseconds. */
  takeWaited(): Promise<number>;
  /** Returns the first server that would still accept a copy of a credential, or `null`; changes nothing. */
  probeCopy(credential: string): Promise<ServerId | null>;
  close(): Promise<void>;
}

const toStoreId = ({ sharedStore }: Settings, id: ServerId) =>
  id === 'server2' && !sharedStore ? 'sessionStore2' : 'sessionStore';

const sortByKey = <T extends readonly [string, unknown]>(entries: readonly T[]): T[] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

/** Opens a lane for the Actions that will be played; whoever opens it closes it. */
export async function openPlayer(
  strategy: Strategy,
  settings: Settings,
  actions: readonly Action[] = [],
  kind: StoreKind = 'LevelDB',
): Promise<Player> {
  const { origin, token } = settings;
  const servers = await openServers(strategy, settings, actions, kind);
  /** How far ahead the clock was by which each record got its end. */
  const aheads = new Map<string, number>();
  const lane = openLane(strategy, settings, servers);

  async function compareJar(id: string, { jar }: ClientState): Promise<string[]> {
    const { jar: held } = lane.getParty(id).browser;
    // No page is below the paths of all.
    const paths = ['/profile', '/refresh'];
    const found = await Promise.all(paths.map((path) => held.get(origin + path)));
    const cookies = [...new Set(found.flat())].sort(cookieCompare);
    const real = cookies.map((cookie) => ({
      name: cookie.key,
      value: cookie.value,
      domain: cookie.domain,
      hostOnly: cookie.hostOnly,
      path: cookie.path,
      expires: cookie.expires instanceof Date ? cookie.expires.getTime() / 1000 : null,
      secure: cookie.secure,
      httpOnly: cookie.httpOnly,
      sameSite: cookie.sameSite ?? null,
    }));
    const sent = [...jar].sort((a, b) => b.path.length - a.path.length);
    const engine = sent.map(({ created: _, ...cookie }: StoredCookie) => cookie);
    return diff(`cookie jar of ${id}`, engine, real);
  }

  async function compareKept(state: State): Promise<string[]> {
    const found: string[] = [];
    for (const id of servers.ids) {
      const kept = await servers.get(id).readKept();
      const { denyList, refreshTokens } = state.servers[id] ?? {};
      const store = state.stores[toStoreId(settings, id)];
      const records = store ? listRecords(store) : [];
      const isInRedis = kind === 'Redis' && keepsOutside(settings);
      const held = isInRedis ? toRedisRecords(records, state.clock, aheads) : records;
      const engine = held.map(([sid, record]) => [sid, JSON.stringify(record)] as const);
      found.push(
        ...diff(`${id}: store`, sortByKey(engine), sortByKey(Object.entries(kept.sessions))),
        ...diff(`${id}: deny-list`, Object.entries(denyList ?? {}), kept.denyList),
        ...diff(`${id}: refresh tokens`, Object.entries(refreshTokens ?? {}), kept.refreshTokens),
      );
    }
    return found;
  }

  function compareStorage(id: string, { storage }: ClientState): string[] {
    const isStored = strategy === 'token' && token.keptIn === 'localStorage';
    const place = Object.entries(storage[isStored ? 'localStorage' : 'memory']);
    return diff(`storage of ${id}`, sortByKey(place), sortByKey([...lane.getParty(id).items]));
  }

  async function compareClients({ clients }: State): Promise<string[]> {
    const found = diff('stolen', clients.attacker?.stolen ?? [], lane.stolen());
    for (const [id, client] of Object.entries(clients)) {
      found.push(...(await compareJar(id, client)), ...compareStorage(id, client));
      const pages = [...lane.getParty(id).browser.pages];
      found.push(...diff(`cache of ${id}`, Object.entries(client.cache ?? {}), pages));
    }
    return found;
  }

  async function takeCalls() {
    const calls = [];
    for (const id of servers.ids) {
      const taken = await servers.get(id).takeCalls();
      const { clockOffset } = servers.toConfig(id);
      for (const { method, sid } of taken) if (method !== 'get') aheads.set(sid, clockOffset);
      calls.push(...taken);
    }
    return calls;
  }

  /** Asks a server over a copy of all that the real one keeps, because a request changes that. */
  async function isAccepted(credential: string, id: ServerId): Promise<boolean> {
    const config = servers.toConfig(id);
    const kept = await servers.get(id).readKept();
    const world = structuredClone(servers.world);
    const keys = servers.keys[id] as Keys;
    const host = createHost(config, () => world, keys, { kept });
    const ask = () =>
      withServer(
        host.listener,
        async (server) => {
          const program = openBrowser((request) => sendRaw(server, request));
          return (await program.visit(lane.toRequest(credential))).response.status === 200;
        },
        isHttps(config),
      );
    return onClock(world.clock + config.clockOffset, ask);
  }

  return {
    async play(action, seconds = 0) {
      if (action.type === 'wait') {
        servers.world.clock += seconds;
        setTime(servers.world.clock);
      }
      const run = lane.deeds[action.type] as (action: Action) => Promise<unknown>;
      await run(action).catch((error: Error) => {
        if (!/^the server answered \d|^Failed to fetch$/.test(error.message)) throw error;
      });
    },
    async compare(state, messages) {
      return [
        ...compareExchanges(messages, lane.takeExchanges()),
        ...compareStoreCalls(messages, await takeCalls(), kind),
        ...(await compareKept(state)),
        ...(await compareClients(state)),
      ];
    },
    takeExchanges: lane.takeExchanges,
    async takeWaited() {
      const waited = await Promise.all(servers.ids.map((id) => servers.get(id).takeWaited()));
      return waited.reduce((sum, each) => sum + each, 0);
    },
    async probeCopy(credential) {
      for (const id of servers.ids) if (await isAccepted(credential, id)) return id;
      return null;
    },
    async close() {
      await lane.settle();
      await servers.close();
    },
  };
}

/** Tells whose dropped credential comes first after an Action. */
const OWNERS: ReadonlySet<string> = new Set([
  ...['logout', 'logoutEverywhere', 'forget', 'changePassword', 'leave', 'finishSlow'],
]);
const toOwner = (action: Action, { outcome }: LaneFrame) =>
  OWNERS.has(action.type) && 'client' in action && outcome.idle !== 'nothingSlow'
    ? (action.client ?? 'client')
    : 'client';

async function compareCopy(
  player: Player,
  { state, outcome }: LaneFrame,
  owner: string,
): Promise<string[]> {
  const client = state.clients[owner];
  const stolen = (state.clients.attacker?.stolen ?? []).filter(
    (item) => item.includes('.') || item.startsWith('s%3A'),
  );
  const token = stolen.findLast((item) => !isRefreshToken(item));
  const first = client?.discarded ?? token ?? stolen.at(-1) ?? null;
  if (first === null || !outcome.copy) return [];
  const { accepted, at = 'server', other } = outcome.copy;
  const rest = [...new Set(stolen)].filter((item) => item !== first);
  const others = [];
  for (const item of rest) others.push(await player.probeCopy(item));
  return [
    ...diff('copy accepted by', accepted ? at : null, await player.probeCopy(first)),
    ...diff(
      'another copy accepted',
      other !== undefined,
      others.some((id) => id !== null),
    ),
  ];
}

async function playLane(
  strategy: Strategy,
  { scenario, frames }: Trace,
  kind: StoreKind,
): Promise<string[]> {
  const { settings, actions } = scenario;
  const player = await openPlayer(strategy, settings, actions, kind);
  const differences: string[] = [];
  const waiting = holdRequests();
  let clock = settings.start;
  try {
    for (const [i, action] of actions.entries()) {
      const lane = frames
        .filter(({ actionIndex }) => actionIndex === i)
        .map((frame) => frame[strategy]);
      const last = lane.at(-1) as LaneFrame;
      await player.play(action, last.state.clock - clock);
      clock = last.state.clock;
      const messages = waiting.hold(
        action,
        lane.flatMap((frame) => frame.messages),
      );
      const found = await player.compare(last.state, messages);
      const waited = lane.reduce((sum, { outcome }) => sum + (outcome.waitedMs ?? 0), 0);
      found.push(...diff('ms of waiting for the store', waited, await player.takeWaited()));
      if (action.type !== 'login')
        found.push(...(await compareCopy(player, last, toOwner(action, last))));
      differences.push(
        ...found.map((text) => `${strategy}, action ${i} (${action.type}): ${text}`),
      );
    }
  } finally {
    await player.close();
  }
  return differences;
}

/**
 * Runs a Scenario in the engine and plays it against the reference servers, and returns where the
 * two differ: nowhere, when the engine is right. In Redis there are only sessions.
 */
export async function findDifferences(
  scenario: Pick<Scenario, 'settings' | 'actions'>,
  kind: StoreKind = 'LevelDB',
): Promise<string[]> {
  const trace = await runScenario({ id: 'played', title: '', question: '', ...scenario });
  const differences: string[] = [];
  // One lane after the other: they share the fake clock.
  for (const strategy of kind === 'Redis' ? (['session'] as const) : STRATEGIES) {
    const found = await atTime(scenario.settings.start, () => playLane(strategy, trace, kind));
    differences.push(...found);
  }
  return differences;
}
