import type { HttpMethod } from '../http/request.ts';
import { makeRequest } from '../http/request.ts';
import type { Message } from '../message.ts';
import type { Recorder } from '../recorder.ts';
import type { ClientState, State } from '../state.ts';
import { getClient, getServer, patchClient, patchServer } from '../state.ts';
import { isExpired, selectCookies, storeCookie, toCookieHeader } from './jar.ts';

/** Key under which the client's code keeps its token. */
export const TOKEN_KEY = 'token';

/** Returns the token that a client keeps, wherever it keeps it; `null` without one. */
export function readToken(client: ClientState): string | null {
  const { memory, localStorage } = client.storage;
  return memory[TOKEN_KEY] ?? localStorage[TOKEN_KEY] ?? null;
}

interface Send {
  readonly from: string;
  readonly to: string;
  readonly method: HttpMethod;
  readonly target: string;
  readonly json?: unknown;
  /** Whether the page's code attaches its token; a login shows none. */
  readonly withToken?: boolean;
}

/**
 * Sends a request from a page: the browser attaches what its jar selects, the page's code the token
 * that it keeps. Leaves the server handling it, and returns it.
 */
export function sendRequest(recorder: Recorder, parts: Send): Message {
  const { from, to, method, target, json, withToken = true } = parts;
  const { state } = recorder;
  const client = getClient(state, from);
  const { origin } = getServer(state, to);
  const url = new URL(target, origin).href;
  const query = { url, method, initiator: client.origin, vehicle: 'subresource' } as const;
  const cookies = selectCookies(client.jar, { ...query, now: state.clock });
  const token = withToken ? readToken(client) : null;
  const request = makeRequest({
    from,
    to,
    method,
    target,
    origin,
    json,
    cookie: toCookieHeader(cookies),
    authorization: token === null ? null : `Bearer ${token}`,
  });
  recorder.send(request);
  recorder.set(
    patchServer(dropExpiredCookies(state, from), to, { handling: { request, issued: null } }),
  );
  return request;
}

/** Records a response; the server is done with its request. */
export function sendResponse(recorder: Recorder, response: Message): void {
  recorder.send(response);
  recorder.set(patchServer(recorder.state, response.from, { handling: null }));
}

/** Lets the browser act on a response's `Set-Cookie` fields. */
export function receiveCookies(recorder: Recorder, response: Message): void {
  const { state } = recorder;
  const url = new URL(response.target, getServer(state, response.from).origin).href;
  let { jar } = getClient(state, response.to);
  for (const [name, value] of response.headers) {
    if (name === 'Set-Cookie') jar = storeCookie(jar, value, url, state.clock);
  }
  recorder.set(patchClient(state, response.to, { jar }));
}

/** Removes cookies whose time is over, as browsers do when they next look at them. */
export function dropExpiredCookies(state: State, clientId: string): State {
  const { jar } = getClient(state, clientId);
  if (!jar.some((cookie) => isExpired(cookie, state.clock))) return state;
  return patchClient(state, clientId, { jar: jar.filter((c) => !isExpired(c, state.clock)) });
}
