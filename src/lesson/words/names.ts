import type { Strategy } from '../../sim/strategy.ts';
import { isApp, isFirstBrowser, isSecondServer } from '../read/actor.ts';
import { nameBrowser } from '../texts/browserNames.ts';

/** What a lane's credential is called in a sentence. */
export const CREDENTIALS: Readonly<Record<Strategy, string>> = {
  session: 'cookie',
  token: 'token',
};

/** Writes a text's first letter large. */
export const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Names a server in a sentence. */
export const nameServer = (id: string): string =>
  isSecondServer(id) ? 'the second server' : 'the server';

/** Names a server where a sentence begins. */
export const nameServerFirst = (id: string): string => capitalize(nameServer(id));

/** Says where something happens, when that is not the one server: ` at the second server`. */
export const sayAt = (id: string): string => (isSecondServer(id) ? ' at the second server' : '');

/** Says from where an answer comes, when that is not the one server: ` from the second server`. */
export const sayFrom = (id: string): string =>
  isSecondServer(id) ? ' from the second server' : '';

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
