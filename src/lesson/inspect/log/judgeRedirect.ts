import type { StoredCookie } from '../../../sim/client/jar.ts';
import { listSent } from './events.ts';
import { findValue, type LoggedExchange } from './exchange.ts';
import type { LogFinding } from './found.ts';
import { isOfSite, toLeft } from './whyLeft.ts';

const isRedirect = ({ status, responseHeaders }: LoggedExchange) =>
  status >= 300 && status < 400 && findValue(responseHeaders, 'location') !== null;

const withoutFragment = (url: string) => url.split('#', 1)[0];

/** Where an answer sends the browser; `null` for nowhere. */
function toTarget(exchange: LoggedExchange): string | null | undefined {
  const location = findValue(exchange.responseHeaders, 'location') ?? '';
  if (!isRedirect(exchange) || !URL.canParse(location, exchange.url)) return null;
  return withoutFragment(new URL(location, exchange.url).href);
}

/** Tells whether a request was turned away: refused, or sent to log in. */
function isTurnedAway(exchange: LoggedExchange): boolean {
  if (exchange.status === 401 || exchange.status === 403) return true;
  return /log-?in|sign-?in/i.test(toTarget(exchange) ?? '');
}

/**
 * Says why the cookies that an answer set do not come to where it sends the browser. Nothing is lost
 * where that is another site, as in a login with OAuth, or where one of them is enough: unless the
 * request was turned away for it.
 */
export function judgeRedirect(
  exchange: LoggedExchange,
  set: readonly StoredCookie[],
  later: readonly LoggedExchange[],
  now: number,
): readonly LogFinding[] {
  const target = toTarget(exchange);
  const after = later.find(({ url }) => withoutFragment(url) === target);
  if (!after) return [];
  const { hostname } = new URL(after.url);
  const sent = listSent(after);
  const came = set.filter(({ name }) => sent.includes(name));
  const sentLater = new Set(later.flatMap(listSent));
  const comesLater = ({ name }: StoredCookie) => sentLater.has(name);
  const isLost = (cookie: StoredCookie) => {
    if (!isOfSite(cookie, hostname)) return isTurnedAway(after) && !comesLater(cookie);
    if (came.length > 0) return isTurnedAway(after) && came.every(({ httpOnly }) => !httpOnly);
    return isTurnedAway(after) || !comesLater(cookie);
  };
  return set
    .filter((cookie) => !came.includes(cookie) && isLost(cookie))
    .map((cookie) => ({ found: 'redirectLoses', ...toLeft(cookie, after, now) }));
}
