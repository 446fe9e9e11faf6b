import { SECOND_SERVER } from '../actors.ts';
import { injectScript, steal } from '../attack/theft.ts';
import { crossSite, forge, replay, tamper } from '../attack/visits.ts';
import { drawFirstSecret } from '../bootSecret.ts';
import type { Lane } from '../lane.ts';
import { passTime, rest } from '../lane.ts';
import type { Settings } from '../settings.ts';
import { makeStart } from '../start.ts';
import { changePassword, logOutEverywhere } from './account.ts';
import { TOKEN_ARSENAL } from './arsenal.ts';
import { logIn } from './login.ts';
import { logOut } from './logout.ts';
import { ban, demote, forget, plant, restart, rotateSecret } from './operations.ts';
import { refresh } from './refresh.ts';
import { checkCopy } from './verifyRequest.ts';
import { requestPage } from './visit.ts';

function toSecret(settings: Settings, server: string): string {
  if (settings.secretAtBoot === 'random') return drawFirstSecret(settings, 'token', server);
  const own = server === SECOND_SERVER ? settings.second?.tokenSecret : undefined;
  return own ?? settings.token.secret;
}

/** The token-based lane: an HS256 JWT, kept by the client, verified without any store. */
export const tokenLane: Lane = {
  start: (settings) => {
    const { denyList, kid, refreshLifetime } = settings.token;
    return makeStart(settings, (server) => ({
      secrets: [toSecret(settings, server)],
      store: null,
      denyList: denyList ? {} : null,
      ...(kid && { keyIds: ['k1'] }),
      ...(refreshLifetime !== undefined && { refreshTokens: {} }),
    }));
  },
  actions: {
    login: logIn,
    request: requestPage,
    logout: logOut,
    logoutEverywhere: logOutEverywhere,
    changePassword,
    wait: (recorder, action) => passTime(recorder, action, checkCopy),
    end: (recorder) => rest(recorder, checkCopy),
    restart,
    forget,
    steal: (recorder, action) => steal(TOKEN_ARSENAL, recorder, action),
    replay: (recorder, action) => replay(TOKEN_ARSENAL, recorder, action),
    tamper: (recorder, action) => tamper(TOKEN_ARSENAL, recorder, action),
    forge: (recorder, action) => forge(TOKEN_ARSENAL, recorder, action),
    injectScript: (recorder, action) => injectScript(TOKEN_ARSENAL, recorder, action),
    crossSite: (recorder, action) => crossSite(TOKEN_ARSENAL, recorder, action),
    plant,
    rotateSecret,
    ban,
    demote,
    refresh,
  },
};
