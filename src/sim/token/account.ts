import type { ActionOf } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { receiveCookies, sendResponse } from '../client/client.ts';
import { fetchFromPage, finishUnsent, toFetchingPage, toWithheld } from '../client/pageFetch.ts';
import { exceedsHeaderLimit, refuseHeaders } from '../http/headerLimit.ts';
import { toPasswordForm } from '../http/passwordForm.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { withClient } from '../lanes/start.ts';
import { changePasswordOf, getUser, patchUser } from '../lanes/user.ts';
import type { Message } from '../message.ts';
import type { FailureCode } from '../outcome.ts';
import { deny, done, toStatus } from '../outcome.ts';
import type { Settings } from '../settings.ts';
import { readClock } from '../state.ts';
import { PHASES } from '../stepKind.ts';
import { answer, refuse } from './answers.ts';
import { checkTokenCsrf } from './client/csrfToken.ts';
import { listHeldTokens } from './client/tokenStorage.ts';
import { toClearing } from './jwt/issue.ts';
import { areListsDown } from './lists.ts';
import { dropHeld, leave } from './logout.ts';
import { TOKEN_PAGE } from './page.ts';
import { revokeAllRefreshTokens } from './refresh/refreshTokens.ts';
import { checkCopy, verifyRequest } from './verify/verifyRequest.ts';

/**
 * Refuses every token of the user that is out, where requests ask for that; its refresh tokens go,
 * unless their store is down: then that much is done and the rest is not, which is returned.
 */
function endAllTokens(recorder: Recorder, server: string): FailureCode | null {
  const { settings, state } = recorder;
  if (settings.token.comparesIat) {
    recorder.set(patchUser(state, settings, { validSince: readClock(state, server) }));
  }
  if (settings.token.refreshLifetime === undefined) return null;
  if (areListsDown(recorder.state, server)) return 'refreshStoreFailed';
  revokeAllRefreshTokens(recorder, server);
  return null;
}

const toRefusal = async (recorder: Recorder, request: Message, failure: FailureCode) =>
  failure === 'headersTooLarge' ? refuseHeaders(request) : refuse(recorder, request, failure);

/** Decides by the token, and by whose page it is. */
async function check(recorder: Recorder, request: Message): Promise<FailureCode | null> {
  if (exceedsHeaderLimit(request)) return 'headersTooLarge';
  const { failure, proof } = await verifyRequest(recorder, request);
  return failure ?? checkTokenCsrf(recorder, request, proof.credential);
}

/** Runs POST /password: the user's row changes, and no token with it unless requests compare its iat. */
export async function changePassword(
  recorder: Recorder,
  { client = CLIENT, server = SERVER }: ActionOf<'changePassword'>,
): Promise<void> {
  const { settings } = recorder;
  recorder.set(withClient(recorder.state, client, settings));
  const form = toPasswordForm(recorder.state, settings);
  const parts = { from: client, to: server, ...form };
  const { request, blocked } = await fetchFromPage(recorder, TOKEN_PAGE, parts);
  if (blocked) return finishUnsent(recorder, PHASES.changePassword, blocked, checkCopy, client);
  const refused = await check(recorder, request);
  const { banned } = getUser(recorder.state, settings);
  let failure = refused ?? (banned ? 'userBanned' : null);
  if (failure === null) {
    recorder.set(changePasswordOf(recorder.state, settings));
    if (settings.token.comparesIat) failure = endAllTokens(recorder, server);
  }
  const response = await (failure
    ? toRefusal(recorder, request, failure)
    : answer(recorder, request, { status: 204 }));
  sendResponse(recorder, response);
  const withheld = toWithheld(recorder, response, toFetchingPage(TOKEN_PAGE, settings));
  const copy = await checkCopy(settings, recorder.state, client);
  const outcome = failure ? deny(failure, { status: toStatus(failure) }) : done({ status: 204 });
  recorder.finish('password.change', { ...outcome, copy, ...withheld });
}

/** Tells whether the server can end tokens that it does not see. */
const canEndAll = ({ token }: Settings) =>
  token.comparesIat === true || token.refreshLifetime !== undefined;

/** Runs POST /logout-everywhere. Where the server can end nothing, the client just logs out here. */
export async function logOutEverywhere(
  recorder: Recorder,
  { client = CLIENT, server = SERVER }: ActionOf<'logoutEverywhere'>,
): Promise<void> {
  const { settings } = recorder;
  recorder.set(withClient(recorder.state, client, settings));
  if (!canEndAll(settings)) {
    const { outcome } = await leave(recorder, client, server);
    const copy = await checkCopy(settings, recorder.state, client);
    return recorder.finish('logout.everywhere', { ...outcome, copy });
  }
  const before = listHeldTokens(recorder.state, client);
  const parts = { from: client, to: server, method: 'POST', target: '/logout-everywhere' } as const;
  const { request, blocked } = await fetchFromPage(recorder, TOKEN_PAGE, parts);
  if (blocked) {
    dropHeld(recorder, client, before);
    return finishUnsent(recorder, PHASES.logoutEverywhere, blocked, checkCopy, client);
  }
  const failure = (await check(recorder, request)) ?? endAllTokens(recorder, server);
  const response = await (failure
    ? toRefusal(recorder, request, failure)
    : answer(recorder, request, { status: 204, ...toClearing(recorder, server) }));
  sendResponse(recorder, response);
  const page = toFetchingPage(TOKEN_PAGE, settings);
  receiveCookies(recorder, response, page);
  dropHeld(recorder, client, before);
  const copy = await checkCopy(settings, recorder.state, client);
  const outcome = failure ? deny(failure, { status: toStatus(failure) }) : done({ status: 204 });
  const withheld = toWithheld(recorder, response, page);
  recorder.finish('logout.everywhere', { ...outcome, copy, ...withheld });
}
