import type { Message } from '../sim/message.ts';
import type { SessionRecord } from '../sim/state.ts';
import type { Strategy } from '../sim/strategy.ts';
import type { LaneFrame } from '../sim/trace.ts';
import { formatCount } from './format.ts';

const COOKIE_NAME = 'connect.sid';
const TOKEN_KEY = 'token';

const header = (message: Message, name: string) =>
  message.headers.find(([field]) => field === name)?.[1] ?? null;

/** Returns the HTTP messages of a lane's step, without the calls to the store. */
export const toHttpMessages = (lane: LaneFrame) =>
  lane.messages.filter(({ kind }) => kind !== 'store');

/** Returns the calls to the session store in a lane's step. */
export const toStoreCalls = (lane: LaneFrame) =>
  lane.messages.filter(({ kind }) => kind === 'store');

/** Returns the request of a step, or `undefined`. */
export const findRequest = (lane: LaneFrame) =>
  lane.messages.find(({ kind }) => kind === 'request');

/** Returns the response of a step, or `undefined`. */
export const findResponse = (lane: LaneFrame) =>
  lane.messages.find(({ kind }) => kind === 'response');

/** Returns the session cookie in the client's jar, or `undefined`. */
export const findCookie = ({ state }: LaneFrame) =>
  state.clients.client?.jar.find(({ name }) => name === COOKIE_NAME);

/** Returns the token that the client keeps and where, or `null`. */
export function findToken({ state }: LaneFrame) {
  const cookie = state.clients.client?.jar.find(({ name }) => name === TOKEN_KEY);
  if (cookie) return { value: cookie.value, place: 'cookie' } as const;
  const { memory = {}, localStorage = {} } = state.clients.client?.storage ?? {};
  if (memory[TOKEN_KEY]) return { value: memory[TOKEN_KEY], place: 'memory' } as const;
  if (localStorage[TOKEN_KEY])
    return { value: localStorage[TOKEN_KEY], place: 'localStorage' } as const;
  return null;
}

/** Returns all session records, with their IDs; of one store where it is named. */
export function toRecords(
  { state }: LaneFrame,
  storeId?: string | null,
): readonly (readonly [string, SessionRecord])[] {
  return Object.entries(state.stores).flatMap(([id, { sessions, buckets }]) =>
    storeId !== undefined && storeId !== id
      ? []
      : (buckets ? Object.values(buckets) : [sessions]).flatMap((part) => Object.entries(part)),
  );
}

/** Returns the second that it is by a server's own clock; the first one's by default. */
export const readClock = ({ state }: LaneFrame, server = 'server') =>
  state.clock + (state.servers[server]?.clockOffset ?? 0);

/** Counts the secrets of the first server, in words. */
export const countSecrets = ({ state }: LaneFrame) =>
  formatCount(state.servers.server?.secrets.length ?? 0, 'secret');

/** Returns the credential in a request's Cookie or Authorization field, or `null`. */
export function readSentCredential(
  request: Message | undefined,
  strategy: Strategy,
): string | null {
  if (!request) return null;
  const readCookie = (name: string) => {
    const pairs = header(request, 'Cookie')?.split('; ') ?? [];
    return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
  };
  if (strategy === 'session') return readCookie(COOKIE_NAME);
  const bearer = header(request, 'Authorization')?.replace(/^Bearer /, '');
  return bearer ?? readCookie(TOKEN_KEY);
}

/** Tells whether a request that carries a token carries it in a cookie. */
export const sendsTokenCookie = (request: Message | undefined) =>
  request !== undefined && header(request, 'Authorization') === null;

const readSetCookie = (response: Message, name: string) =>
  header(response, 'Set-Cookie')?.match(new RegExp(`^${name.replace('.', '\\.')}=([^;]+);`))?.[1] ??
  null;

/** Tells whether a response puts the token into a cookie. */
export const setsTokenCookie = (response: Message | undefined) =>
  response !== undefined && readSetCookie(response, TOKEN_KEY) !== null;

/** Returns the credential that a response hands out, or `null`: a set cookie's value or a token. */
export function readGivenCredential(
  response: Message | undefined,
  strategy: Strategy,
): string | null {
  if (!response) return null;
  if (strategy === 'token') {
    const body: unknown = response.body === null ? null : JSON.parse(response.body);
    const token = (body as { token?: unknown } | null)?.token;
    return typeof token === 'string' ? token : readSetCookie(response, TOKEN_KEY);
  }
  return readSetCookie(response, COOKIE_NAME);
}

/** Tells whether a response deletes the session cookie. */
export function clearsCookie(response: Message | undefined): boolean {
  return response
    ? (header(response, 'Set-Cookie')?.startsWith(`${COOKIE_NAME}=;`) ?? false)
    : false;
}

/** Returns the session ID inside a cookie's value (`s%3A<sid>.<signature>`). */
export function readSid(cookieValue: string): string {
  const signed = cookieValue.replace(/^s(%3A|:)/i, '');
  return signed.slice(0, Math.max(0, signed.lastIndexOf('.')));
}

/** Returns who logs in, from the request that is being handled or sent; `null` without one. */
export function readUsername(lane: LaneFrame): string | null {
  const servers = Object.values(lane.state.servers);
  const request = findRequest(lane) ?? servers.find((one) => one.handling)?.handling?.request;
  if (!request?.body) return null;
  const body = JSON.parse(request.body) as { username?: unknown };
  return typeof body.username === 'string' ? body.username : null;
}
