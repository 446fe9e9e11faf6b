import type { Strategy } from '../../sim/strategy.ts';

/** The lesson on a card, which is that of the walk whatever run is on show. */
export const SNAPSHOT: Readonly<Record<Strategy, readonly string[]>> = {
  session: [
    'The server stores the session’s data.',
    'The client gets a cookie with the session ID.',
    'The browser sends the cookie by itself.',
    'The server checks the session on every request.',
  ],
  token: [
    'The server creates a signed token, a JWT.',
    'The client stores the token, in localStorage or in memory.',
    'The client sends the token in the Authorization header.',
    'The server verifies the token’s signature.',
  ],
};

export const SNAPSHOT_LOGOUT: Readonly<Record<Strategy, string>> = {
  session: 'Logout in the walk: the session is destroyed on the server.',
  token: 'Logout in the walk: the token is deleted on the client.',
};

/** True of the walk; what it is not true of stands beside it. */
export const SNAPSHOT_IN_SHORT =
  'In this walk tokens are stateless; sessions need memory on the server. A deny-list or refresh tokens need it too; a session that is all in its cookie does not.';
