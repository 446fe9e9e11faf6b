import type { IdleReason } from '../../../sim/outcome.ts';
import type { Moment } from '../../read/moment.ts';
import type { BrowserNames } from '../names.ts';
import { nameBrowserInCell, namePartsFirst } from '../names.ts';

/** Says in a cell that a browser did not take a cookie. */
const sayRefusedCookie = (browser: string) => `${nameBrowserInCell(browser)} refuses the cookie`;

/** Says in a cell why a lane has nothing to do; some name the browser by its ID. */
const IDLE_CELLS: Readonly<Record<IdleReason, string | ((browser: string) => string)>> = {
  start: 'Not started',
  loginRefused: 'Nothing made: login refused',
  nothingToStore: 'Nothing to store',
  recordDestroyed: 'Record is destroyed',
  recordKept: 'Session stays on server',
  noSessionOpened: 'No session to destroy',
  noServerState: 'No server cleanup needed',
  cleanedAtLogout: 'Cleaned up at logout',
  ended: 'The run is over',
  cookieRefused: sayRefusedCookie,
  cookieInsecure: sayRefusedCookie,
  cookieExpired: 'Cookie has expired already',
  cookieOmitted: (browser) => `${nameBrowserInCell(browser)} leaves the cookie out`,
  cookieOfOtherSite: sayRefusedCookie,
  cookieOfThirdParty: sayRefusedCookie,
  cookieOfOtherDomain: sayRefusedCookie,
  cookieBreaksPrefix: sayRefusedCookie,
  preflightRefused: (browser) => `${nameBrowserInCell(browser)} does not send it`,
  nothingHeld: 'No credential there',
  nothingStolen: 'Nothing stolen to use',
  scriptCannotRead: 'Script does not find it',
  cookieHasNoPayload: 'A cookie has no payload',
  cookieHasNoSid: 'The cookie has no session ID',
  tokenHasNoSid: 'A token has no session ID',
  cookieHasOneAlgorithm: 'A cookie names no algorithm',
  noCookieToPlant: 'Server gives out no cookie',
  nothingToPlant: 'Nothing rides along by itself',
  noTokenToPlant: 'Server gives out no token',
  plantBehindHttpOnly: 'Browser refuses the cookie',
  plantWithoutSubdomains: 'Browser refuses the cookie',
  plantBehindSecure: 'Browser refuses the cookie',
  plantBehindPrefix: 'Browser refuses the cookie',
  slidesByItself: 'A session needs no refresh',
  nothingToRefresh: 'Nothing to refresh',
  noRefreshTokens: 'No refresh tokens here',
  databaseNotAsked: 'Token still says what was',
  nothingSlow: 'Nothing is under way',
  storeInProcess: 'Store is part of the process',
  noStoreAsked: 'Server asks no session store',
  storeIsDown: 'Store is down',
  userNotLookedUp: 'Record still says what was',
  cookieNotLookedUp: 'Cookie still says what was',
};

/** Says in a cell why a lane has nothing to do, by name where that is the browser's doing. */
export function sayIdleCell(idle: IdleReason, { browser }: Pick<Moment, 'browser'>): string {
  const cell = IDLE_CELLS[idle];
  return typeof cell === 'string' ? cell : cell(browser);
}

/** The same as a badge, where a cell has more room than that; not one of them says that all is over. */
export const IDLE_BADGES: Readonly<Partial<Record<IdleReason, string>>> = {
  loginRefused: 'Nothing made',
  recordDestroyed: 'Destroyed at logout',
  recordKept: 'Record kept',
  noSessionOpened: 'No session opened',
  noServerState: 'Nothing to delete',
  cleanedAtLogout: 'Done at logout',
  ended: 'Ended',
  nothingHeld: 'Nothing there',
  nothingStolen: 'Nothing to send',
  slidesByItself: 'Not needed',
  noRefreshTokens: 'None here',
  databaseNotAsked: 'No effect',
  userNotLookedUp: 'No effect',
  storeInProcess: 'No effect',
  noStoreAsked: 'No effect',
};

