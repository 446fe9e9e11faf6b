import type { ActionOf } from '../../action.ts';
import { ATTACKER, CLIENT, SERVER } from '../../actors.ts';
import type { Send } from '../../client/client.ts';
import { REFRESH_KEY, sendResponse } from '../../client/client.ts';
import { storeCookie } from '../../client/jar.ts';
import { fetchFromPage, finishUnsent } from '../../client/pageFetch.ts';
import { runInside } from '../../lanes/fold.ts';
import type { Recorder } from '../../lanes/recorder.ts';
import { withClient } from '../../lanes/start.ts';
import { getUser } from '../../lanes/user.ts';
import type { Message } from '../../message.ts';
import type { IdleReason } from '../../outcome.ts';
import { allow, deny, done, idle, toStatus } from '../../outcome.ts';
import type { State } from '../../state.ts';
import {
  addStolen,
  getClient,
  getServer,
  patchClient,
  patchServer,
  readClock,
  readStolen,
} from '../../state.ts';
import type { StepKind } from '../../stepKind.ts';
import { PHASES } from '../../stepKind.ts';
import { answer, refuse } from '../answers.ts';
import { toCsrfPart } from '../client/csrfToken.ts';
import { keepToken, readHeldToken, readRefreshToken } from '../client/tokenStorage.ts';
import { isAccessToken } from '../jwt/accessToken.ts';
import { issueToken, toDelivery } from '../jwt/issue.ts';
import { areListsDown } from '../lists.ts';
import { TOKEN_PAGE } from '../page.ts';
import { toHeldUntil } from '../verify/onlyDecoded.ts';
import { checkCopy } from '../verify/verifyRequest.ts';
import { isRefreshInCookie, REFRESH_PATH, readPresentedRefreshToken } from './refreshCookie.ts';
import type { ReadRecord } from './refreshTokens.ts';
import { readRefreshRecord, redeemRefreshToken, revokeRefreshToken } from './refreshTokens.ts';

async function skip(
  recorder: Recorder,
  kinds: readonly StepKind[],
  reason: IdleReason,
): Promise<void> {
  const copy = await checkCopy(recorder.settings, recorder.state);
  for (const kind of kinds) recorder.finish(kind, { ...idle(reason), copy });
}

/** Returns the refresh token that a client would use: its own, or for the attacker a stolen one. */
function findRefreshToken(recorder: Recorder, client: string): string | null {
  const own = readRefreshToken(getClient(recorder.state, client));
  if (own !== null || client !== ATTACKER) return own;
  return readStolen(recorder.state).findLast((item) => !isAccessToken(item)) ?? null;
}

/** What the page's code puts into the body; of a cookie it knows nothing. */
const toBody = (token: string): Pick<Send, 'json' | 'inBody'> => ({
  json: { [REFRESH_KEY]: token },
  inBody: [{ what: 'refreshToken', in: 'body', value: token }],
});

function send(recorder: Recorder, from: string, to: string, token: string | null) {
  const body = token === null || isRefreshInCookie(recorder.settings) ? {} : toBody(token);
  return fetchFromPage(recorder, TOKEN_PAGE, {
    ...{ from, to, method: 'POST', target: REFRESH_PATH, withToken: false },
    ...body,
  });
}

/** Puts a stolen refresh token into the attacker's own jar, as anybody can with the browser's tools. */
function putIntoJar(recorder: Recorder, token: string): void {
  const { state } = recorder;
  const { jar } = getClient(state, ATTACKER);
  const url = new URL(REFRESH_PATH, getServer(state, SERVER).origin).href;
  const cookie = `${REFRESH_KEY}=${token}; Path=${REFRESH_PATH}; HttpOnly`;
  recorder.set(patchClient(state, ATTACKER, { jar: storeCookie(jar, cookie, url, state.clock) }));
}

/**
 * Finds what a client refreshes with and makes ready to send it; `undefined`: nothing. A page cannot see whether there
 * is a cookie, so it asks in any case.
 */
function prepare(
  recorder: Recorder,
  client: string,
): { readonly token: string | null } | undefined {
  const token = findRefreshToken(recorder, client);
  const inCookie = isRefreshInCookie(recorder.settings);
  if (token === null && (!inCookie || client === ATTACKER)) return undefined;
  const isOwn = readRefreshToken(getClient(recorder.state, client)) !== null;
  if (token !== null && inCookie && !isOwn) putIntoJar(recorder, token);
  return { token };
}

/** Adds what the attacker was given, if it has kept it: these are the user's tokens, whoever asked for them. */
function takePair(state: State, refreshToken: string): State {
  if (readRefreshToken(getClient(state, ATTACKER)) !== refreshToken) return state;
  const token = readHeldToken(state, ATTACKER);
  return addStolen(state, token === null ? [refreshToken] : [token, refreshToken]);
}

