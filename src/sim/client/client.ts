import { SERVER } from '../actors.ts';
import { DATA_COOKIE, SIGNATURE_COOKIE, toPair } from '../cookieSession/pair.ts';
import type { HttpMethod } from '../http/request.ts';
import { makeRequest } from '../http/request.ts';
import { TRANSFER_FORM, toMethod } from '../http/target.ts';
import { toForwarded } from '../http/tlsProxy.ts';
import type { Recorder } from '../lanes/recorder.ts';
import type { Carried, CookieCredential, Message } from '../message.ts';
import { NOTHING_CARRIED } from '../message.ts';
import { readCookieName } from '../session/setCookie.ts';
import type { CredentialsMode } from '../settings.ts';
import type { ClientState, State } from '../state.ts';
import { getClient, getServer, patchClient, patchServer, readClock } from '../state.ts';
import { toFormByHand } from './csrfToken.ts';
import { toForgedWhose, toWhose } from './fetchMetadata.ts';
import type { StoredCookie } from './jar.ts';
import { isExpired, selectCookies, storeCookie, toCookieHeader } from './jar.ts';

/** Key under which the client's code keeps its token; of a cookie that it is kept in the name, where that has none of its own. */
export const TOKEN_KEY = 'token';
/** Key under which the client's code keeps its refresh token, and the name of its cookie when it is kept in one. */
export const REFRESH_KEY = 'refreshToken';

/** Returns the token that a page's code keeps, wherever it keeps it; `null` without one. */
export function readToken(client: ClientState): string | null {
  const { memory, localStorage } = client.storage;
  return memory[TOKEN_KEY] ?? localStorage[TOKEN_KEY] ?? null;
}

/** Returns the cookies of one name in a jar, in the order in which a page under their paths gets them. */
export const listCookies = (jar: readonly StoredCookie[], name: string): readonly StoredCookie[] =>
  jar.filter((cookie) => cookie.name === name).sort((a, b) => b.path.length - a.path.length);

/** Returns the value of a cookie in a client's jar, of several with one name the one that servers read; `null` without one. */
export function readCookie({ jar }: ClientState, name: string): string | null {
  return listCookies(jar, name)[0]?.value ?? null;
}

/** What makes a browser send a request, when it is not the client's own page. */
export interface Page {
  readonly initiator: string | null;
  readonly vehicle: 'navigation' | 'subresource';
  /** Given for a fetch of which the page's code wants to read the answer. */
  readonly credentials?: CredentialsMode;
}

/** Tells whether a page's request takes cookies along, and its answer may set some. @see Fetch, "credentials mode" */
export function includesCookies({ initiator, credentials }: Page, server: string): boolean {
  if (credentials === 'same-origin') return initiator === server;
  return credentials !== 'omit';
}

/** What a page asks for. */
export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly target: string;
  /** Follows from the target when left out. */
  readonly method?: HttpMethod;
  readonly json?: object;
  /** The urlencoded body; of a transfer its own when left out. */
  readonly form?: string;
  /** The credentials in that body. */
  readonly inBody?: readonly Carried[];
  /** Whether the page's code attaches its token; a login and a foreign page show none. */
  readonly withToken?: boolean;
  /** Whether the browser names the page's origin to the server. */
  readonly namesOrigin?: boolean;
}

/** The same with the page that asks. */
export interface Send extends Asked {
  readonly page: Page;
}

const toForm = (target: string) => (target === '/transfer' ? TRANSFER_FORM : undefined);

function toCarriedCookies(cookies: readonly StoredCookie[], state: State): readonly Carried[] {
  // A session's cookie may have the name that a token's has, and the other way round: no jar holds both.
  const { tokenCookieName } = getServer(state, SERVER);
  const names = new Map<string, CookieCredential>([
    [TOKEN_KEY, 'token'],
    [REFRESH_KEY, 'refreshToken'],
    [DATA_COOKIE, 'session'],
    [readCookieName(state), 'session'],
    ...(tokenCookieName ? [[tokenCookieName, 'token'] as const] : []),
  ]);
  // What is in the data cookie is a session together with the signature that servers read.
  const signature = cookies.find(({ name }) => name === SIGNATURE_COOKIE)?.value ?? '';
  return cookies.flatMap(({ name, value: own }) => {
    const what = names.get(name);
    const value = name === DATA_COOKIE ? toPair(own, signature) : own;
    return what === undefined ? [] : [{ what, in: 'Cookie', value } as const];
  });
}

