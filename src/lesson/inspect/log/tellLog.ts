import type { StoredCookie } from '../../../sim/client/jar.ts';
import type { HeaderField } from '../../../sim/message.ts';
import { listEvents } from './events.ts';
import type { LoggedExchange } from './exchange.ts';
import type { LogEvent, LogFinding } from './found.ts';
import { judgeExchange } from './judge.ts';
import { isLogin } from './judgeDenied.ts';
import { createMask, type Mask } from './mask/mask.ts';
import { maskBody, maskField, maskQuotes } from './mask/maskMessage.ts';
import { maskUrl } from './mask/maskUrl.ts';

/** A message as it is shown: no secret is in it. */
export interface ShownMessage {
  readonly startLine: string;
  readonly headers: readonly HeaderField[];
  readonly body: string | null;
  /** Characters of a body that is not shown; 0 without one. */
  readonly omitted: number;
}

export interface ShownExchange {
  /** Which one of the log it is, from 1. */
  readonly nth: number;
  readonly request: ShownMessage;
  /** `null` where none came. */
  readonly response: ShownMessage | null;
  readonly events: readonly LogEvent[];
  readonly findings: readonly LogFinding[];
}

export interface ToldLog {
  /** Those that set, send or clear a credential, or in which something is unusual. */
  readonly shown: readonly ShownExchange[];
  readonly all: number;
  /** No exchange has a credential: whoever wrote the log may have left them out. */
  readonly isBare: boolean;
}

/** Most exchanges that are shown. */
export const MAX_SHOWN = 100;
const AT_ONCE = 20;
/** Where a redirect leads comes soon after it. */
const AHEAD = 20;
const LONGEST_VALUE = 2000;
const LONGEST_BODY = 1500;
/** Most cookies that are known at once; a browser keeps 180 of a domain. */
const MAX_JAR = 500;
/** Most of one kind that is told of an exchange. */
const MAX_TOLD = 50;

/** Fields that matter to a login; the others fill the page. */
const MATTERS =
  /^(host|origin|referer|cookie|authorization|content-type|set-cookie|location|www-authenticate|cache-control|access-control-.*|x-forwarded-proto|sec-fetch-(site|mode)|x-[\w-]*(token|auth|session|csrf|xsrf)[\w-]*)$/i;

const cut = (text: string, longest: number) =>
  text.length <= longest ? text : `${text.slice(0, longest)}…`;

const toFields = (headers: readonly HeaderField[], mask: Mask): readonly HeaderField[] =>
  headers
    .filter(([name]) => MATTERS.test(name))
    .map((field) => maskField(field, mask))
    .map(([name, value]) => [name, cut(value, LONGEST_VALUE)]);

function toBody(body: string | null, mask: Mask): Pick<ShownMessage, 'body' | 'omitted'> {
  const masked = body === null ? null : maskBody(body, mask);
  if (masked === null) return { body: null, omitted: body?.length ?? 0 };
  return { body: cut(masked, LONGEST_BODY), omitted: 0 };
}

function toMessages(exchange: LoggedExchange, mask: Mask) {
  const { method, url, status } = exchange;
  // Fields first: what they hide is then hidden in address and body, too.
  const headers = toFields(exchange.requestHeaders, mask);
  const answered = toFields(exchange.responseHeaders, mask);
  const startLine = `${method} ${cut(maskUrl(url, mask), LONGEST_VALUE)}`;
  const request = { startLine, headers, ...toBody(exchange.requestBody, mask) };
  const body = toBody(exchange.responseBody, mask);
  const response =
    status === 0 ? null : { startLine: `HTTP ${status}`, headers: answered, ...body };
  return { request, response };
}

interface Judged {
  readonly nth: number;
  readonly exchange: LoggedExchange;
  readonly events: readonly LogEvent[];
  readonly findings: readonly LogFinding[];
}

/** Picks what is shown, and says what is unusual in it, by the engine's jar. */
async function judgeAll(
  exchanges: readonly LoggedExchange[],
  now: number,
  rest: () => Promise<void>,
) {
  const judged: Judged[] = [];
  const isNew = createNews();
  let jar: readonly StoredCookie[] = [];
  let [hasCredential, hasToken] = [false, false];
  const byLogin = new Set<string>();
  for (const [i, exchange] of exchanges.entries()) {
    if (i > 0 && i % AT_ONCE === 0) await rest();
    const at = exchange.at ?? now;
    const events = listEvents(exchange, at);
    const later = exchanges.slice(i + 1, i + 1 + AHEAD);
    const verdict = judgeExchange(exchange, later, { jar, hasToken, byLogin }, at);
    jar = verdict.jar.slice(-MAX_JAR);
    hasCredential ||= events.length > 0;
    if (isLogin(exchange))
      for (const event of events)
        if (event.does === 'sets' && byLogin.size < MAX_JAR) byLogin.add(event.name);
    hasToken ||= events.some(({ does }) => does === 'hands');
    const { findings } = verdict;
    if (events.length + findings.length === 0 || judged.length >= MAX_SHOWN) continue;
    judged.push({
      ...{ nth: i + 1, exchange, events: events.slice(0, MAX_TOLD) },
      findings: findings.filter((finding) => isNew(finding, exchange)).slice(0, MAX_TOLD),
    });
  }
  return { judged, hasCredential };
}

/**
 * Tells what the exchanges of a log do with credentials, and what is unusual, by the engine's jar. It
 * rests after some exchanges, so that the page goes on. `now`, NumericDate seconds, is where the log
 * has no time of its own.
 */
export async function tellLog(
  exchanges: readonly LoggedExchange[],
  now: number,
  rest: () => Promise<void>,
): Promise<ToldLog> {
  const { judged, hasCredential } = await judgeAll(exchanges, now, rest);
  const mask = createMask();
  // A secret may be repeated before the message that names it one: all are read first, then shown.
  for (const [i, { exchange }] of judged.entries()) {
    toMessages(exchange, mask);
    if (i % AT_ONCE === 0) await rest();
  }
  const shown: ShownExchange[] = [];
  for (const { nth, exchange, events, findings } of judged) {
    if (shown.length % AT_ONCE === 0) await rest();
    shown.push({
      ...{ nth, ...toMessages(exchange, mask) },
      events: events.map((event) => maskQuotes(event, mask)),
      findings: findings.map((finding) => maskQuotes(finding, mask)),
    });
  }
  return { shown, all: exchanges.length, isBare: !hasCredential };
}

/** What is true of a cookie or a host, whatever is asked of it. */
const TOLD_ONCE: ReadonlySet<LogFinding['found']> = new Set(['cookieRemark', 'clearText']);

/** Tells a finding from one that was told before: a cookie that is set with each answer is no news; another path that is turned away is. */
function createNews(): (finding: LogFinding, exchange: LoggedExchange) => boolean {
  const told = new Set<string>();
  return (finding, { method, url }) => {
    const { origin, pathname } = new URL(url);
    const where = TOLD_ONCE.has(finding.found) ? '' : `${method} ${origin}${pathname}`;
    const key = where + JSON.stringify(finding);
    const isNew = !told.has(key);
    told.add(key);
    return isNew;
  };
}
