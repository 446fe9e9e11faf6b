import { injectScript, steal } from '../attack/theft.ts';
import { crossSite, forge, replay, tamper } from '../attack/visits.ts';
import { goBack } from '../client/back.ts';
import { leave } from '../client/leave.ts';
import { toFirstSecrets } from '../lanes/bootSecret.ts';
import type { Lane } from '../lanes/lane.ts';
import { passTime, rest } from '../lanes/lane.ts';
import { finishSlow, startSlow } from '../lanes/slow.ts';
import { makeStart } from '../lanes/start.ts';
import { rotateSecrets } from '../session/operations.ts';
import { changePassword } from './account.ts';
import { COOKIE_SESSION_ARSENAL } from './arsenal.ts';
import { readPair } from './held.ts';
import { logIn } from './login.ts';
import { logOut, logOutEverywhere } from './logout.ts';
import { ban, demote, forget, refresh, refreshTwice, restart, storeOutage } from './operations.ts';
import { plant } from './plant.ts';
import { checkCopy } from './proof.ts';
import { SLOW_COOKIE_SESSION } from './slow.ts';
import { requestPage } from './visit.ts';

/** The session-based lane without a store: cookie-session, which keeps the data in the browser's cookies. */
export const cookieSessionLane: Lane = {
  start: (settings) =>
    makeStart(settings, (server) => ({
      secrets: toFirstSecrets(settings, 'session', server),
      store: null,
      denyList: null,
    })),
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
    startSlow: (recorder, action) => startSlow(SLOW_COOKIE_SESSION, recorder, action),
    finishSlow: (recorder, action) => finishSlow(SLOW_COOKIE_SESSION, recorder, action),
    refreshTwice,
    leave: (recorder, action) => leave(recorder, action, readPair, checkCopy),
    back: (recorder, action) => goBack(recorder, action, requestPage, checkCopy),
    steal: (recorder, action) => steal(COOKIE_SESSION_ARSENAL, recorder, action),
    replay: (recorder, action) => replay(COOKIE_SESSION_ARSENAL, recorder, action),
    tamper: (recorder, action) => tamper(COOKIE_SESSION_ARSENAL, recorder, action),
    forge: (recorder, action) => forge(COOKIE_SESSION_ARSENAL, recorder, action),
    injectScript: (recorder, action) => injectScript(COOKIE_SESSION_ARSENAL, recorder, action),
    crossSite: (recorder, action) => crossSite(COOKIE_SESSION_ARSENAL, recorder, action),
    plant,
    rotateSecret: (recorder, action) => rotateSecrets(recorder, action, checkCopy),
    ban,
    demote,
    refresh,
  },
};
