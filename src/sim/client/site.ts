/** Returns the registrable domain of a host. Simplifies: no public suffix list, so the last two labels. */
function toRegistrableDomain(host: string): string {
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return host;
  return host.split('.').slice(-2).join('.');
}

/** Tells whether two origins are same-site: same scheme and registrable domain. @see HTML, "schemelessly same site" and 6265bis section 5.2 */
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
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1';
}
