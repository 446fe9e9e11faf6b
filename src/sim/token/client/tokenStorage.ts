import {
  listCookies,
  REFRESH_KEY,
  readCookie,
  readToken,
  receiveCookies,
  TOKEN_KEY,
} from '../../client/client.ts';
import { keepCsrfToken } from '../../client/csrfToken.ts';
import { toFetchingPage, toWithheld } from '../../client/pageFetch.ts';
import type { Recorder } from '../../lanes/recorder.ts';
import type { Message } from '../../message.ts';
import type { Settings } from '../../settings.ts';
import type { ClientState, State } from '../../state.ts';
import { getClient, patchClient } from '../../state.ts';
import type { Issued } from '../jwt/issue.ts';
import { TOKEN_PAGE } from '../page.ts';
import { isRefreshInCookie } from '../refresh/refreshCookie.ts';
import { readTokenCookieName, toTokenCookieName } from './cookieName.ts';

/** Where the client's code keeps what it gets; a refresh token beside a token in a cookie is in memory. */
const toPlace = ({ token }: Settings) => (token.keptIn === 'cookie' ? 'memory' : token.keptIn);

/** Returns the token that a client of a Scenario holds: what its code keeps, or the cookie. */
export function readTokenOf(client: ClientState, settings: Settings): string | null {
  return readToken(client) ?? readCookie(client, toTokenCookieName(settings));
}

/** Returns the tokens that a browser holds, by what the servers call their cookie, the one that they read first. */
export function listHeldTokens(state: State, browser: string): readonly string[] {
  const client = getClient(state, browser);
  const token = readToken(client);
  const cookies = listCookies(client.jar, readTokenCookieName(state)).map(({ value }) => value);
  return token === null ? cookies : [token, ...cookies];
}

/** Returns the token that a browser holds, of several the one that servers read. */
export const readHeldToken = (state: State, browser: string): string | null =>
  listHeldTokens(state, browser)[0] ?? null;

/** Returns the refresh token that a client keeps, its code or the browser; `null` without one. */
export function readRefreshToken(client: ClientState): string | null {
  const { memory, localStorage } = client.storage;
  return memory[REFRESH_KEY] ?? localStorage[REFRESH_KEY] ?? readCookie(client, REFRESH_KEY);
}

/** Lets a client keep what a response gave it; `false`: the browser refused the cookie. */
export function keepToken(
  recorder: Recorder,
  response: Message,
  { token }: Issued,
  refreshToken: string | null,
): boolean {
  const { settings } = recorder;
  const page = toFetchingPage(TOKEN_PAGE, settings);
  receiveCookies(recorder, response, page);
  if (!toWithheld(recorder, response, page).blocked) keepCsrfToken(recorder, response, page);
  const client = getClient(recorder.state, response.to);
  const place = toPlace(settings);
  const items = {
    ...client.storage[place],
    ...(settings.token.keptIn === 'cookie' ? {} : { [TOKEN_KEY]: token }),
    ...(refreshToken === null || isRefreshInCookie(settings)
      ? {}
      : { [REFRESH_KEY]: refreshToken }),
  };
  const storage = { ...client.storage, [place]: items };
  recorder.set(patchClient(recorder.state, response.to, { storage, discarded: null }));
  // Another of that name, planted or from before, may stand before it.
  const cookies = listCookies(client.jar, toTokenCookieName(settings));
  return settings.token.keptIn !== 'cookie' || cookies.some(({ value }) => value === token);
}

/** Lets a client's code drop its tokens. A cookie that no script can reach stays. */
export function dropTokens(recorder: Recorder, clientId: string): void {
  const { storage } = getClient(recorder.state, clientId);
  const { [TOKEN_KEY]: _m, [REFRESH_KEY]: _mr, ...memory } = storage.memory;
  const { [TOKEN_KEY]: _l, [REFRESH_KEY]: _lr, ...localStorage } = storage.localStorage;
  recorder.set(patchClient(recorder.state, clientId, { storage: { memory, localStorage } }));
}
