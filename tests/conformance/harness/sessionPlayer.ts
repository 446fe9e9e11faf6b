import { createSessionClient } from '../../../src/reference/client.js';
import type { StoredCookie } from '../../../src/sim/client/jar.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import type { State } from '../../../src/sim/state.ts';
import { makeGenid, makeSessionApp } from './apps.ts';
import { openBrowser } from './browser.ts';
import { compareExchanges, compareStoreCalls, diff } from './compare.ts';
import type { Player } from './player.ts';
import { listen, withServer } from './server.ts';
import { SpyStore } from './spyStore.ts';
import { sendRaw } from './wire.ts';

/** Plays the session lane: reference server, MemoryStore, client.js, tough-cookie. */
export async function openSessionPlayer(settings: Settings): Promise<Player> {
  const { origin, user, seed } = settings;
  const store = new SpyStore();
  const server = await listen(makeSessionApp(settings, { store, genid: makeGenid(seed) }));
  const browser = openBrowser(() => server);
  const client = createSessionClient({ baseUrl: origin, fetch: browser.fetch });

  async function compareCookies(state: State): Promise<string[]> {
    const real = (await browser.jar.getCookies(origin)).map((cookie) => ({
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
    const jar = state.clients.client?.jar ?? [];
    const engine = jar.map(({ created: _, ...cookie }: StoredCookie) => cookie);
    return diff('cookie jar', engine, real);
  }

  /** Asks a second server over a copy of the store, because a request moves the first one's expiry. */
  async function probeCopy(credential: string): Promise<boolean> {
    const copy = new SpyStore();
    copy.sessions = { ...store.sessions };
    const app = makeSessionApp(settings, { store: copy, genid: makeGenid('probe') });
    const headers = [
      ['Host', new URL(origin).host],
      ['Cookie', `connect.sid=${credential}`],
    ] as const;
    const probe = { method: 'GET', target: '/profile', headers, body: null };
    const { response } = await withServer(app, (second) => sendRaw(second, probe));
    return response.status === 200;
  }

  return {
    actions: {
      login: ({ password = user.password }) => client.logIn(user.username, password),
      request: () => client.getProfile(),
      logout: () => client.logOut(),
    },
    async compare(state, messages) {
      const records = Object.entries(state.stores.sessionStore?.sessions ?? {});
      const engine = records.map(([sid, record]) => [sid, JSON.stringify(record)]);
      return [
        ...compareExchanges(messages, browser.takeExchanges()),
        ...compareStoreCalls(messages, store.takeCalls()),
        ...diff('store content', engine, Object.entries(store.sessions)),
        ...(await compareCookies(state)),
      ];
    },
    takeExchanges: browser.takeExchanges,
    probeCopy,
    close: server.close,
  };
}
