import { SERVER } from '../../actors.ts';
import { TOKEN_KEY } from '../../client/client.ts';
import type { Settings } from '../../settings.ts';
import type { State } from '../../state.ts';
import { getServer } from '../../state.ts';

/** Returns the name of the cookie in which a Scenario's servers set the token, where they set one. */
export const toTokenCookieName = ({ token }: Pick<Settings, 'token'>): string =>
  token.cookieName ?? TOKEN_KEY;

/** Reads the name of the token's cookie off the servers. */
export const readTokenCookieName = (state: State): string =>
  getServer(state, SERVER).tokenCookieName ?? TOKEN_KEY;
