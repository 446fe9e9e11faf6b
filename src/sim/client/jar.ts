import { parseSetCookie } from './setCookie.ts';
import {
  allowsSite,
  allowsStoring,
  isSameCookie,
  isTrustworthy,
  isWithinReach,
  keepsPromise,
  refuses,
  toDefaultPath,
  toReach,
} from './site.ts';

/** A cookie at rest. `expires` and `created` are NumericDate seconds; `expires: null` ends with the browser. */
export interface StoredCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly expires: number | null;
  readonly created: number;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** `null`: the attribute was absent or unknown, and the browser's own default applies. */
  readonly sameSite: 'lax' | 'strict' | 'none' | null;
}

/** What the jar is asked for cookies with. */
export interface CookieQuery {
  /** URL that the request goes to. */
  readonly url: string;
  readonly method: string;
  /** Origin of the page that starts it; `null` for the address bar. */
  readonly initiator: string | null;
  /** A top-level navigation (link, form), or anything that a page loads or fetches. */
  readonly vehicle: 'navigation' | 'subresource';
  /** NumericDate seconds on the browser's clock. */
  readonly now: number;
  /** Whether a page of another site loads and fetches with cookies at all; by default it does. */
  readonly thirdPartyCookies?: 'allowed' | 'blocked' | undefined;
}

/** Where a `Set-Cookie` value comes from: a response, in which by default no other site has a part, or a script. */
export interface CookieSource {
  /** The request that the response answers. */
  readonly request?: Pick<CookieQuery, 'initiator' | 'vehicle' | 'thirdPartyCookies'>;
  /** A page's script assigned it to `document.cookie`. */
  readonly byScript?: boolean;
  /** The response's own Date in NumericDate seconds; by default the browser's. */
  readonly date?: number;
}

/** Bytes that name and value of a cookie may have together. */
export const MAX_PAIR_BYTES = 4096;
/** Longest life of a cookie that browsers allow. @see 6265bis section 5.5 */
export const MAX_AGE_SECONDS = 400 * 24 * 60 * 60;
const SAME_SITES = ['lax', 'strict', 'none'] as const;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

type Time = readonly [hours: number, minutes: number, seconds: number];
const NO_TIME: Time = [Number.NaN, Number.NaN, Number.NaN];

const toFullYear = (year: number) => (year < 100 ? year + (year < 70 ? 2000 : 1900) : year);

/** Reads a date of any format, always as UTC; `null` for what is none. @see RFC 6265 section 5.1.1, as Chromium reads it */
function parseDate(text: string): number | null {
  let [day, month, year]: (number | undefined)[] = [];
  let time: Time | undefined;
  // What is not ASCII separates nothing, and belongs to the word or number beside it.
  for (const token of text.toLowerCase().split(/[^a-z\d:\x80-\u{10ffff}]/u)) {
    const named = MONTHS.indexOf(token.slice(0, 3));
    if (named >= 0) month ??= named;
    else if (/^\d+:\d+:\d+$/.test(token)) time ??= token.split(':').map(Number) as [...Time];
    else if (day === undefined && /^\d{1,2}$/.test(token)) day = Number(token);
    else if (/^\d{1,5}$/.test(token)) year ??= Number(token);
  }
  const [hours, minutes, seconds] = time ?? NO_TIME;
  // What was not found makes it a date that is none.
  const fullYear = toFullYear(year ?? Number.NaN);
  const start = Date.UTC(fullYear, month ?? Number.NaN, day, hours, minutes, seconds);
  const date = new Date(start);
  const isReal = date.getUTCDate() === day && date.getUTCHours() === hours;
  return isReal && minutes < 60 && seconds < 60 ? start / 1000 : null;
}

function toExpiry(attributes: ReadonlyMap<string, string>, now: number, ahead: number) {
  // An attribute that is not there reads as a word, which is neither a number nor a date.
  const maxAge = String(attributes.get('max-age'));
  const limit = now + MAX_AGE_SECONDS;
  if (/^[+-]?\d+$/.test(maxAge)) return Math.min(now + Math.max(Number(maxAge), 0), limit);
  const expires = parseDate(String(attributes.get('expires')));
  return expires === null ? null : Math.min(expires - ahead, limit);
}

