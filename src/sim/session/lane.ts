import { SECOND_SERVER } from '../actors.ts';
import { drawFirstSecret } from '../bootSecret.ts';
import type { Lane } from '../lane.ts';
import { passTime, rest, runLater } from '../lane.ts';
import type { Settings } from '../settings.ts';
import { makeStart, toStoreId } from '../start.ts';
import { logIn } from './login.ts';
import { logOut } from './logout.ts';
import { checkCopy } from './proof.ts';
import { requestPage } from './visit.ts';

function toSecrets(settings: Settings, server: string): readonly string[] {
  if (settings.secretAtBoot === 'random') return [drawFirstSecret(settings, 'session', server)];
  const own = server === SECOND_SERVER ? settings.second?.sessionSecrets : undefined;
  return own ?? settings.session.secrets;
}

/** The session-based lane: express-session over a store. */
export const sessionLane: Lane = {
  start: (settings) =>
    makeStart(settings, (server) => ({
      secrets: toSecrets(settings, server),
      store: toStoreId(settings, server),
      denyList: null,
    })),
  actions: {
    login: logIn,
    request: requestPage,
    logout: logOut,
    wait: (recorder, action) => passTime(recorder, action, checkCopy),
    end: (recorder) => rest(recorder, checkCopy),
    ...runLater(async () => (await import('./whatIf.ts')).SESSION_WHAT_IFS),
  },
};
