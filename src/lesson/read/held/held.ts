import { CLIENT } from '../../../sim/actors.ts';
import { listCookies, TOKEN_KEY } from '../../../sim/client/client.ts';
import type { StoredCookie } from '../../../sim/client/jar.ts';
import { listPairs } from '../../../sim/cookieSession/held.ts';
import { DATA_COOKIE } from '../../../sim/cookieSession/pair.ts';
import { readCookieName } from '../../../sim/session/setCookie.ts';
import type { ClientState, State } from '../../../sim/state.ts';
import { readStolen } from '../../../sim/state.ts';
import type { Strategy } from '../../../sim/strategy.ts';
import { readTokenCookieName } from '../../../sim/token/client/cookieName.ts';
import { isAccessToken } from '../../../sim/token/jwt/accessToken.ts';
import { isAttackersBrowser } from '../../told/actorIds.ts';
import type { Moment } from '../moment.ts';

export { isAccessToken };

export type TokenPlace = 'cookie' | 'memory' | 'localStorage';

/** A token that a client keeps, and where. */
export interface HeldToken {
  readonly value: string;
  readonly place: TokenPlace;
}

const findClient = (state: State, browser: string): ClientState | undefined =>
  Object.hasOwn(state.clients, browser) ? state.clients[browser] : undefined;

/** Returns the session cookies in a browser's jar, the one that servers read first. */
export const listSessionCookies = (
  state: State,
  browser: string = CLIENT,
): readonly StoredCookie[] => {
  const { jar = [] } = findClient(state, browser) ?? {};
  return [...listCookies(jar, readCookieName(state)), ...listDataCookies(jar)];
};

/** Returns the cookies that hold a session's data, each with its signature in its value. */
function listDataCookies(jar: readonly StoredCookie[]): readonly StoredCookie[] {
  const pairs = listPairs(jar);
  return listCookies(jar, DATA_COOKIE).map((cookie, i) => ({
    ...cookie,
    value: pairs[i] ?? cookie.value,
  }));
}

/** Returns what a lane's credential is called where it is a cookie. */
export const readCredentialName = (strategy: Strategy, state: State): string =>
  strategy === 'session' ? readCookieName(state) : readTokenCookieName(state);

/** Returns the cookies in a browser's jar that are a lane's credential, the one that servers read first. */
export const listCredentialCookies = (
  strategy: Strategy,
  state: State,
  browser: string = CLIENT,
): readonly StoredCookie[] =>
  strategy === 'session'
    ? listSessionCookies(state, browser)
    : listCookies(findClient(state, browser)?.jar ?? [], readTokenCookieName(state));

/** Returns the session cookie in a browser's jar, of several the one that servers read, or `undefined`. */
export const findCookie = (state: State, browser: string = CLIENT): StoredCookie | undefined =>
  listSessionCookies(state, browser)[0];

/** Returns the token that a client keeps and where, or `null`. */
export function findToken(state: State, browser: string = CLIENT): HeldToken | null {
  const client = findClient(state, browser);
  const cookie = findTokenCookie(state, browser);
  if (cookie) return { value: cookie.value, place: 'cookie' };
  const { memory = {}, localStorage = {} } = client?.storage ?? {};
  if (memory[TOKEN_KEY]) return { value: memory[TOKEN_KEY], place: 'memory' };
  if (localStorage[TOKEN_KEY]) return { value: localStorage[TOKEN_KEY], place: 'localStorage' };
  return null;
}

/** Returns the cookie that a token is kept in, or `undefined`. */
export const findTokenCookie = (state: State, browser: string = CLIENT): StoredCookie | undefined =>
  listCredentialCookies('token', state, browser)[0];

/** Returns the credential that a browser holds: the cookie's value, or the token; `null` for none. */
export function readHeld({ strategy, lane: { state }, browser }: Moment): string | null {
  if (strategy === 'session') return findCookie(state, browser)?.value ?? null;
  return findToken(state, browser)?.value ?? null;
}

/** Returns the values of all cookies or tokens in a browser that are a lane's credential. */
export function listCredentials(
  strategy: Strategy,
  state: State,
  browser: string = CLIENT,
): readonly string[] {
  if (strategy === 'session') return listSessionCookies(state, browser).map(({ value }) => value);
  const cookies = listCredentialCookies(strategy, state, browser).map(({ value }) => value);
  return [...cookies, findToken(state, browser)?.value ?? []].flat();
}

/** Returns the credential that a browser last threw away; `null` for none. */
export const readDiscarded = (state: State, browser: string = CLIENT): string | null =>
  findClient(state, browser)?.discarded ?? null;

/** Returns what the attacker has stolen, the latest last. */
export const listStolen = (state: State): readonly string[] => readStolen(state);

/** Tells whether the attacker has stolen something that opens pages, not only a refresh token. */
export const hasStolen = ({ strategy, lane: { state } }: Moment): boolean =>
  listStolen(state).some((item) => strategy === 'session' || isAccessToken(item));

/** Tells whether anybody holds a token, or a client has dropped one. */
export function isTokenOut({ lane: { state } }: Moment): boolean {
  const browsers = Object.keys(state.clients).filter((id) => !isAttackersBrowser(id));
  return (
    browsers.some((id) => findToken(state, id) !== null || readDiscarded(state, id) !== null) ||
    listStolen(state).length > 0
  );
}
