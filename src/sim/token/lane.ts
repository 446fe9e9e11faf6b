import { injectScript, steal } from '../attack/theft.ts';
import { crossSite, forge, replay, tamper } from '../attack/visits.ts';
import { goBack } from '../client/back.ts';
import { leave } from '../client/leave.ts';
import { toFirstSecrets } from '../lanes/bootSecret.ts';
import type { Lane } from '../lanes/lane.ts';
import { passTime, rest } from '../lanes/lane.ts';
import { finishSlow, startSlow } from '../lanes/slow.ts';
import { makeStart } from '../lanes/start.ts';
import { changePassword, logOutEverywhere } from './account.ts';
import { TOKEN_ARSENAL } from './client/arsenal.ts';
import { plant } from './client/plant.ts';
import { readTokenOf } from './client/tokenStorage.ts';
import { FIRST_KEY_ID } from './jwt/jwt.ts';
import { logIn } from './login.ts';
import { logOut } from './logout.ts';
import { ban, demote, forget, restart, rotateSecret, storeOutage } from './operations.ts';
import { refresh, refreshTwice } from './refresh/refresh.ts';
import { SLOW_TOKEN } from './slow.ts';
import { checkCopy } from './verify/verifyRequest.ts';
import { requestPage } from './visit.ts';

/** The token-based lane: an HS256 JWT, kept by the client, verified without any store. */
export const tokenLane: Lane = {
  start: (settings) => {
    const { denyList, kid, refreshLifetime, keptIn, cookieName } = settings.token;
    return makeStart(settings, (server) => ({
      secrets: toFirstSecrets(settings, 'token', server),
      store: null,
      denyList: denyList ? {} : null,
      ...(keptIn === 'cookie' && cookieName && { tokenCookieName: cookieName }),
      ...(kid && { keyIds: [FIRST_KEY_ID] }),
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
    storeOutage,
    forget,
    startSlow: (recorder, action) => startSlow(SLOW_TOKEN, recorder, action),
    finishSlow: (recorder, action) => finishSlow(SLOW_TOKEN, recorder, action),
    refreshTwice,
    leave(recorder, action) {
      const { settings } = recorder;
      return leave(recorder, action, (client) => readTokenOf(client, settings), checkCopy);
    },
    back: (recorder, action) => goBack(recorder, action, requestPage, checkCopy),
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