/** Brings a request to its server, which handles it from now on; returns it as it came there. */
export function deliver(recorder: Recorder, sent: Message, state: State): Message {
  const request = toForwarded(sent, recorder.settings);
  recorder.send(request);
  recorder.set(patchServer(state, request.to, { handling: { request, issued: null } }));
  return request;
}

/**
 * Sends a request from a page: the browser attaches what its jar selects, the page's code the token
 * that it keeps. Leaves the server handling it, and returns it.
 */
export function sendRequest(recorder: Recorder, parts: Send): Message {
  const { from, to, target, json, inBody = NOTHING_CARRIED, withToken = true, page } = parts;
  const { state } = recorder;
  const client = getClient(state, from);
  const { origin } = getServer(state, to);
  const method = parts.method ?? toMethod(target);
  const url = new URL(target, origin).href;
  const { initiator, vehicle } = page;
  const { clock: now } = state;
  const { thirdPartyCookies } = recorder.settings;
  const cookies = includesCookies(page, origin)
    ? selectCookies(client.jar, { url, method, initiator, vehicle, now, thirdPartyCookies })
    : [];
  const token = withToken ? readToken(client) : null;
  const cookie = toCookieHeader(cookies);
  const authorization = token === null ? null : `Bearer ${token}`;
  const form = parts.form ?? toForm(target);
  const shown: readonly Carried[] =
    token === null ? [] : [{ what: 'token', in: 'Authorization', value: token }];
  // A list that is spread together keeps room for more, in every message of a long run.
  const carried = toCarriedCookies(cookies, state).concat(shown, inBody);
  const request = makeRequest({
    ...{ from, to, method, target, origin, json, form, cookie, authorization },
    ...toWhose(recorder.settings, initiator, url, method),
    ...(parts.namesOrigin && { pageOrigin: initiator }),
    carries: carried,
  });
  return deliver(recorder, request, dropExpiredCookies(state, from));
}

/** The field in which a credential stands. */
export interface CredentialFields {
  readonly cookie?: string;
  readonly authorization?: string;
  readonly carries: readonly Carried[];
}

/** Shows no credential at all. */
const SHOWN_NOTHING: CredentialFields = { carries: NOTHING_CARRIED };

/** Sends a request from a program that no browser rule binds, with the credential that it is given. */
export function sendByHand(
  recorder: Recorder,
  route: { readonly from: string; readonly to: string; readonly target: string },
  fields = SHOWN_NOTHING,
): Message {
  const { state } = recorder;
  const { origin } = getServer(state, route.to);
  const method = toMethod(route.target);
  const whose = toForgedWhose(recorder.settings, method);
  const body = method === 'POST' ? toFormByHand(recorder, route.from) : null;
  const carries = body ? [...fields.carries, ...body.inBody] : fields.carries;
  const parts = { ...route, ...fields, ...whose, carries, origin, method };
  const request = makeRequest({ ...parts, form: body?.form });
  return deliver(recorder, request, state);
}

/** Records a response; the server is done with its request. */
export function sendResponse(recorder: Recorder, response: Message): void {
  recorder.send(response);
  recorder.set(patchServer(recorder.state, response.from, { handling: null }));
}

/** Lets the browser act on a response's `Set-Cookie` fields. */
export function receiveCookies(recorder: Recorder, response: Message, page?: Page): void {
  const { state } = recorder;
  const { origin } = getServer(state, response.from);
  if (page && !includesCookies(page, origin)) return;
  const url = new URL(response.target, origin).href;
  const { thirdPartyCookies } = recorder.settings;
  const request = page && { ...page, thirdPartyCookies };
  const source = { request, date: readClock(state, response.from) };
  let { jar } = getClient(state, response.to);
  for (const [name, value] of response.headers) {
    if (name === 'Set-Cookie') jar = storeCookie(jar, value, url, state.clock, source);
  }
  recorder.set(patchClient(state, response.to, { jar }));
}

/** Removes cookies whose time is over, as browsers do when they next look at them. */
export function dropExpiredCookies(state: State, clientId: string): State {
  const { jar } = getClient(state, clientId);
  if (!jar.some((cookie) => isExpired(cookie, state.clock))) return state;
  return patchClient(state, clientId, { jar: jar.filter((c) => !isExpired(c, state.clock)) });
}
