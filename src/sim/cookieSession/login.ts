import type { ActionOf } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { receiveCookies, sendResponse } from '../client/client.ts';
import { MAX_PAIR_BYTES } from '../client/jar.ts';
import {
  fetchFromPage,
  finishUnsent,
  toCookieRefusal,
  toFetchingPage,
  toWithheld,
} from '../client/pageFetch.ts';
import { finishWithCopy } from '../lanes/lane.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { withClient } from '../lanes/start.ts';
import { checkLogin, getUser, readTyped } from '../lanes/user.ts';
import type { Message } from '../message.ts';
import type { FailureCode, Outcome } from '../outcome.ts';
import { allow, deny, done, idle, toStatus } from '../outcome.ts';
import { getClient, getServer, patchClient, patchServer, readClock } from '../state.ts';
import { PHASES } from '../stepKind.ts';
import { answer } from './answers.ts';
import type { SessionData } from './data.ts';
import { encodeData } from './data.ts';
import { readPair } from './held.ts';
import { signData } from './keygrip.ts';
import { COOKIE_SESSION_PAGE } from './page.ts';
import { DATA_COOKIE, splitPair, toPair } from './pair.ts';
import { checkCopy } from './proof.ts';
import { canSetCookies, toSettingFields } from './setCookie.ts';

const toPage = ({ settings }: Recorder) => toFetchingPage(COOKIE_SESSION_PAGE, settings);

/** Returns what the application keeps of the user in a new session. */
function toData({ settings, state }: Recorder): SessionData {
  const { user, payload, session } = settings;
  const role = session.copiesUser && user.role && getUser(state, settings).role;
  return { userId: user.id, ...(payload && { data: payload }), ...(role && { role }) };
}

/** Makes a new session of the user, signed; one like another, since nothing in it is drawn. */
async function makePair(recorder: Recorder, server: string): Promise<string> {
  const [secret] = getServer(recorder.state, server).secrets;
  if (secret === undefined) throw new RangeError(`server ${server} has no secret to sign with`);
  const data = encodeData(toData(recorder));
  return toPair(data, await signData(data, secret));
}

/** Runs a login: POST /login, check the password, the data into one cookie, its signature into another. */
export async function logIn(recorder: Recorder, action: ActionOf<'login'>): Promise<void> {
  const { settings } = recorder;
  const { user } = settings;
  const { client = CLIENT, server = SERVER } = action;
  const password = readTyped(action, recorder.state, settings);
  recorder.set(withClient(recorder.state, client, settings));
  const { request, blocked } = await fetchFromPage(recorder, COOKIE_SESSION_PAGE, {
    from: client,
    to: server,
    method: 'POST',
    target: '/login',
    json: { username: user.username, password },
    inBody: [{ what: 'password', in: 'body' }],
  });
  if (blocked) return finishUnsent(recorder, PHASES.login, blocked, checkCopy);
  recorder.finish('login.request', done());

  // A session that the request brought is not looked at: `req.session = {…}` takes its place.
  const failure = checkLogin(recorder, password);
  if (failure) return refuse(recorder, request, failure);
  recorder.finish('login.verify', allow());

  const pair = await makePair(recorder, server);
  const proof = { userId: user.id, credential: pair, expiresAt: null };
  recorder.set(patchServer(recorder.state, server, { handling: { request, issued: pair } }));
  recorder.finish('login.create', done({ proof }));

  const now = readClock(recorder.state, server);
  const due = canSetCookies(settings) ? toSettingFields(settings, pair, now) : null;
  const response = await answer(recorder, request, { status: 200, json: { userId: user.id }, due });
  sendResponse(recorder, response);
  recorder.finish('login.respond', done({ status: 200, proof }));

  receiveCookies(recorder, response, toPage(recorder));
  recorder.set(patchClient(recorder.state, client, { discarded: null }));
  const stored = toStored(recorder, response, due ? pair : null);
  await finishWithCopy(recorder, 'login.store', stored, checkCopy);
}

/** What the browser did with the cookies of an answer to a login. */
function toStored(recorder: Recorder, response: Message, given: string | null): Outcome {
  const held = readPair(getClient(recorder.state, response.to));
  if (given === null) return held === null ? idle('nothingToStore') : done();
  const { data } = splitPair(given);
  const { jar } = getClient(recorder.state, response.to);
  if (jar.some(({ name, value }) => name === DATA_COOKIE && value === data)) return done();
  const isTooLarge = DATA_COOKIE.length + data.length > MAX_PAIR_BYTES;
  const { sameSite } = recorder.settings.session;
  const why = toCookieRefusal(recorder, response, toPage(recorder), sameSite);
  // Whoever asks for no cookies is not told that one is too large.
  return idle(isTooLarge && why !== 'cookieOmitted' ? 'cookieRefused' : why);
}

async function refuse(recorder: Recorder, request: Message, failure: FailureCode): Promise<void> {
  recorder.finish('login.verify', deny(failure));
  recorder.finish('login.create', idle('loginRefused'));
  const status = toStatus(failure);
  const json = { error: status === 403 ? 'forbidden' : 'invalid_credentials' };
  const response = await answer(recorder, request, { status, json });
  sendResponse(recorder, response);
  const withheld = toWithheld(recorder, response, toPage(recorder));
  recorder.finish('login.respond', deny(failure, { status, ...withheld }));
  recorder.finish('login.store', idle('nothingToStore'));
}