/** Trades the refresh token in, or refuses, and answers: `refresh.verify` and `refresh.respond`. */
async function answerRefresh(
  recorder: Recorder,
  request: Message,
  lifetime: number,
  read?: ReadRecord,
): Promise<void> {
  const { settings } = recorder;
  const server = request.to;
  const old = readPresentedRefreshToken(settings, request);
  const redeemed =
    old === null
      ? ({ failure: 'refreshMissing' } as const)
      : await redeemRefreshToken(recorder, server, old, lifetime, read);
  const isBanned = getUser(recorder.state, settings).banned;
  if ('failure' in redeemed || isBanned) {
    // The next one is made already, and is to open nothing either.
    if (!('failure' in redeemed)) revokeRefreshToken(recorder, server, redeemed.refreshToken);
    const why = 'failure' in redeemed ? redeemed.failure : 'userBanned';
    const copy = await checkCopy(settings, recorder.state);
    recorder.finish('refresh.verify', deny(why, { copy }));
    sendResponse(recorder, await refuse(recorder, request, why));
    recorder.finish('refresh.respond', deny(why, { status: toStatus(why), copy }));
    return;
  }

  const issued = await issueToken(recorder, server);
  const { refreshToken, graced } = redeemed;
  const { token } = issued;
  const expiresAt = toHeldUntil(settings, issued.expiresAt);
  const proof = { userId: settings.user.id, credential: token, expiresAt };
  recorder.set(patchServer(recorder.state, server, { handling: { request, issued: token } }));
  recorder.finish('refresh.verify', allow({ proof, ...(graced && { graced }) }));

  const { cookieDomain } = getServer(recorder.state, server);
  const now = readClock(recorder.state, server);
  const csrf = await toCsrfPart(recorder, server, token);
  const delivery = toDelivery(settings, issued, refreshToken, { now, cookieDomain }, csrf);
  const response = await answer(recorder, request, { status: 200, ...delivery });
  sendResponse(recorder, response);
  keepToken(recorder, response, issued, refreshToken);
  if (request.from === ATTACKER) recorder.set(takePair(recorder.state, refreshToken));
  const copy = await checkCopy(settings, recorder.state);
  const outcome = allow({ status: 200, proof, copy, ...(graced && { graced }) });
  recorder.finish('refresh.respond', outcome);
}

/**
 * Runs POST /refresh: the refresh token is traded in for a new pair, each can be used once, and the
 * user's row is looked up anew.
 */
export async function refresh(recorder: Recorder, action: ActionOf<'refresh'>): Promise<void> {
  const { client = CLIENT, server = SERVER } = action;
  const { refreshLifetime } = recorder.settings.token;
  if (refreshLifetime === undefined) return skip(recorder, PHASES.refresh, 'noRefreshTokens');
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const ready = prepare(recorder, client);
  if (!ready) return skip(recorder, PHASES.refresh, 'nothingHeld');
  const { request, blocked } = await send(recorder, client, server, ready.token);
  if (blocked) return finishUnsent(recorder, PHASES.refresh, blocked, checkCopy);
  recorder.finish('refresh.send', done());
  await answerRefresh(recorder, request, refreshLifetime);
}

/** Reads what a request shows, where servers read first; `undefined`: they do not, or it shows nothing. */
function readAhead(recorder: Recorder, request: Message): ReadRecord | undefined {
  const token = readPresentedRefreshToken(recorder.settings, request);
  if (!recorder.settings.token.refreshReadsFirst || token === null) return undefined;
  if (areListsDown(recorder.state, request.to)) return undefined;
  return readRefreshRecord(recorder, request.to, token);
}

/**
 * Runs two POST /refresh with one refresh token, from two tabs that share it. The store trades it in
 * by one operation, so one of them comes second, and its answer is the last that the client keeps.
 */
export async function refreshTwice(
  recorder: Recorder,
  action: ActionOf<'refreshTwice'>,
): Promise<void> {
  const { client = CLIENT, server = SERVER } = action;
  const { refreshLifetime } = recorder.settings.token;
  if (refreshLifetime === undefined) return skip(recorder, PHASES.refreshTwice, 'noRefreshTokens');
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const ready = prepare(recorder, client);
  if (!ready) return skip(recorder, PHASES.refreshTwice, 'nothingHeld');
  const first = await send(recorder, client, server, ready.token);
  // What the browser does not send for one tab it does not send for the other.
  if (first.blocked) return finishUnsent(recorder, PHASES.refreshTwice, first.blocked, checkCopy);
  const second = await send(recorder, client, server, ready.token);
  if (second.blocked) return finishUnsent(recorder, PHASES.refreshTwice, second.blocked, checkCopy);
  recorder.finish('tabs.send', done());
  const [one, other] = [first.request, second.request].map((request) => ({
    request,
    // A store that is read first is read by both before either writes.
    read: readAhead(recorder, request),
  }));
  for (const [kind, asked] of [['tabs.first', one] as const, ['tabs.second', other] as const]) {
    if (!asked) continue;
    const { outcome } = await runInside(recorder, kind, (inside) =>
      answerRefresh(inside, asked.request, refreshLifetime, asked.read),
    );
    recorder.finish(kind, outcome);
  }
}
