import type { Settings } from '../settings.ts';
import { isSameSite } from './site.ts';

export const PAGE_PLACES = ['sameOrigin', 'otherPort', 'otherSite'] as const;
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

/**
 * Returns an origin for the page of a server: e.g. for `http://localhost:3000`
 * `http://localhost:5173` on another port and `http://127.0.0.1:5173` on another site.
 */
export function toFrontEndOrigin(origin: string, place: PagePlace): string {
  if (place === 'sameOrigin') return origin;
  const url = new URL(origin);
  if (place === 'otherSite') url.hostname = toOtherHost(url.hostname);
  url.port = url.port === PAGE_PORT ? '5174' : PAGE_PORT;
  return url.origin;
}

/** Reads where a run's page is, seen from its server. */
export function readPagePlace({ frontEnd, origin }: Settings): PagePlace {
  if (!frontEnd || frontEnd.origin === origin) return 'sameOrigin';
  return isSameSite(frontEnd.origin, origin) ? 'otherPort' : 'otherSite';
}
