import { isExpired, type StoredCookie, selectCookies } from '../../../sim/client/jar.ts';
import {
  domainMatches,
  isTrustworthy,
  isWithinReach,
  toRegistrableDomain,
} from '../../../sim/client/site.ts';
import { toPage } from '../cookie/source.ts';
import type { LoggedExchange } from './exchange.ts';
import type { LeftCookie, WhyLeft } from './found.ts';
import { toLineSource } from './lineSource.ts';

/** Tells whether a host is of the site that a cookie is for; of http and https alike. */
export const isOfSite = ({ domain }: StoredCookie, host: string): boolean =>
  toRegistrableDomain(domain) === toRegistrableDomain(host);

/** Says why a kept cookie does not go along with a request. */
function whyLeft(cookie: StoredCookie, exchange: LoggedExchange, now: number): WhyLeft {
  const url = new URL(exchange.url);
  const { domain, hostOnly, secure } = cookie;
  if (!isOfSite(cookie, url.hostname)) return 'otherSite';
  if (hostOnly ? url.hostname !== domain : !domainMatches(url.hostname, domain)) return 'host';
  if (secure && !isTrustworthy(url)) return 'secure';
  if (!isWithinReach(cookie, url)) return 'path';
  if (isExpired(cookie, now)) return 'expired';
  const { initiator, vehicle } = toPage(toLineSource(exchange));
  const query = { url: exchange.url, method: exchange.method, initiator, vehicle, now };
  return selectCookies([cookie], query).length > 0 ? 'unexplained' : 'site';
}

/** Tells of a cookie that did not come along, and why. */
export function toLeft(cookie: StoredCookie, exchange: LoggedExchange, now: number): LeftCookie {
  const { name, domain, path } = cookie;
  const host = new URL(exchange.url).hostname;
  return { name, why: whyLeft(cookie, exchange, now), domain, path, host };
}