/**
 * Reads a `Set-Cookie` value that came from `url`, and returns the cookie, or `null` where a
 * browser refuses it (Secure over http, SameSite=None without Secure, a foreign Domain, a broken
 * `__Host-` or `__Secure-` promise, a control character, more than 4096 bytes). As Chromium does, and
 * no RFC asks for, it takes `Expires` by the clock of a server that says it is `date`.
 * @see 6265bis section 5.6 and 5.7
 */
export function parseCookie(
  header: string,
  url: string,
  now: number,
  date = now,
): StoredCookie | null {
  const set = parseSetCookie(header);
  if (set === null || set.bytes > MAX_PAIR_BYTES) return null;
  const { name, value, attributes } = set;
  const source = new URL(url);
  const reach = toReach(attributes.get('domain'), source.hostname);
  if (reach === null) return null;
  const path = attributes.get('path');
  const sameSite = attributes.get('samesite')?.toLowerCase();
  const cookie: StoredCookie = {
    name,
    value,
    ...reach,
    path: path?.startsWith('/') ? path : toDefaultPath(source.pathname),
    expires: toExpiry(attributes, now, date - now),
    created: now,
    secure: attributes.has('secure'),
    httpOnly: attributes.has('httponly'),
    sameSite: SAME_SITES.find((each) => each === sameSite) ?? null,
  };
  if (cookie.secure ? !isTrustworthy(source) : cookie.sameSite === 'none') return null;
  if (attributes.has('partitioned') && !cookie.secure) return null;
  return keepsPromise(cookie, attributes) ? cookie : null;
}

/** Tells whether a cookie's time is over at `now`. */
export function isExpired(cookie: StoredCookie, now: number): boolean {
  return cookie.expires !== null && cookie.expires <= now;
}

/**
 * Returns a jar that has taken in one `Set-Cookie` value; an expired one deletes its namesake, and a
 * refused one changes nothing. The jar is in the order of creation, which decides the order on the wire;
 * as in Chromium, and against RFC 6265, a new value counts as a new creation. Simplifies: it is never full.
 * @see 6265bis section 5.7
 */
export function storeCookie(
  jar: readonly StoredCookie[],
  header: string,
  url: string,
  now: number,
  { request, byScript = false, date }: CookieSource = {},
): readonly StoredCookie[] {
  const cookie = parseCookie(header, url, now, date);
  if (cookie === null || (byScript && cookie.httpOnly)) return jar;
  if (request && !allowsStoring(cookie, request, url)) return jar;
  const alive = jar.filter((kept) => !isExpired(kept, now));
  if (alive.some((kept) => refuses(kept, cookie, url, byScript))) return jar;
  const old = alive.find((kept) => isSameCookie(kept, cookie));
  if (isExpired(cookie, now)) return old ? jar.filter((kept) => kept !== old) : jar;
  if (old?.value === cookie.value) {
    return jar.map((kept) => (kept === old ? { ...cookie, created: old.created } : kept));
  }
  return [...jar.filter((kept) => !isSameCookie(kept, cookie)), cookie];
}

/** Returns the cookies that a browser attaches to a request, in the order of the wire. @see RFC 6265 section 5.4, 6265bis section 5.8.3 */
export function selectCookies(
  jar: readonly StoredCookie[],
  query: CookieQuery,
): readonly StoredCookie[] {
  const url = new URL(query.url);
  return jar
    .filter((cookie) => isWithinReach(cookie, url) && !isExpired(cookie, query.now))
    .filter((cookie) => allowsSite(cookie, query))
    .sort((a, b) => b.path.length - a.path.length);
}

/** Formats cookies as the value of a `Cookie` header field; `null` when there are none. */
export function toCookieHeader(cookies: readonly StoredCookie[]): string | null {
  if (cookies.length === 0) return null;
  return cookies.map(({ name, value }) => (name ? `${name}=${value}` : value)).join('; ');
}

/** Returns the `document.cookie` of a top-level page at `url`: what its next request would send, without HttpOnly. */
export function toDocumentCookie(jar: readonly StoredCookie[], url: string, now: number): string {
  const query = { url, method: 'GET', initiator: null, vehicle: 'navigation', now } as const;
  return toCookieHeader(selectCookies(jar, query).filter(({ httpOnly }) => !httpOnly)) ?? '';
}