/** The same as a sentence, with the reason for it; some name the browser or the client. */
export const IDLE_SENTENCES = {
  start: 'Nothing has happened yet.',
  loginRefused: 'The login was refused, so nothing is made.',
  nothingToStore: 'The response held no credential, so there is nothing to keep.',
  recordDestroyed: 'The record went with the logout request.',
  recordKept: 'The record is still there, and the old session ID still opens it.',
  noSessionOpened: 'The logout opened no session, so no record went with it.',
  noServerState: 'The server never wrote the token down, so it has nothing to delete.',
  cleanedAtLogout: 'What the server kept about the token was changed with the logout request.',
  ended: 'The run is over.',
  cookieRefused: (names: BrowserNames) =>
    `${names.browser} refuses the cookie without an error: name and value are more than 4096 bytes. The login was answered 200, and still nobody is logged in.`,
  cookieInsecure: (names: BrowserNames) =>
    `${names.browser} refuses the cookie without an error: it takes SameSite=None only together with Secure, and Secure only over https. Whatever the server answered, nobody is logged in by it.`,
  cookieExpired: (names: BrowserNames) =>
    `${names.browser} does not keep the cookie: its Expires has passed as it comes. Whatever the server answered, nobody is logged in by it.`,
  cookieOmitted: (names: BrowserNames) =>
    `${names.browser} does not keep the cookie: the page’s code called fetch without credentials: 'include'. That leaves cookies out both ways, and the console says nothing. Whatever the server answered, nobody is logged in by it.`,
  cookieOfOtherSite: (names: BrowserNames) =>
    `${names.browser} refuses the cookie without an error: the page is of another site than the server. There only SameSite=None with Secure comes through. Whatever the server answered, nobody is logged in by it.`,
  cookieOfThirdParty: (names: BrowserNames) =>
    `${names.browser} blocks third-party cookies, and so refuses one that a page of another site fetches, without an error. SameSite=None does not help. Whatever the server answered, nobody is logged in by it.`,
  cookieOfOtherDomain: (names: BrowserNames) =>
    `${names.browser} refuses the cookie without an error: the server’s host is not in the cookie’s Domain. Whatever the server answered, nobody is logged in by it.`,
  cookieBreaksPrefix: (names: BrowserNames) =>
    `${names.browser} refuses the cookie without an error: its name promises by a prefix what its attributes do not keep. __Secure- demands Secure; __Host- demands Secure, Path=/ and no Domain; __Http- demands Secure and HttpOnly. Whatever the server answered, nobody is logged in by it.`,
  preflightRefused: (names: BrowserNames) =>
    `${names.browser} did not send the request: the server does not let the page.`,
  nothingHeld: (names: BrowserNames) => `${names.client} holds no credential at this moment.`,
  nothingStolen: 'The attacker has nothing that would open a page, so it sends nothing.',
  scriptCannotRead:
    'The script looks in document.cookie and localStorage and does not find the credential. HttpOnly cookies are out of its reach, and a variable is no storage. It can still act from inside the page.',
  cookieHasNoPayload:
    'The cookie holds a session ID and a signature and no data, so there is no payload to change. The data is in the store.',
  cookieHasNoSid: 'The cookie holds the data itself and no session ID: nothing is looked up by it.',
  tokenHasNoSid: 'A token holds no session ID: nothing is looked up by it.',
  cookieHasOneAlgorithm:
    'The cookie names no algorithm, so nobody can ask for another one: the server knows only its own.',
  noCookieToPlant:
    'Asked for a page without a login, the server sets no cookie (saveUninitialized is off). So the attacker has no real one to plant.',
  nothingToPlant:
    'No browser attaches a token by itself, and none exists before the login, so there is nothing to plant.',
  noTokenToPlant:
    'Asked for a page without a login, the server hands out no token, so the attacker has no real one to plant.',
  plantBehindHttpOnly:
    'A script in the page sets the attacker’s cookie, and the browser refuses it without an error. One of the same name, host and path is there that is HttpOnly, and no script replaces that.',
  plantWithoutSubdomains:
    'The browser refuses the cookie without an error: its Domain is a single name or an address. No other host may set cookies for one of these.',
  plantBehindSecure:
    'Somebody on the network answers a request over plain http with the attacker’s cookie, and the browser refuses it without an error. A Secure cookie of that name is there, and http does not touch that.',
  plantBehindPrefix:
    'The browser refuses the attacker’s cookie without an error: what the prefix of its name promises cannot be kept from there. With __Host- there is no Domain and no Path but /, with __Secure- no plain http, with __Http- no script.',
  slidesByItself: 'The session slides with use: it needs no second credential to live on.',
  nothingToRefresh:
    'The data in the cookie has no end that a second credential could move: it holds for as long as the key is the same.',
  noRefreshTokens:
    'This design has no refresh tokens: when the token expires, the user logs in again.',
  databaseNotAsked:
    'The row in the database changes. This token server looks nobody up at a request. It reads the token, which says what was so when it was signed.',
  storeInProcess:
    'This store is a MemoryStore, a variable of the server’s own process: it is there as long as the server is.',
  noStoreAsked: 'A token’s server asks no session store, so nothing changes here.',
  storeIsDown: 'The session store is down: nothing is read from it, and nothing is removed.',
  nothingSlow: (names: BrowserNames) =>
    `${names.browser} waits for no answer: no request of it is under way.`,
  cookieNotLookedUp:
    'The row in the database changes. This session server looks nobody up at a request. It copied the user into the cookie at the login, and asks that ever since.',
  userNotLookedUp:
    'The row in the database changes. This session server looks nobody up at a request. It copied the user into the record at the login, and asks that ever since.',
} satisfies Readonly<Record<IdleReason, string | ((names: BrowserNames) => string)>>;

/** Says why a lane has nothing to do, and whose client or browser that is about. */
export function sayIdleReason(reason: IdleReason, { browser }: Moment): string {
  const words = IDLE_SENTENCES[reason];
  return typeof words === 'string' ? words : words(namePartsFirst(browser));
}
