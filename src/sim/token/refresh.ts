import type { ActionOf } from '../action.ts';
import { ATTACKER, CLIENT, SERVER } from '../actors.ts';
import { REFRESH_KEY, sendResponse } from '../client/client.ts';
import { fetchFromPage, finishUnsent } from '../client/pageFetch.ts';
import type { IdleReason } from '../outcome.ts';
import { allow, deny, done, idle, toStatus } from '../outcome.ts';
import type { Recorder } from '../recorder.ts';
import { withClient } from '../start.ts';
import { getClient, patchServer, readClock, readStolen } from '../state.ts';
import { PHASES } from '../stepKind.ts';
import { getUser } from '../user.ts';
import { isAccessToken } from './accessToken.ts';
import { answer, refuse } from './answers.ts';
import { issueToken, toDelivery } from './issue.ts';
import { TOKEN_PAGE } from './page.ts';
import { redeemRefreshToken, revokeRefreshToken } from './refreshTokens.ts';
import { keepToken, readRefreshToken } from './tokenStorage.ts';
import { checkCopy } from './verifyRequest.ts';

async function skip(recorder: Recorder, reason: IdleReason): Promise<void> {
  const copy = await checkCopy(recorder.settings, recorder.state);
  for (const kind of ['refresh.send', 'refresh.verify', 'refresh.respond'] as const) {
    recorder.finish(kind, { ...idle(reason), copy });
  }
}

/** Returns the refresh token that a client would use: its own, or for the attacker a stolen one. */
function findRefreshToken(recorder: Recorder, client: string): string | null {
  const own = readRefreshToken(getClient(recorder.state, client));
  if (own !== null || client !== ATTACKER) return own;
  return readStolen(recorder.state).findLast((item) => !isAccessToken(item)) ?? null;
}

/**
 * Runs POST /refresh: the refresh token is traded in for a new pair, each can be used once, and the
 * user's row is looked up anew.
 */
export async function refresh(recorder: Recorder, action: ActionOf<'refresh'>): Promise<void> {
  const { client = CLIENT, server = SERVER } = action;
  const { settings } = recorder;
  const { refreshLifetime } = settings.token;
  if (refreshLifetime === undefined) return skip(recorder, 'noRefreshTokens');
  recorder.set(withClient(recorder.state, client, settings));
  const old = findRefreshToken(recorder, client);
  if (old === null) return skip(recorder, 'nothingHeld');
  const { request, blocked } = await fetchFromPage(recorder, TOKEN_PAGE, {
    from: client,
    to: server,
    method: 'POST',
    target: '/refresh',
    json: { [REFRESH_KEY]: old },
    inBody: [{ what: 'refreshToken', in: 'body', value: old }],
    withToken: false,
  });
  if (blocked) return finishUnsent(recorder, PHASES.refresh, blocked, checkCopy);
  recorder.finish('refresh.send', done());

  const redeemed = await redeemRefreshToken(recorder, server, old, refreshLifetime);
  const isBanned = getUser(recorder.state, settings).banned;
  if ('failure' in redeemed || isBanned) {
    // The next one is made already, and is to open nothing either.
    if (!('failure' in redeemed)) revokeRefreshToken(recorder, server, redeemed.refreshToken);
    const why = 'failure' in redeemed ? redeemed.failure : 'userBanned';
    const copy = await checkCopy(settings, recorder.state);
    recorder.finish('refresh.verify', deny(why, { copy }));
    sendResponse(recorder, await refuse(recorder.state, request, why));
    recorder.finish('refresh.respond', deny(why, { status: toStatus(why), copy }));
    return;
  }

  const issued = await issueToken(recorder, server);
  const { refreshToken } = redeemed;
  const { token, expiresAt } = issued;
  const proof = { userId: settings.user.id, credential: token, expiresAt };
  recorder.set(patchServer(recorder.state, server, { handling: { request, issued: token } }));
  recorder.finish('refresh.verify', allow({ proof }));

  const now = readClock(recorder.state, server);
  const delivery = toDelivery(settings, issued, refreshToken, now);
  const response = await answer(recorder.state, request, { status: 200, ...delivery });
  sendResponse(recorder, response);
  keepToken(recorder, response, issued, refreshToken);
  const copy = await checkCopy(settings, recorder.state);
  recorder.finish('refresh.respond', allow({ status: 200, proof, copy }));
}
