import { createSessionClient, createTokenClient } from '../../../src/reference/client.js';
import { createDesignedTokenClient } from '../../../src/reference/clientDesigns.js';
import type { Settings } from '../../../src/sim/settings.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import type { Browser } from './browser.ts';

/** Somebody with a browser, in which the reference client runs. */
export interface Party {
  readonly browser: Browser;
  /** What the page's code keeps, in whichever storage. */
  readonly items: Map<string, string>;
  logIn(username: string, password: string): Promise<unknown>;
  getProfile(): Promise<unknown>;
  logOut(): Promise<unknown>;
  refresh(refreshToken: string): Promise<unknown>;
}

/** Stands in for the browser's storage. */
const toStorage = (items: Map<string, string>) =>
  ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }) as unknown as Storage;

const never = async () => {
  throw new Error('this client has no refresh token');
};

/** Tells whether the client of client.js will do: its logout tells nobody. */
const isPlain = ({ token }: Settings) =>
  token.keptIn !== 'cookie' && token.refreshLifetime === undefined && !token.denyList;

/** Makes the reference client that a Scenario is about. */
export function createClientOf(strategy: Strategy, settings: Settings, browser: Browser): Party {
  const { origin, token } = settings;
  const items = new Map<string, string>();
  const parts = { baseUrl: origin, fetch: browser.fetch };
  if (strategy === 'session') {
    return { browser, items, refresh: never, ...createSessionClient(parts) };
  }
  const storage = toStorage(items);
  if (isPlain(settings)) {
    return { browser, items, refresh: never, ...createTokenClient({ ...parts, storage }) };
  }
  const inCookie = token.keptIn === 'cookie';
  const client = createDesignedTokenClient({ ...parts, storage, inCookie });
  return { browser, items, ...client };
}
