import type { CookieQuery, StoredCookie } from './jar.ts';
import { toPublicSuffix } from './publicSuffix.ts';

const UNSPECIFIED_POST_SECONDS = 120;
const SAFE_METHODS = new Set(['GET', 'HEAD']);

/** Tells whether a host is an address, of which no part is a domain. `URL` has made IPv4 canonical. */
export function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.startsWith('[');
}

/** Returns the registrable domain of a host: its public suffix and the label before it. */
export function toRegistrableDomain(host: string): string {
  if (isAddress(host)) return host;
  const labels = toPublicSuffix(host).split('.').length + 1;
  return host.split('.').slice(-labels).join('.');
}

/**
 * Tells whether hosts can share the cookies of a domain: not of an address, nor of a public suffix,
 * below which anybody may register. @see 6265bis section 5.7, public suffixes
 */
export function isShareable(domain: string): boolean {
  return domain !== toPublicSuffix(domain) && !isAddress(domain);
}

/** Tells whether two origins are same-site: same scheme and registrable domain. @see HTML, "same site" and 6265bis section 5.2 */
export function isSameSite(a: string, b: string): boolean {
  const [left, right] = [new URL(a), new URL(b)];
  return (
    left.protocol === right.protocol &&
    toRegistrableDomain(left.hostname) === toRegistrableDomain(right.hostname)
  );
}

/** Tells whether a browser lets `Secure` cookies travel there: https, and loopback hosts over http as Chromium does. */
export function isTrustworthy(url: URL): boolean {
  if (url.protocol === 'https:') return true;
  const host = url.hostname;
  if (isAddress(host)) return host.startsWith('127.') || host === '[::1]';
  return host === 'localhost' || host.endsWith('.localhost');
}

/** Tells whether a host is a domain or below it; a domain is never part of an address. @see RFC 6265 section 5.1.3 */
export function domainMatches(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Returns which hosts a cookie from a host goes to, by its Domain; `null` for a foreign one. @see 6265bis section 5.7 */
export function toReach(
  given: string | undefined,
  host: string,
): Pick<StoredCookie, 'domain' | 'hostOnly'> | null {
  if (!given) return { domain: host, hostOnly: true };
  // As Chromium does, which asks for punycode.
  if (/[^\0-\x7f]/.test(given)) return null;
  const domain = given.replace(/^\./, '').toLowerCase();
  if (!isShareable(domain)) return domain === host ? { domain, hostOnly: true } : null;
  return domainMatches(host, domain) ? { domain, hostOnly: false } : null;
}

/** Returns the path of a cookie that names none. @see RFC 6265 section 5.1.4 */
export function toDefaultPath(pathname: string): string {
  const end = pathname.lastIndexOf('/');
  return end <= 0 ? '/' : pathname.slice(0, end);
}

/** Tells whether a request's path is a cookie's path or below it. @see RFC 6265 section 5.1.4 */
function pathMatches(requestPath: string, cookiePath: string): boolean {
  if (requestPath === cookiePath) return true;
  if (!requestPath.startsWith(cookiePath)) return false;
  return cookiePath.endsWith('/') || requestPath[cookiePath.length] === '/';
}

/** Tells whether a cookie's host, path and Secure let it travel to an address. @see RFC 6265 section 5.4 */
export function isWithinReach(cookie: StoredCookie, url: URL): boolean {
  const { domain, hostOnly, path, secure } = cookie;
  const isHost = hostOnly ? url.hostname === domain : domainMatches(url.hostname, domain);
  return isHost && pathMatches(url.pathname, path) && (!secure || isTrustworthy(url));
}

/** Returns the prefix of a cookie's name, in lower case and without its underscores, where it has one that browsers know. */
export const readPrefix = (name: string): string | undefined =>
  /^__(secure|host-http|host|http)-/.exec(name.toLowerCase())?.[1];

/** Tells whether a cookie is what its name's prefix promises, by the attributes that it came with. @see 6265bis section 4.1.3; `__Http-` as Chromium does */
export function keepsPromise(
  cookie: Pick<StoredCookie, 'name' | 'value' | 'secure' | 'httpOnly' | 'domain'>,
  attributes: ReadonlyMap<string, string>,
): boolean {
  const { name, value, secure, httpOnly, domain } = cookie;
  const prefix = readPrefix(name || value);
  if (prefix === undefined) return true;
  if (name === '' || !secure) return false;
  if (prefix.endsWith('http') && !httpOnly) return false;
  // A public suffix that names itself gets a cookie of its own too, but Chromium lets an address alone.
  const isOwn = !attributes.get('domain') || isAddress(domain);
  return !prefix.startsWith('host') || (isOwn && attributes.get('path') === '/');
}

/** Tells whether one cookie takes the other's place. @see 6265bis section 5.7 */
export const isSameCookie = (a: StoredCookie, b: StoredCookie) =>
  a.name === b.name && a.domain === b.domain && a.hostOnly === b.hostOnly && a.path === b.path;

/** Tells whether a cookie in the jar refuses another: an HttpOnly one a script's, a Secure one those of http. @see 6265bis section 5.7 */
export function refuses(kept: StoredCookie, cookie: StoredCookie, url: string, byScript: boolean) {
  if (byScript && kept.httpOnly && isSameCookie(kept, cookie)) return true;
  if (!kept.secure || isTrustworthy(new URL(url)) || kept.name !== cookie.name) return false;
  const { domain } = kept;
  const isNear = domainMatches(domain, cookie.domain) || domainMatches(cookie.domain, domain);
  return isNear && pathMatches(cookie.path, kept.path);
}

type Start = Pick<CookieQuery, 'initiator' | 'vehicle' | 'thirdPartyCookies'>;

/** Tells whether a page of another site loads or fetches an address, without going there. */
function isFromOutside({ initiator, vehicle }: Start, url: string): boolean {
  return vehicle === 'subresource' && initiator !== null && !isSameSite(initiator, url);
}

/** Tells whether the response to a request may set a cookie. @see 6265bis section 5.7 */
export function allowsStoring(cookie: StoredCookie, request: Start, url: string): boolean {
  if (!isFromOutside(request, url)) return true;
  return cookie.sameSite === 'none' && request.thirdPartyCookies !== 'blocked';
}

/** Tells whether a cookie's SameSite lets it travel with a request. @see 6265bis section 5.2 and 5.8.3 */
export function allowsSite(cookie: StoredCookie, query: CookieQuery): boolean {
  const { initiator, method, url, now } = query;
  const { sameSite, created } = cookie;
  if (initiator === null || isSameSite(initiator, url)) return true;
  if (sameSite === 'none') return allowsStoring(cookie, query, url);
  if (sameSite === 'strict' || isFromOutside(query, url)) return false;
  if (SAFE_METHODS.has(method)) return true;
  // Chromium's exception: a cookie without the attribute rides on a top-level POST while it is young.
  return sameSite === null && now - created < UNSPECIFIED_POST_SECONDS;
}
