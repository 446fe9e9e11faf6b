import type { Strategy } from '../../sim/strategy.ts';
import type { Moment } from '../read/moment.ts';
import { hasTwoServers } from '../read/server/servers.ts';
import { nameBrowser } from '../texts/browserNames.ts';
import { isApp, isFirstBrowser, isSecondServer } from '../told/actorIds.ts';

/** What a lane's credential is called in a sentence. */
export const CREDENTIALS: Readonly<Record<Strategy, string>> = {
  session: 'cookie',
  token: 'token',
};

/** Writes a text's first letter large. */
export const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A step, for the name of the server that it is about. */
type At = Pick<Moment, 'server' | 'lane'>;

/** Names one of two servers. */
export const nameOfTwo = (id: string): string => `server ${isSecondServer(id) ? 'B' : 'A'}`;

/** Names a server in a sentence: the one server, or one of two by its letter. */
export const nameServer = (at: At): string =>
  hasTwoServers(at) ? nameOfTwo(at.server) : 'the server';

/** Names a server where a sentence begins. */
export const nameServerFirst = (at: At): string => capitalize(nameServer(at));

/** Says where something happens, where there are two servers: ` at server B`. */
export const sayAt = (at: At): string => (hasTwoServers(at) ? ` at ${nameServer(at)}` : '');

/** Says from where an answer comes, where there are two servers: ` from server B`. */
export const sayFrom = (at: At): string => (hasTwoServers(at) ? ` from ${nameServer(at)}` : '');

/** What the parts of a browser are called inside a sentence, by whose it is. */
export interface BrowserNames {
  readonly browser: string;
  /** The page in it. */
  readonly page: string;
  /** The code of that page. */
  readonly code: string;
  readonly client: string;
  /** Its cookie jar. */
  readonly jar: string;
}

const FIRST: BrowserNames = {
  browser: 'the browser',
  page: 'the page',
  code: 'the page’s own code',
  client: 'the client',
  jar: 'the jar',
};

/** An app is no browser: it has a library that keeps cookies, and no page. */
const APP: BrowserNames = {
  browser: 'the app’s HTTP library',
  page: 'the app',
  code: 'the app’s own code',
  client: 'the app',
  jar: 'the app’s jar',
};

/** Names the parts of a browser; the user's first one is just the browser. */
export function nameParts(id: string): BrowserNames {
  if (isFirstBrowser(id)) return FIRST;
  if (isApp(id)) return APP;
  const name = `the ${nameBrowser(id)}`;
  const isBrowser = name.endsWith('browser');
  return {
    browser: isBrowser ? name : `${name}’s browser`,
    page: `${name}’s page`,
    code: `${name}’s own code`,
    client: isBrowser ? name : `${name}’s client`,
    jar: `${name}’s jar`,
  };
}

/** Names a client in a few words, without an article: `client`, `attacker`, `phone`. */
export const nameClient = (id: string): string => (isFirstBrowser(id) ? 'client' : nameBrowser(id));

/** Names who acts where a cell begins: `Client`, `Attacker`, `Phone`. */
export const nameInCell = (id: string): string => capitalize(nameClient(id));

/** Names the browser of who acts in a cell: `Browser`, `Attacker’s browser`, `Second browser`. */
export function nameBrowserInCell(id: string): string {
  if (isFirstBrowser(id)) return 'Browser';
  if (isApp(id)) return 'App’s HTTP library';
  const name = nameInCell(id);
  return name.endsWith('browser') ? name : `${name}’s browser`;
}

/** Names the parts of a browser where a sentence begins. */
export function namePartsFirst(id: string): BrowserNames {
  const { browser, page, code, client, jar } = nameParts(id);
  return {
    browser: capitalize(browser),
    page: capitalize(page),
    code: capitalize(code),
    client: capitalize(client),
    jar: capitalize(jar),
  };
}
