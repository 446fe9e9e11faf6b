import type { Settings } from '../settings.ts';
import { isSameSite, isShareable, toRegistrableDomain } from './site.ts';

export const PAGE_PLACES = ['sameOrigin', 'otherPort', 'subdomain', 'otherSite'] as const;
/** Where a page is, seen from its server. */
export type PagePlace = (typeof PAGE_PLACES)[number];

const PAGE_PORT = '5173';

/** Returns a host of another site: for localhost its address, for any other host a name or localhost. */
function toOtherHost(host: string): string {
  if (host === 'localhost') return '127.0.0.1';
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return 'localhost';
  return host.startsWith('app.')
    ? `web.${host.split('.').at(-1)}`
    : `app.${host.split('.').at(-1)}`;
}

/** Returns a host below the domain of another one. */
function toSibling(host: string): string {
  const domain = toRegistrableDomain(host);
  return host === `app.${domain}` ? `web.${domain}` : `app.${domain}`;
}

/**
 * Returns where a server is that has a page on a subdomain beside it: e.g. where `http://localhost:3000`
 * was, `http://api.bank.localhost:3000`, for neither localhost nor an address has a domain to share.
 */
export function toApiOrigin(origin: string): string {
  const url = new URL(origin);
  if (!isShareable(toRegistrableDomain(url.hostname))) url.hostname = 'api.bank.localhost';
  return url.origin;
}

/**
 * Returns an origin for the page of a server: e.g. for `http://localhost:3000`
 * `http://localhost:5173` on another port and `http://127.0.0.1:5173` on another site, and for
 * `https://api.bank.test` `https://app.bank.test` on a subdomain, at the server's own port.
 */
export function toFrontEndOrigin(origin: string, place: PagePlace): string {
  if (place === 'sameOrigin') return origin;
  const url = new URL(place === 'subdomain' ? toApiOrigin(origin) : origin);
  if (place === 'subdomain') {
    url.hostname = toSibling(url.hostname);
    return url.origin;
  }
  if (place === 'otherSite') url.hostname = toOtherHost(url.hostname);
  url.port = url.port === PAGE_PORT ? '5174' : PAGE_PORT;
  return url.origin;
}

/** Reads where a run's page is, seen from its server. */
export function readPagePlace({ frontEnd, origin }: Settings): PagePlace {
  if (!frontEnd || frontEnd.origin === origin) return 'sameOrigin';
  if (!isSameSite(frontEnd.origin, origin)) return 'otherSite';
  const [page, server] = [new URL(frontEnd.origin), new URL(origin)];
  return page.hostname === server.hostname ? 'otherPort' : 'subdomain';
}
