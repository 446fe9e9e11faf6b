import { listCookies, REFRESH_KEY } from '../../../sim/client/client.ts';
import type { StoredCookie } from '../../../sim/client/jar.ts';
import type { Moment } from '../moment.ts';

/** Tells whether a run's refresh tokens are in a cookie of their own. */
export const hasRefreshCookie = ({ settings: { token } }: Moment): boolean =>
  token.refreshInCookie === true && token.refreshLifetime !== undefined;

/** Returns the refresh token's cookie in a browser's jar, or `undefined`. */
export const findRefreshCookie = (
  { lane: { state } }: Moment,
  browser: string,
): StoredCookie | undefined => listCookies(state.clients[browser]?.jar ?? [], REFRESH_KEY)[0];
