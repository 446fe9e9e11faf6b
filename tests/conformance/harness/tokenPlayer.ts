import { createTokenClient } from '../../../src/reference/client.js';
import type { Settings } from '../../../src/sim/settings.ts';
import { makeTokenApp } from './apps.ts';
import { openBrowser } from './browser.ts';
import { compareExchanges, diff } from './compare.ts';
import type { Player } from './player.ts';
import { listen } from './server.ts';
import { sendRaw } from './wire.ts';

/** Stands in for the browser's storage. */
function makeStorage() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

/** Plays the token lane: reference server, client.js, a storage. */
export async function openTokenPlayer(settings: Settings): Promise<Player> {
  const { origin, user, token } = settings;
  const server = await listen(makeTokenApp(settings));
  const browser = openBrowser(() => server);
  const storage = makeStorage();
  const client = createTokenClient({
    baseUrl: origin,
    fetch: browser.fetch,
    storage: storage as unknown as Storage,
  });

  return {
    actions: {
      login: ({ password = user.password }) => client.logIn(user.username, password),
      request: () => client.getProfile(),
      logout: () => client.logOut(),
    },
    async compare(state, messages) {
      const place =
        state.clients.client?.storage[token.keptIn === 'cookie' ? 'memory' : token.keptIn] ?? {};
      return [
        ...compareExchanges(messages, browser.takeExchanges()),
        ...diff('client storage', Object.entries(place), [...storage.items]),
      ];
    },
    takeExchanges: browser.takeExchanges,
    async probeCopy(credential) {
      const headers = [
        ['Host', new URL(origin).host],
        ['Authorization', `Bearer ${credential}`],
      ] as const;
      const probe = { method: 'GET', target: '/profile', headers, body: null };
      return (await sendRaw(server, probe)).response.status === 200;
    },
    close: server.close,
  };
}
