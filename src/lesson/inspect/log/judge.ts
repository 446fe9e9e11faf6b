import { type StoredCookie, storeCookie } from '../../../sim/client/jar.ts';
import { domainMatches, isTrustworthy } from '../../../sim/client/site.ts';
import { judgeLine } from '../cookie/judgeLine.ts';
import { type LineSource, toPage } from '../cookie/source.ts';
import { listSent, sendsPassword } from './events.ts';
import { findValue, type LoggedExchange, listValues } from './exchange.ts';
import type { LogFinding } from './found.ts';
import { type Before, judgeDenied } from './judgeDenied.ts';
import { judgeRedirect } from './judgeRedirect.ts';
import { judgeUrl } from './judgeUrl.ts';
import { toLineSource } from './lineSource.ts';

type Jar = readonly StoredCookie[];

/** What is told of a cookie in a log, of all that may be said of a line. */
const TOLD = new Set([
  ...['noHttpOnly', 'noSecure', 'pathNarrow', 'folded', 'unknownAttribute', 'sameSiteUnknown'],
  ...['flagValue', 'milliseconds', 'expiresUnread', 'maxAgeUnread'],
]);

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
  // What is sent later, and was not there before, was kept: the log does not tell all that the browser knew.
  const had = new Set([...listSent(exchange), ...jar.map(({ name }) => name)]);
  const isKept = (name: string) =>
    !had.has(name) && later.some((one) => listSent(one).includes(name));
  for (const line of listValues(exchange.responseHeaders, 'set-cookie')) {
    const taken = take(line, source, jar, now);
    jar = taken.jar;
    findings.push(
      ...taken.findings.filter((one) => one.found !== 'cookieDropped' || !isKept(one.name)),
    );
  }
  const set = jar.filter((cookie) => !before.jar.includes(cookie));
  findings.push(...judgeRedirect(exchange, set, later, now));
  return { jar, findings };
}
