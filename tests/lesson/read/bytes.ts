import { createHmac } from 'node:crypto';
import type { Message } from '../../../src/sim/message.ts';
import type { ClientState, ServerState, SessionRecord } from '../../../src/sim/state.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';

/*
 * What messages and State hold, read off their bytes by the tests themselves, so that the lesson's
 * readers are measured by something that they do not read.
 */
const listField = ({ headers }: Message, name: string): string[] =>
  headers.flatMap(([field, value]) => (field === name ? [value] : []));

/** Every cookie that a response sets, one that it deletes left out: that has no value, whatever its date. */
export const listSetCookies = (
  message: Message,
): { name: string; value: string; field: string }[] =>
  listField(message, 'Set-Cookie').flatMap((field) => {
    const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(field) ?? [];
    return value === '' ? [] : [{ name, value, field }];
  });

/** A member of a JSON body; `null` where there is none. */
export function readMember(message: Message | undefined, name: string): string | null {
  // A page of another site posts a form, which is no JSON.
  if (!message?.body?.startsWith('{')) return null;
  const value = (JSON.parse(message.body) as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : null;
}

/** Those of the cookies that are beside a lane's credential, or instead of it. */
const OTHERS = new Set(['refreshToken', 'session', 'session.sig']);

/** Tells whether a cookie is its lane's credential, whatever the run calls it. */
export const isCredential = ({ name }: { readonly name: string }): boolean => !OTHERS.has(name);

/** Splits the first pair of a Cookie field that is its lane's credential; `null` where there is none. */
function readCredential(request: Message): string | null {
  const pairs = listField(request, 'Cookie').flatMap((field) => field.split('; '));
  const own = pairs.find((pair) => isCredential({ name: pair.slice(0, pair.indexOf('=')) }));
  return own === undefined ? null : own.slice(own.indexOf('=') + 1);
}

/** The refresh token in a request: in its body, or in a cookie of its own. */
export function readSentRefresh(request: Message): string | null {
  const pairs = listField(request, 'Cookie').flatMap((field) => field.split('; '));
  const own = pairs.find((pair) => pair.startsWith('refreshToken='));
  return readMember(request, 'refreshToken') ?? own?.slice('refreshToken='.length) ?? null;
}

/** The lane's credential in a request. */
export function readSent(request: Message | undefined, strategy: Strategy): string | null {
  if (!request) return null;
  const cookie = readCredential(request);
  if (cookie !== null || strategy === 'session') return cookie;
  return listField(request, 'Authorization')[0]?.replace(/^Bearer /, '') ?? null;
}

/** The lane's credential that a response hands out. */
export function readGiven(response: Message | undefined, strategy: Strategy): string | null {
  if (!response) return null;
  const set = listSetCookies(response).find(isCredential);
  return set?.value ?? (strategy === 'token' ? readMember(response, 'token') : null);
}

/** All cookies of the lane's that a client keeps, the one that is sent first to begin with. */
export const listKept = (client: ClientState | undefined): string[] =>
  (client?.jar ?? [])
    .filter(isCredential)
    .toSorted((a, b) => b.path.length - a.path.length)
    .map(({ value }) => value);

/** The lane's credential that a client keeps; of several cookies the one that is sent first. */
export function readKept(client: ClientState | undefined, strategy: Strategy): string | null {
  const [cookie] = listKept(client);
  if (cookie !== undefined || strategy === 'session') return cookie ?? null;
  return client?.storage.memory.token ?? client?.storage.localStorage.token ?? null;
}

/** The second at which a record's session is over: the sooner of its two ends; `null`: never. */
export function readEnd({ cookie, endsAt }: SessionRecord): number | null {
  const ends = [cookie.expires === null ? [] : Date.parse(cookie.expires) / 1000, endsAt ?? []];
  const known = ends.flat();
  return known.length === 0 ? null : Math.min(...known);
}

/** The session ID in a cookie, whatever its signature is; `null` where it has none. */
export function readSid(cookie: string | null): string | null {
  const text = decodeURIComponent(cookie ?? '');
  return text.startsWith('s:') && text.includes('.') ? text.slice(2, text.lastIndexOf('.')) : null;
}

/** Whether a cookie's signature fits one of a server's secrets. */
export function isSigned(cookie: string | null, { secrets }: ServerState): boolean {
  const sid = readSid(cookie);
  if (sid === null) return false;
  const signature = decodeURIComponent(cookie ?? '').slice(sid.length + 3);
  return secrets.some((secret) => {
    const hmac = createHmac('sha256', secret).update(sid).digest('base64').replace(/=+$/, '');
    return hmac === signature;
  });
}

/** A part of a token, decoded. */
export function readPart(token: string, part: 0 | 1): Record<string, unknown> {
  const text = Buffer.from(token.split('.')[part] ?? '', 'base64url').toString();
  return JSON.parse(text) as Record<string, unknown>;
}

/** Whether it is a JWT whose ID is not the 32 random bytes of a refresh token. */
export const isAccessToken = (item: string): boolean =>
  item.split('.').length === 3 && String(readPart(item, 1).jti ?? '').length !== 43;
