import type { ActionOf } from '../action.ts';
import type { ClientId, ServerId } from '../actors.ts';
import { CLIENT, DENY_LIST, SERVER } from '../actors.ts';
import type { Send } from '../client/client.ts';
import { REFRESH_KEY, receiveCookies, sendResponse } from '../client/client.ts';
import { fetchFromPage, toFetchingPage, toWithheld } from '../client/pageFetch.ts';
import { exceedsHeaderLimit, refuseHeaders } from '../http/headerLimit.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { withClient } from '../lanes/start.ts';
import type { Message } from '../message.ts';
import { makeStoreCall } from '../message.ts';
import type { Outcome } from '../outcome.ts';
import { deny, done, idle, toStatus } from '../outcome.ts';
import type { Settings } from '../settings.ts';
import { getClient, getServer, patchClient } from '../state.ts';
import { answer, refuse } from './answers.ts';
import { dropTokens, listHeldTokens, readRefreshToken } from './client/tokenStorage.ts';
import { toClearing } from './jwt/issue.ts';
import { areListsDown, askLists } from './lists.ts';
import { TOKEN_PAGE } from './page.ts';
import {
  isRefreshInCookie,
  readPresentedRefreshToken,
  toLogoutTarget,
} from './refresh/refreshCookie.ts';
import { revokeRefreshToken } from './refresh/refreshTokens.ts';
import { patchShared } from './shared.ts';
import { checkCopy, verifyRequest } from './verify/verifyRequest.ts';

/** Tells whether the server has anything to do at logout; a plain token's server has not. */
const hasRoute = ({ token }: Settings) =>
  token.denyList === true || token.keptIn === 'cookie' || token.refreshLifetime !== undefined;

function denyToken(recorder: Recorder, server: string, jti: string, exp: number | null) {
  const body = JSON.stringify(exp);
  askLists(
    recorder,
    makeStoreCall({ from: server, to: DENY_LIST, method: 'set', target: jti, body }),
  );
  const denyList = { ...getServer(recorder.state, server).denyList, [jti]: exp };
  recorder.set(patchShared(recorder, server, { denyList }));
}

/** Runs POST /logout: with a deny-list the token's ID goes on it; its refresh tokens are revoked, its cookie cleared. */
async function tellServer(
  recorder: Recorder,
  client: string,
  server: string,
): Promise<{ readonly response: Message | null; readonly outcome: Outcome }> {
  const { settings } = recorder;
  // One in a cookie the browser attaches.
  const kept = isRefreshInCookie(settings)
    ? null
    : readRefreshToken(getClient(recorder.state, client));
  const body: Pick<Send, 'json' | 'inBody'> =
    kept === null
      ? {}
      : {
          json: { [REFRESH_KEY]: kept },
          inBody: [{ what: 'refreshToken', in: 'body', value: kept }],
        };
  const target = toLogoutTarget(settings);
  const route = { from: client, to: server, method: 'POST', target } as const;
  const { request, blocked } = await fetchFromPage(recorder, TOKEN_PAGE, { ...route, ...body });
  if (blocked) return { response: null, outcome: { ...idle('preflightRefused'), blocked } };
  if (exceedsHeaderLimit(request)) {
    return { response: refuseHeaders(request), outcome: deny('headersTooLarge', { status: 431 }) };
  }
  if (settings.token.denyList) {
    const { claims, failure } = await verifyRequest(recorder, request);
    if (failure !== null) {
      const response = await refuse(recorder, request, failure);
      return { response, outcome: deny(failure, { status: toStatus(failure) }) };
    }
    if (claims.jti !== undefined) denyToken(recorder, server, claims.jti, claims.exp ?? null);
  }
  const shown = readPresentedRefreshToken(settings, request);
  if (shown !== null) {
    if (areListsDown(recorder.state, server)) {
      const failure = 'refreshStoreFailed';
      const response = await refuse(recorder, request, failure);
      return { response, outcome: deny(failure, { status: toStatus(failure) }) };
    }
    revokeRefreshToken(recorder, server, shown);
  }
  const response = await answer(recorder, request, {
    status: 204,
    ...toClearing(recorder, server),
  });
  return { response, outcome: done({ status: 204 }) };
}

/** Lets a client drop its tokens; `before` are those that it held. One that was planted beside its own may stay. */
export function dropHeld(recorder: Recorder, client: ClientId, before: readonly string[]): void {
  dropTokens(recorder, client);
  const left = listHeldTokens(recorder.state, client);
  const gone = before.find((token) => !left.includes(token));
  if (gone) recorder.set(patchClient(recorder.state, client, { discarded: gone }));
}

/** Takes one client out: its server is told where it has anything to do, and it drops its tokens. */
export async function leave(
  recorder: Recorder,
  client: ClientId,
  server: ServerId,
): Promise<{ readonly outcome: Outcome; readonly tells: boolean }> {
  const before = listHeldTokens(recorder.state, client);
  let outcome = before.length === 0 ? idle('nothingHeld') : done();
  const tells = hasRoute(recorder.settings);
  if (tells) {
    const told = await tellServer(recorder, client, server);
    outcome = told.outcome;
    if (told.response) {
      const page = toFetchingPage(TOKEN_PAGE, recorder.settings);
      sendResponse(recorder, told.response);
      receiveCookies(recorder, told.response, page);
      outcome = { ...outcome, ...toWithheld(recorder, told.response, page) };
    }
  }
  dropHeld(recorder, client, before);
  return { outcome, tells };
}

/**
 * Runs a logout: the client drops its token. Where the server keeps nothing no request is sent, and
 * it does not learn of it.
 */
export async function logOut(recorder: Recorder, action: ActionOf<'logout'>): Promise<void> {
  const { client = CLIENT, server = SERVER } = action;
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const { outcome, tells } = await leave(recorder, client, server);
  const copy = await checkCopy(recorder.settings, recorder.state, client);
  recorder.finish('logout.request', { ...outcome, copy });
  recorder.finish('logout.cleanup', { ...idle(tells ? 'cleanedAtLogout' : 'noServerState'), copy });
}
