import { parseSetCookie } from 'cookie';
import { isSameSite, isTrustworthy } from './site.ts';

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
}

const MAX_PAIR_BYTES = 4096;
const MAX_PATH_CHARS = 1024;
const MAX_AGE_SECONDS = 400 * 24 * 60 * 60;
const UNSPECIFIED_POST_SECONDS = 120;
const SAFE_METHODS = new Set(['GET', 'HEAD']);

const byteLength = (text: string) => new TextEncoder().encode(text).length;

/** @see RFC 6265 section 5.1.4 */
function toDefaultPath(pathname: string): string {
  const end = pathname.lastIndexOf('/');
  return end <= 0 ? '/' : pathname.slice(0, end);
}

/** @see RFC 6265 section 5.1.4 */
function pathMatches(requestPath: string, cookiePath: string): boolean {
  if (requestPath === cookiePath) return true;
  if (!requestPath.startsWith(cookiePath)) return false;
  return cookiePath.endsWith('/') || requestPath[cookiePath.length] === '/';
}

/** @see RFC 6265 section 5.1.3 */
function domainMatches(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

function toExpiry(cookie: ReturnType<typeof parseSetCookie>, now: number): number | null {
  if (cookie.maxAge !== undefined) return now + Math.min(cookie.maxAge, MAX_AGE_SECONDS);
  const time = cookie.expires?.getTime();
  if (time === undefined || Number.isNaN(time)) return null;
  return Math.min(Math.floor(time / 1000), now + MAX_AGE_SECONDS);
}

function toSameSite(value: unknown): StoredCookie['sameSite'] {
  return value === 'lax' || value === 'strict' || value === 'none' ? value : null;
}

/**
 * Reads a `Set-Cookie` value that came from `url`, and returns the cookie, or `null` where a
 * browser refuses it (Secure over http, SameSite=None without Secure, a foreign Domain, a broken
 * `__Host-` or `__Secure-` promise, more than 4096 bytes).
 * @see RFC 6265 section 5.2 and 5.3, 6265bis section 5.7
 */
export function parseCookie(header: string, url: string, now: number): StoredCookie | null {
  const parsed = parseSetCookie(header, { decode: (text) => text });
  const source = new URL(url);
  const { name } = parsed;
  const value = parsed.value ?? '';
  if (byteLength(name) + byteLength(value) > MAX_PAIR_BYTES) return null;
  const domain = parsed.domain?.replace(/^\./, '').toLowerCase();
  if (domain && !domainMatches(source.hostname, domain)) return null;
  const given = parsed.path;
  const usable = given?.startsWith('/') && given.length <= MAX_PATH_CHARS;
  const path = usable ? (given as string) : toDefaultPath(source.pathname);
  const secure = parsed.secure ?? false;
  const sameSite = toSameSite(parsed.sameSite);
  if (secure && !isTrustworthy(source)) return null;
  if (sameSite === 'none' && !secure) return null;
  if (name.startsWith('__Secure-') && !secure) return null;
  if (name.startsWith('__Host-') && (!secure || domain || given !== '/')) return null;
  return {
    name,
    value,
    domain: domain ?? source.hostname,
    hostOnly: !domain,
    path,
    expires: toExpiry(parsed, now),
    created: now,
    secure,
    httpOnly: parsed.httpOnly ?? false,
    sameSite,
  };
}

const isSameCookie = (a: StoredCookie, b: StoredCookie) =>
  a.name === b.name && a.domain === b.domain && a.hostOnly === b.hostOnly && a.path === b.path;

/** Tells whether a cookie's time is over at `now`. */
export function isExpired(cookie: StoredCookie, now: number): boolean {
  return cookie.expires !== null && cookie.expires <= now;
}

/** Returns a jar that has taken in one `Set-Cookie` value; an expired one deletes its namesake. @see RFC 6265 section 5.3 */
export function storeCookie(
  jar: readonly StoredCookie[],
  header: string,
  url: string,
  now: number,
): readonly StoredCookie[] {
  const cookie = parseCookie(header, url, now);
  if (cookie === null) return jar;
  const at = jar.findIndex((kept) => isSameCookie(kept, cookie));
  if (isExpired(cookie, now)) return at < 0 ? jar : jar.filter((_, i) => i !== at);
  // A replaced cookie keeps its place, because the order of creation decides the order on the wire.
  return at < 0 ? [...jar, cookie] : jar.map((kept, i) => (i === at ? cookie : kept));
}

function allowsSite(cookie: StoredCookie, query: CookieQuery): boolean {
  const { initiator, vehicle, method, url, now } = query;
  if (initiator === null || isSameSite(initiator, url)) return true;
  if (cookie.sameSite === 'none') return true;
  if (cookie.sameSite === 'strict' || vehicle === 'subresource') return false;
  if (SAFE_METHODS.has(method)) return true;
  // Chromium's exception: a cookie without the attribute rides on a top-level POST while it is young.
  return cookie.sameSite === null && now - cookie.created < UNSPECIFIED_POST_SECONDS;
}

/** Returns the cookies that a browser attaches to a request, in the order of the wire. @see RFC 6265 section 5.4, 6265bis section 5.8.3 */
export function selectCookies(
  jar: readonly StoredCookie[],
  query: CookieQuery,
): readonly StoredCookie[] {
  const url = new URL(query.url);
  return jar
    .filter((cookie) => {
      const hostOk = cookie.hostOnly
        ? url.hostname === cookie.domain
        : domainMatches(url.hostname, cookie.domain);
      return (
        hostOk &&
        pathMatches(url.pathname, cookie.path) &&
        (!cookie.secure || isTrustworthy(url)) &&
        !isExpired(cookie, query.now) &&
        allowsSite(cookie, query)
      );
    })
    .sort((a, b) => b.path.length - a.path.length);
}

/** Formats cookies as the value of a `Cookie` header field; `null` when there are none. */
export function toCookieHeader(cookies: readonly StoredCookie[]): string | null {
  if (cookies.length === 0) return null;
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}
