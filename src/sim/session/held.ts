import { readCookie } from '../client/client.ts';
import { readPair } from '../cookieSession/held.ts';
import type { ClientState } from '../state.ts';
import { SESSION_COOKIE } from './setCookie.ts';

/** Returns the session that a browser holds: the cookie of its ID, or that of its data with its signature; `null` without one. */
export const readHeldSession = (client: ClientState): string | null =>
  readCookie(client, SESSION_COOKIE) ?? readPair(client);
