import {
  isExpired,
  type StoredCookie,
  selectCookies,
  storeCookie,
} from '../../../sim/client/jar.ts';
import { domainMatches, isTrustworthy, isWithinReach } from '../../../sim/client/site.ts';
import { judgeLine } from '../cookie/judgeLine.ts';
import type { LineSource } from '../cookie/source.ts';
import { toPage } from '../cookie/source.ts';
import { listSent, sendsPassword } from './events.ts';
import type { LoggedExchange } from './exchange.ts';
import { findValue, listValues } from './exchange.ts';
import type { LogFinding, WhyLeft } from './found.ts';
import { judgeUrl } from './judgeUrl.ts';

type Jar = readonly StoredCookie[];

/** What is told of a cookie in a log, of all that may be said of a line. */
const TOLD = new Set([
  ...['noHttpOnly', 'noSecure', 'pathNarrow', 'folded', 'unknownAttribute', 'sameSiteUnknown'],
  ...['flagValue', 'milliseconds', 'expiresUnread', 'maxAgeUnread'],
]);

/**
 * Reads where the lines of an answer came from. The log does not say with which credentials mode a
 * page fetched: it is taken to have asked for cookies, so that nothing is said to be dropped that was kept.
 */
export function toLineSource(exchange: LoggedExchange): LineSource {
  const { url, requestHeaders, responseHeaders, by } = exchange;
  const named = [findValue(requestHeaders, 'origin'), findValue(requestHeaders, 'referer')];
  const page = named.find((one) => one !== null && /^https?:/.test(one) && URL.canParse(one));
  const date = Date.parse(findValue(responseHeaders, 'date') ?? '') / 1000;
  return {
    url,
    page: new URL(page ?? url).origin,
    by: page ? (by ?? 'fetch') : 'addressBar',
    credentials: 'include',
    thirdPartyCookies: 'allowed',
    date: Number.isNaN(date) ? null : date,
    cors: null,
  };
}

/** Says why a kept cookie does not go along with a request. */
function whyLeft(cookie: StoredCookie, exchange: LoggedExchange, now: number): WhyLeft {
  const url = new URL(exchange.url);
  const { domain, hostOnly, secure } = cookie;
  if (hostOnly ? url.hostname !== domain : !domainMatches(url.hostname, domain)) return 'host';
  if (secure && !isTrustworthy(url)) return 'secure';
  if (!isWithinReach(cookie, url)) return 'path';
  if (isExpired(cookie, now)) return 'expired';
  const { initiator, vehicle } = toPage(toLineSource(exchange));
  const query = { url: exchange.url, method: exchange.method, initiator, vehicle, now };
  return selectCookies([cookie], query).length > 0 ? 'unexplained' : 'site';
}

const isRedirect = ({ status, responseHeaders }: LoggedExchange) =>
  status >= 300 && status < 400 && findValue(responseHeaders, 'location') !== null;

const withoutFragment = (url: string) => url.split('#', 1)[0];

/** Where an answer sends the browser; `null` for nowhere. */
function toTarget(exchange: LoggedExchange): string | null | undefined {
  const location = findValue(exchange.responseHeaders, 'location') ?? '';
  if (!isRedirect(exchange) || !URL.canParse(location, exchange.url)) return null;
  return withoutFragment(new URL(location, exchange.url).href);
}

function judgeClearText(exchange: LoggedExchange): readonly LogFinding[] {
  const url = new URL(exchange.url);
  if (isTrustworthy(url)) return [];
  const host = url.hostname;
  const hasField = (name: string) => findValue(exchange.requestHeaders, name) !== null;
  return [
    ...(sendsPassword(exchange) ? [{ found: 'clearText', what: 'password', host } as const] : []),
    ...(hasField('authorization') ? [{ found: 'clearText', what: 'bearer', host } as const] : []),
    ...(hasField('cookie') ? [{ found: 'clearText', what: 'cookie', host } as const] : []),
  ];
}

/** What the browser has when it asks. */
export interface Before {
  readonly jar: Jar;
  /** An answer has handed out a token. */
  readonly hasToken: boolean;
}

interface Taken {
  readonly jar: Jar;
  readonly findings: readonly LogFinding[];
}

/** Lets the jar take in one line, and says what is unusual about it. */
function take(line: string, source: LineSource, before: Jar, now: number): Taken {
  const verdict = judgeLine(line, source, now);
  const { name } = verdict;
  if (verdict.outcome === 'refused') {
    const found = verdict.refusals.map(
      (refusal) => ({ found: 'cookieDropped', name, refusal }) as const,
    );
    return { jar: before, findings: found };
  }
  const request = { ...toPage(source), thirdPartyCookies: source.thirdPartyCookies };
  const jar = storeCookie(before, line, source.url, now, { request, date: source.date ?? now });
  if (verdict.outcome === 'deletes') {
    const { hostname } = new URL(source.url);
    const rest = jar.filter(
      (one) =>
        one.name === name && (one.domain === hostname || domainMatches(hostname, one.domain)),
    );
    return {
      jar,
      findings: rest.map(({ domain, path }) => ({ found: 'clearMisses', name, domain, path })),
    };
  }
  const told = verdict.remarks.filter(({ about }) => TOLD.has(about));
  return { jar, findings: told.map((remark) => ({ found: 'cookieRemark', name, remark })) };
}

/** Says why the cookies that an answer set do not come to where it sends the browser. */
function judgeRedirect(set: Jar, after: LoggedExchange, now: number): readonly LogFinding[] {
  const sent = listSent(after);
  return set
    .filter(({ name }) => !sent.includes(name))
    .map((cookie) => {
      const { name, domain, path } = cookie;
      const host = new URL(after.url).hostname;
      return { found: 'redirectLoses', name, why: whyLeft(cookie, after, now), domain, path, host };
    });
}

/** Says why a request came without a credential, and was turned away. */
function judgeDenied(
  exchange: LoggedExchange,
  { jar, hasToken }: Before,
  now: number,
): readonly LogFinding[] {
  const { status, requestHeaders } = exchange;
  if (status !== 401 && status !== 403) return [];
  if (findValue(requestHeaders, 'authorization') !== null || sendsPassword(exchange)) return [];
  const sent = listSent(exchange);
  const missing = jar.filter(({ name }) => !sent.includes(name));
  if (missing.length === 0) return hasToken && sent.length === 0 ? [{ found: 'tokenNotSent' }] : [];
  const host = new URL(exchange.url).hostname;
  return missing.map((cookie) => {
    const { name, domain, path } = cookie;
    return {
      found: 'deniedWithout',
      name,
      why: whyLeft(cookie, exchange, now),
      domain,
      path,
      host,
    };
  });
}

/** Judges one exchange of a log with what the browser has by then; `later` are those after it. */
export function judgeExchange(
  exchange: LoggedExchange,
  later: readonly LoggedExchange[],
  before: Before,
  now: number,
): Taken {
  const source = toLineSource(exchange);
  let { jar } = before;
  const findings: LogFinding[] = [...judgeUrl(exchange), ...judgeClearText(exchange)];
  findings.push(...judgeDenied(exchange, before, now));
  for (const line of listValues(exchange.responseHeaders, 'set-cookie')) {
    const taken = take(line, source, jar, now);
    jar = taken.jar;
    findings.push(...taken.findings);
  }
  const target = toTarget(exchange);
  const after = later.find(({ url }) => withoutFragment(url) === target);
  const set = jar.filter((cookie) => !before.jar.includes(cookie));
  if (after) findings.push(...judgeRedirect(set, after, now));
  return { jar, findings };
}
