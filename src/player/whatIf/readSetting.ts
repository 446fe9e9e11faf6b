import { sayFault } from '../../lesson/texts/faults.ts';
import type { JsonObject } from '../../sim/bytes/json.ts';
import { toPlace } from '../../sim/bytes/json.ts';
import { countBytes } from '../../sim/check/bytes.ts';
import type { Problem } from '../../sim/check/problem.ts';
import { isWeakSecret, validatePayload, validateSettings } from '../../sim/check/settings.ts';
import type { PagePlace } from '../../sim/client/frontEndOrigin.ts';
import { readPagePlace, toApiOrigin, toFrontEndOrigin } from '../../sim/client/frontEndOrigin.ts';
import { isStoreOutside } from '../../sim/possible/outsideStore.ts';
import type { FrontEnd, Settings } from '../../sim/settings.ts';

/** What is wrong with a text that was typed; `at` in JSON, where it is not seen at once. */
export interface TypedProblem {
  readonly message: string;
  readonly at?: { readonly position: number; readonly line: number; readonly column: number };
}

/** What a typed text means, or what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly problem: TypedProblem };

/** Reads a line: its value, or what is wrong with it. */
const toRead = <T>(value: T, [first]: readonly Problem[]): Read<T> =>
  first ? { problem: { message: sayFault(first.fault) } } : { value };

const check = (change: object) => {
  const checked = validateSettings(change);
  return 'errors' in checked ? checked.errors : [];
};

type Numbers =
  | 'session.lifetime'
  | 'session.absoluteLifetime'
  | 'session.storeLatencyMs'
  | 'token.lifetime'
  | 'token.leeway'
  | 'token.refreshGrace'
  | 'token.notBefore'
  | 'clockOffset'
  | 'second.clockOffset';

/** Reads seconds or milliseconds: digits, whatever space is around them. */
export function readSeconds(typed: string, setting: Numbers): Read<number> {
  const text = typed.trim();
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  const [part = '', name] = setting.split('.');
  const change = { [part]: name === undefined ? value : { [name]: value } };
  return toRead(value, check(change));
}

/** Reads the seconds to nbf; an empty text is none. */
export const readNotBefore = (typed: string): Read<number | undefined> =>
  typed.trim() === '' ? { value: undefined } : readSeconds(typed, 'token.notBefore');

/** Reads whom a token is for, or who made it; an empty text is nobody. */
export const readTokenName = (
  name: string,
  setting: 'audience' | 'issuer',
): Read<string | undefined> =>
  name === '' ? { value: undefined } : toRead(name, check({ token: { [setting]: name } }));

/** Reads the cookie's name or its Domain; an empty text is what it is by default. */
export const readCookieSetting = (
  typed: string,
  setting: 'cookieName' | 'cookieDomain',
): Read<string | undefined> =>
  typed === '' ? { value: undefined } : toRead(typed, check({ session: { [setting]: typed } }));

/** Reads the name of a token's cookie; an empty text is what it is by default. */
export const readTokenCookieSetting = (typed: string): Read<string | undefined> =>
  typed === '' ? { value: undefined } : toRead(typed, check({ token: { cookieName: typed } }));

/** Reads one of the session's secrets, which stands among these. */
export const readSessionSecret = (secret: string, secrets: readonly string[]): Read<string> =>
  toRead(secret, check({ session: { secrets } }));

/** Reads the token's secret. */
export const readTokenSecret = (secret: string): Read<string> =>
  toRead(secret, check({ token: { secret } }));

/** Reads the payload; an empty text is none. */
export function readPayload(typed: string): Read<JsonObject | undefined> {
  if (typed.trim() === '') return { value: undefined };
  const read = validatePayload(typed);
  if ('payload' in read) return { value: read.payload };
  const [first] = read.errors;
  const message = first ? sayFault(first.fault) : '';
  const position = first?.position;
  if (position === undefined) return { problem: { message } };
  return { problem: { message, at: { position, ...toPlace(typed, position) } } };
}

/** What a page on another origin begins with, as most do: fetch's own default, and a server that does all it can. */
export const FIRST_FRONT_END: Omit<FrontEnd, 'origin'> = {
  credentials: 'same-origin',
  cors: 'credentials',
};

export { isStoreOutside, readPagePlace };

/**
 * Returns settings in which the page is elsewhere, seen from its server. For a subdomain the server
 * moves to a host that has some, and for any other place back to the original's.
 */
export function withPagePlace(now: Settings, place: PagePlace, own: Settings): Settings {
  const { frontEnd, ...rest } = now;
  const wasMoved = readPagePlace(now) === 'subdomain' && rest.origin === toApiOrigin(own.origin);
  const stays = wasMoved ? own.origin : rest.origin;
  const origin = place === 'subdomain' ? toApiOrigin(rest.origin) : stays;
  if (place === 'sameOrigin') return { ...rest, origin };
  const page = toFrontEndOrigin(origin, place);
  return { ...rest, origin, frontEnd: { ...FIRST_FRONT_END, ...frontEnd, origin: page } };
}

/** Weighs a secret: its bytes, and whether they are so few that it can be guessed. */
export const weighSecret = (secret: string) => ({
  bytes: countBytes(secret),
  isSmall: isWeakSecret(secret),
});
