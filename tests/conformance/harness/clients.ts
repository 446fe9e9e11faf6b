import { createSessionClient, createTokenClient } from '../../../src/reference/client.js';
import { createDesignedTokenClient } from '../../../src/reference/clientDesigns.js';
import { withCsrfToken } from '../../../src/reference/csrfClient.js';
import type { Settings } from '../../../src/sim/settings.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import type { Browser } from './browser.ts';
import { openPageFetch } from './pageFetch.ts';

/** Somebody with a browser, in which the reference client runs. */
export interface Party {
  readonly browser: Browser;
  /** As the page's code calls it. */
  readonly fetch: typeof globalThis.fetch;
  /** What the page's code says to it. */
  readonly credentials: RequestCredentials;
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

const GUARDED = ['/transfer', '/password', '/logout-everywhere'];

/** Makes the reference client that a Scenario is about. */
export function createClientOf(strategy: Strategy, settings: Settings, browser: Browser): Party {
  const { origin, token, frontEnd } = settings;
  const items = new Map<string, string>();
  const plain = openPageFetch(browser, { origin: frontEnd?.origin ?? origin, csrf: settings.csrf });
  const fetch = settings.csrf === 'token' ? withCsrfToken(plain, items, GUARDED) : plain;
  const parts = { baseUrl: origin, fetch };
  const refreshInCookie = token.refreshInCookie && token.refreshLifetime !== undefined;
  const isInCookie = strategy === 'session' || token.keptIn === 'cookie' || refreshInCookie;
  const said = frontEnd && isInCookie ? { credentials: frontEnd.credentials } : {};
  const credentials = said.credentials ?? (isInCookie ? 'same-origin' : 'omit');
  const page = { browser, fetch, credentials, items };
  if (strategy === 'session') {
    return { ...page, refresh: never, ...createSessionClient({ ...parts, ...said }) };
  }
  const storage = toStorage(items);
  if (isPlain(settings)) {
    return { ...page, refresh: never, ...createTokenClient({ ...parts, storage }) };
  }
  const inCookie = token.keptIn === 'cookie';
  const client = createDesignedTokenClient({
    ...{ ...parts, ...said, storage, inCookie },
    ...(refreshInCookie && { refreshInCookie }),
  });
  return { ...page, ...client };
}
