import type { StoredCookie } from '../../../sim/client/jar.ts';
import type { HeaderField } from '../../../sim/message.ts';
import { listEvents } from './events.ts';
import type { LoggedExchange } from './exchange.ts';
import type { LogEvent, LogFinding } from './found.ts';
import { judgeExchange } from './judge.ts';
import { createMask, type Mask, maskBody, maskField, maskUrl } from './mask.ts';

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
  const mask = createMask();
  const shown: ShownExchange[] = [];
  let jar: readonly StoredCookie[] = [];
  let [hasCredential, hasToken] = [false, false];
  for (const [i, exchange] of exchanges.entries()) {
    if (i > 0 && i % AT_ONCE === 0) await rest();
    const at = exchange.at ?? now;
    const events = listEvents(exchange, at);
    const judged = judgeExchange(
      exchange,
      exchanges.slice(i + 1, i + 1 + AHEAD),
      { jar, hasToken },
      at,
    );
    jar = judged.jar;
    hasCredential ||= events.length > 0;
    hasToken ||= events.some(({ does }) => does === 'hands');
    if (events.length + judged.findings.length === 0 || shown.length >= MAX_SHOWN) continue;
    shown.push({
      nth: i + 1,
      ...toMessages(exchange, mask),
      events,
      findings: judged.findings.filter(isNew(shown)),
    });
  }
  return { shown, all: exchanges.length, isBare: !hasCredential };
}

/** Tells whether a finding has not been told of an exchange before: a cookie that is set with each answer is no news. */
function isNew(shown: readonly ShownExchange[]): (finding: LogFinding) => boolean {
  const told = new Set(shown.flatMap(({ findings }) => findings.map((one) => JSON.stringify(one))));
  return (finding) => !told.has(JSON.stringify(finding));
}
