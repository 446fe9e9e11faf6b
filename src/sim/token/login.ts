import type { ActionOf } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { sendResponse } from '../client/client.ts';
import { MAX_PAIR_BYTES } from '../client/jar.ts';
import {
  fetchFromPage,
  finishUnsent,
  toCookieRefusal,
  toFetchingPage,
  toWithheld,
} from '../client/pageFetch.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { withClient } from '../lanes/start.ts';
import { checkLogin, readTyped } from '../lanes/user.ts';
import type { Message } from '../message.ts';
import type { FailureCode, Outcome } from '../outcome.ts';
import { allow, deny, done, idle, toStatus } from '../outcome.ts';
import { getServer, patchServer, readClock } from '../state.ts';
import { PHASES } from '../stepKind.ts';
import { answer, refuse } from './answers.ts';
import { toTokenCookieName } from './client/cookieName.ts';
import { toCsrfPart } from './client/csrfToken.ts';
import { keepToken } from './client/tokenStorage.ts';
import { issueToken, toDelivery } from './jwt/issue.ts';
import { TOKEN_PAGE } from './page.ts';
import { issueRefreshToken } from './refresh/refreshTokens.ts';
import { toHeldUntil } from './verify/onlyDecoded.ts';
import { checkCopy } from './verify/verifyRequest.ts';

/** Runs a login: POST /login, check the password, sign a token, hand it out, the client keeps it. */
export async function logIn(recorder: Recorder, action: ActionOf<'login'>): Promise<void> {
  const { user } = recorder.settings;
  const { client = CLIENT, server = SERVER } = action;
  const password = readTyped(action, recorder.state, recorder.settings);
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const { request, blocked } = await fetchFromPage(recorder, TOKEN_PAGE, {
    from: client,
    to: server,
    method: 'POST',
    target: '/login',
    json: { username: user.username, password },
    inBody: [{ what: 'password', in: 'body' }],
    withToken: false,
  });
  if (blocked) return finishUnsent(recorder, PHASES.login, blocked, checkCopy);
  recorder.finish('login.request', done());

  const failure = checkLogin(recorder, password);
  if (failure) return turnAway(recorder, request, failure);
  recorder.finish('login.verify', allow());

  const first = await issueRefreshToken(recorder, server);
  if ('failure' in first) return fail(recorder, request, first.failure);
  const { refreshToken } = first;
  const issued = await issueToken(recorder, server);
  const { token } = issued;
  const expiresAt = toHeldUntil(recorder.settings, issued.expiresAt);
  const proof = { userId: user.id, credential: token, expiresAt };
  recorder.set(patchServer(recorder.state, server, { handling: { request, issued: token } }));
  recorder.finish('login.create', done({ proof }));

  const { cookieDomain } = getServer(recorder.state, server);
  const now = readClock(recorder.state, server);
  const csrf = await toCsrfPart(recorder, server, token);
  const delivery = toDelivery(recorder.settings, issued, refreshToken, { now, cookieDomain }, csrf);
  const response = await answer(recorder, request, { status: 200, ...delivery });
  sendResponse(recorder, response);
  recorder.finish('login.respond', done({ status: 200, proof }));

  const kept = keepToken(recorder, response, issued, refreshToken);
  const cookieName = toTokenCookieName(recorder.settings);
  const tooLarge = cookieName.length + token.length > MAX_PAIR_BYTES;
  const { sameSite } = recorder.settings.session;
  const page = toFetchingPage(TOKEN_PAGE, recorder.settings);
  const why = toCookieRefusal(recorder, response, page, sameSite);
  // Whoever asks for no cookies is not told that one is too large.
  const refused = idle(tooLarge && why !== 'cookieOmitted' ? 'cookieRefused' : why);
  recorder.finish('login.store', kept ? done() : refused);
}

async function turnAway(recorder: Recorder, request: Message, failure: FailureCode): Promise<void> {
  recorder.finish('login.verify', deny(failure));
  await answerRefusal(recorder, request, failure, idle('loginRefused'));
}

/** The password is right, and the refresh token that goes with a login cannot be written down. */
const fail = (recorder: Recorder, request: Message, failure: FailureCode): Promise<void> =>
  answerRefusal(recorder, request, failure, deny(failure));

/** Ends a login without a token; `created` is how the step ends that would have made one. */
async function answerRefusal(
  recorder: Recorder,
  request: Message,
  failure: FailureCode,
  created: Outcome,
): Promise<void> {
  recorder.finish('login.create', created);
  const response = await refuse(recorder, request, failure);
  sendResponse(recorder, response);
  const page = toFetchingPage(TOKEN_PAGE, recorder.settings);
  const withheld = toWithheld(recorder, response, page);
  recorder.finish('login.respond', deny(failure, { status: toStatus(failure), ...withheld }));
  recorder.finish('login.store', idle('nothingToStore'));
}
