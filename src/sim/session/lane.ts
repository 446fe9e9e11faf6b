import { CLIENT, SERVER, SESSION_STORE } from '../actors.ts';
import type { Lane } from '../lane.ts';
import { makeStart, passTime, rest } from '../lane.ts';
import { logIn } from './login.ts';
import { logOut } from './logout.ts';
import { checkCopy } from './proof.ts';
import { requestPage } from './request.ts';

/** The session-based lane: express-session over a MemoryStore. */
export const sessionLane: Lane = {
  start: (settings) =>
    makeStart(settings, {
      clients: [CLIENT],
      servers: [{ id: SERVER, secrets: settings.session.secrets, store: SESSION_STORE }],
      stores: [SESSION_STORE],
    }),
  actions: {
    login: logIn,
    request: requestPage,
    logout: logOut,
    wait: (recorder, action) => passTime(recorder, action, checkCopy),
    end: (recorder) => rest(recorder, checkCopy),
  },
};
