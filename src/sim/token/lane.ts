import { CLIENT, SERVER } from '../actors.ts';
import type { Lane } from '../lane.ts';
import { makeStart, passTime, rest } from '../lane.ts';
import { logIn } from './login.ts';
import { logOut } from './logout.ts';
import { requestPage } from './request.ts';
import { checkCopy } from './verifyRequest.ts';

/** The token-based lane: an HS256 JWT, kept by the client, verified without any store. */
export const tokenLane: Lane = {
  start: (settings) =>
    makeStart(settings, {
      clients: [CLIENT],
      servers: [{ id: SERVER, secrets: [settings.token.secret], store: null }],
      stores: [],
    }),
  actions: {
    login: logIn,
    request: requestPage,
    logout: logOut,
    wait: (recorder, action) => passTime(recorder, action, checkCopy),
    end: (recorder) => rest(recorder, checkCopy),
  },
};
