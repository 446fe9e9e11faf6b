import { readCookie } from '../client/client.ts';
import { readPair } from '../cookieSession/held.ts';
import type { State } from '../state.ts';
import { getClient } from '../state.ts';
import { readCookieName } from './setCookie.ts';

/** Returns the session that a browser holds: the cookie of its ID, or that of its data with its signature; `null` without one. */
export function readHeldSession(state: State, browser: string): string | null {
  const client = getClient(state, browser);
  return readCookie(client, readCookieName(state)) ?? readPair(client);
}
