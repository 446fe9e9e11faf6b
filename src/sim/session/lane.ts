import { SECOND_SERVER } from '../actors.ts';
import { injectScript, steal } from '../attack/theft.ts';
import { crossSite, forge, replay, tamper } from '../attack/visits.ts';
import { goBack } from '../client/back.ts';
import { readCookie } from '../client/client.ts';
import { leave } from '../client/leave.ts';
import { toFirstSecrets } from '../lanes/bootSecret.ts';
import type { Lane } from '../lanes/lane.ts';
import { passTime, rest } from '../lanes/lane.ts';
import { finishSlow, startSlow } from '../lanes/slow.ts';
import { makeStart, toStoreId } from '../lanes/start.ts';
import type { Settings } from '../settings.ts';
import { changePassword, logOutEverywhere } from './account.ts';
import { SESSION_ARSENAL } from './arsenal.ts';
import { logIn } from './login.ts';
import { logOut } from './logout.ts';
import {
  ban,
  demote,
  forget,
  refresh,
  refreshTwice,
  restart,
  rotateSecret,
  storeOutage,
} from './operations.ts';
import { plant } from './plant.ts';
import { checkCopy } from './proof.ts';
import { toCookieName } from './setCookie.ts';
import { SLOW_SESSION } from './slow.ts';
import { requestPage } from './visit.ts';

/** Returns the second at which a server starts, by its own clock. */
const toBootTime = ({ start, clockOffset = 0, second = {} }: Settings, server: string) =>
  start + (server === SECOND_SERVER ? (second.clockOffset ?? 0) : clockOffset);

/** The session-based lane: express-session over a store. */
export const sessionLane: Lane = {
  start: (settings) =>
    makeStart(settings, (server) => ({
      secrets: toFirstSecrets(settings, 'session', server),
      store: toStoreId(settings, server),
      denyList: null,
      ...(settings.session.cookieName && { cookieName: settings.session.cookieName }),
      ...(settings.session.expiresAtBoot && { bootedAt: toBootTime(settings, server) }),
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
    startSlow: (recorder, action) => startSlow(SLOW_SESSION, recorder, action),
    finishSlow: (recorder, action) => finishSlow(SLOW_SESSION, recorder, action),
    refreshTwice,
    leave(recorder, action) {
      const name = toCookieName(recorder.settings);
      return leave(recorder, action, (client) => readCookie(client, name), checkCopy);
    },
    back: (recorder, action) => goBack(recorder, action, requestPage, checkCopy),
    steal: (recorder, action) => steal(SESSION_ARSENAL, recorder, action),
    replay: (recorder, action) => replay(SESSION_ARSENAL, recorder, action),
    tamper: (recorder, action) => tamper(SESSION_ARSENAL, recorder, action),
    forge: (recorder, action) => forge(SESSION_ARSENAL, recorder, action),
    injectScript: (recorder, action) => injectScript(SESSION_ARSENAL, recorder, action),
    crossSite: (recorder, action) => crossSite(SESSION_ARSENAL, recorder, action),
    plant,
    rotateSecret,
    ban,
    demote,
    refresh,
  },
};
