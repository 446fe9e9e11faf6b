import type { ActionOf } from '../action.ts';
import type { ClientId } from '../actors.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { receiveCookies, sendResponse } from '../client/client.ts';
import { fetchFromPage, toFetchingPage, toWithheld } from '../client/pageFetch.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { withClient } from '../lanes/start.ts';
import type { Outcome } from '../outcome.ts';
import { done, idle } from '../outcome.ts';
import { getClient, getServer, patchClient } from '../state.ts';
import { answer } from './answers.ts';
import { listPairs } from './held.ts';
import { signData } from './keygrip.ts';
import { COOKIE_SESSION_PAGE } from './page.ts';
import { checkCopy } from './proof.ts';
import { canSetCookies, toClearingFields } from './setCookie.ts';

/** Sends POST /logout. The server looks at no session and ends none: `req.session = null` clears the cookies. Returns what came of it. */
async function requestLogout(
  recorder: Recorder,
  client: ClientId,
  server: string,
): Promise<Outcome> {
  const { settings } = recorder;
  recorder.set(withClient(recorder.state, client, settings));
  const listHeld = () => listPairs(getClient(recorder.state, client).jar);
  const before = listHeld();
  const { request, blocked } = await fetchFromPage(recorder, COOKIE_SESSION_PAGE, {
    from: client,
    to: server,
    method: 'POST',
    target: '/logout',
  });
  if (blocked) return { ...idle('preflightRefused'), blocked };
  const [secret = ''] = getServer(recorder.state, server).secrets;
  const due = canSetCookies(settings)
    ? toClearingFields(settings, await signData('', secret))
    : null;
  const response = await answer(recorder, request, { status: 204, due });
  sendResponse(recorder, response);
  const page = toFetchingPage(COOKIE_SESSION_PAGE, settings);
  receiveCookies(recorder, response, page);
  // One that was planted beside it is not the one that the server clears.
  const left = listHeld();
  const gone = before.find((pair) => !left.includes(pair));
  if (gone !== undefined) recorder.set(patchClient(recorder.state, client, { discarded: gone }));
  return done({ status: 204, ...toWithheld(recorder, response, page) });
}

/** Runs a logout: the browser is told to drop its cookies. There is no record to destroy. */
export async function logOut(
  recorder: Recorder,
  { client = CLIENT, server = SERVER }: ActionOf<'logout'>,
): Promise<void> {
  const outcome = await requestLogout(recorder, client, server);
  const copy = await checkCopy(recorder.settings, recorder.state, client);
  recorder.finish('logout.request', { ...outcome, copy });
  const rest = outcome.blocked?.at === 'preflight' ? outcome : idle('noServerState');
  recorder.finish('logout.cleanup', { ...rest, copy });
}

/** Runs a logout where the server cannot reach any other browser: it is a logout here. */
export async function logOutEverywhere(
  recorder: Recorder,
  { client = CLIENT, server = SERVER }: ActionOf<'logoutEverywhere'>,
): Promise<void> {
  const outcome = await requestLogout(recorder, client, server);
  const copy = await checkCopy(recorder.settings, recorder.state, client);
  recorder.finish('logout.everywhere', { ...outcome, copy });
}
