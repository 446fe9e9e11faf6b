import { checkCors, isPreflight, listUnsafeFields, makePreflight } from '../http/cors.ts';
import { toMethod } from '../http/target.ts';
import type { CheckCopy } from '../lanes/lane.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { toPageOrigin } from '../lanes/start.ts';
import type { Message } from '../message.ts';
import type { Blocked, IdleReason } from '../outcome.ts';
import { idle } from '../outcome.ts';
import type { CredentialsMode, Settings } from '../settings.ts';
import { getClient, getServer } from '../state.ts';
import type { StepKind } from '../stepKind.ts';
import type { Asked, Page } from './client.ts';
import { deliver, includesCookies, readToken, sendRequest, sendResponse } from './client.ts';
import { readCookieRefusal } from './cookieRefusal.ts';
import { withCsrfToken } from './csrfToken.ts';
import { toWhose } from './fetchMetadata.ts';
import { isSameSite } from './site.ts';

/** The user's page, which fetches from its server, on whichever origin it is. */
export interface FetchingPage extends Page {
  readonly initiator: string;
  readonly credentials: CredentialsMode;
}

/** What a lane's page and server do that the other lane's do otherwise. */
export interface PageSide {
  /** Tells whether the credential is a cookie, so that the page's code has to ask for credentials. */
  isInCookie(settings: Settings): boolean;
  /** Makes the server's answer to a preflight. */
  answerPreflight(recorder: Recorder, request: Message): Promise<Message>;
}

/** Returns the user's page as it fetches: without a setting from the server's own origin, as fetch does by default. */
export function toFetchingPage(side: PageSide, settings: Settings): FetchingPage {
  const own = settings.frontEnd?.credentials ?? 'same-origin';
  return {
    initiator: toPageOrigin(settings),
    vehicle: 'subresource',
    credentials: side.isInCookie(settings) ? own : 'omit',
  };
}

const isOtherOrigin = (recorder: Recorder, page: FetchingPage, server: string) =>
  page.initiator !== getServer(recorder.state, server).origin;

/** Asks the server by a preflight whether the page may send a request; `null`: it may. Simplifies: a browser remembers the answer for five seconds. */
async function askFirst(
  recorder: Recorder,
  { answerPreflight }: PageSide,
  parts: Asked,
  page: FetchingPage,
): Promise<Blocked | null> {
  const { from, to, target, json, withToken = true } = parts;
  const token = withToken ? readToken(getClient(recorder.state, from)) : null;
  const unsafe = listUnsafeFields({ json, authorization: token });
  if (unsafe.length === 0) return null;
  const { origin } = getServer(recorder.state, to);
  const method = parts.method ?? toMethod(target);
  const asked = makePreflight({
    ...{ from, to, target, origin, method, unsafe },
    ...toWhose(recorder.settings, page.initiator, origin, 'OPTIONS'),
    pageOrigin: page.initiator,
  });
  const request = deliver(recorder, asked, recorder.state);
  const response = await answerPreflight(recorder, request);
  sendResponse(recorder, response);
  const reason = checkCors(response, page.initiator, page.credentials);
  return reason === null ? null : { at: 'preflight', reason };
}

/** What came of a fetch before any answer: the request that the server has now, or why the browser did not send it. */
export type Fetched =
  | { readonly request: Message; readonly blocked: null }
  | { readonly request: null; readonly blocked: Blocked };

/**
 * Sends a request from the user's page. To a server of another origin the browser names the page's,
 * and asks first where the request is none that a form could send.
 * @see Fetch, "HTTP fetch"
 */
export async function fetchFromPage(
  recorder: Recorder,
  side: PageSide,
  asked: Asked,
): Promise<Fetched> {
  const parts = withCsrfToken(recorder, asked);
  const page = toFetchingPage(side, recorder.settings);
  const isOther = isOtherOrigin(recorder, page, parts.to);
  const blocked = isOther ? await askFirst(recorder, side, parts, page) : null;
  if (blocked) return { request: null, blocked };
  const request = sendRequest(recorder, { ...parts, page, namesOrigin: isOther });
  return { request, blocked: null };
}

/** Says why the browser keeps an answer from the page's code, as part of an outcome; empty where it does not. */
export function toWithheld(
  recorder: Recorder,
  response: Message,
  page: Page | null,
): { readonly blocked?: Blocked } {
  if (!page?.credentials || isPreflight(response)) return {};
  const { origin } = getServer(recorder.state, response.from);
  const { initiator, credentials } = page;
  if (initiator === null || initiator === origin) return {};
  const reason = checkCors(response, initiator, credentials);
  return reason === null ? {} : { blocked: { at: 'answer', reason } };
}

/** Finishes phases of an Action whose request the browser did not send. */
export async function finishUnsent(
  recorder: Recorder,
  kinds: readonly StepKind[],
  blocked: Blocked,
  checkCopy: CheckCopy,
  owner?: string,
): Promise<void> {
  const copy = await checkCopy(recorder.settings, recorder.state, owner);
  for (const kind of kinds) recorder.finish(kind, { ...idle('preflightRefused'), blocked, copy });
}

/** Says why a browser did not keep a cookie that an answer to the user's page set: by what the cookie is, else by what the page is. */
export function toCookieRefusal(
  recorder: Recorder,
  { from, headers }: Message,
  page: FetchingPage,
  sameSite: Settings['session']['sameSite'],
): IdleReason {
  const { origin } = getServer(recorder.state, from);
  if (!includesCookies(page, origin)) return 'cookieOmitted';
  const [, set = ''] = headers.find(([name]) => name === 'Set-Cookie') ?? [];
  const own = readCookieRefusal(set, origin);
  if (own !== null) return own;
  const isForeign = !isSameSite(page.initiator, origin);
  if (isForeign && sameSite !== 'none') return 'cookieOfOtherSite';
  const isBlocked = isForeign && recorder.settings.thirdPartyCookies === 'blocked';
  return isBlocked ? 'cookieOfThirdParty' : 'cookieInsecure';
}
