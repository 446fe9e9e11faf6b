import type { StoredCookie } from '../../../sim/client/jar.ts';
import { listSent, sendsPassword } from './events.ts';
import type { LoggedExchange } from './exchange.ts';
import type { LeftCookie, LogFinding } from './found.ts';
import { isOfSite, toLeft } from './whyLeft.ts';

/** What the browser has when it asks. */
export interface Before {
  readonly jar: readonly StoredCookie[];
  /** An answer has handed out a token. */
  readonly hasToken: boolean;
  /** Names of the cookies that answers to a login set. */
  readonly byLogin: ReadonlySet<string>;
}

/** Fields that bring a token: the standard one, and those that programs make up. */
const BRINGS_TOKEN = /^(authorization|x-[\w-]*(token|auth|key|jwt)[\w-]*|api-?key|token)$/i;
const GUARDS = /csrf|xsrf/i;

const bringsToken = ({ requestHeaders }: LoggedExchange) =>
  requestHeaders.some(([name]) => BRINGS_TOKEN.test(name) && !GUARDS.test(name));

/** Tells whether an exchange is a login, also where the log has no bodies, as that of curl. */
export const isLogin = (exchange: LoggedExchange): boolean =>
  sendsPassword(exchange) ||
  (exchange.method === 'POST' &&
    /log-?in|sign-?in|auth|session/i.test(new URL(exchange.url).pathname));

const toLastSegment = (path: string) => path.split('/').findLast((one) => one !== '') ?? '';

/** Tells whether a request is for what a cookie with a path of its own is for: POST /refresh, and Path=/auth/refresh. */
const asksFor = ({ path }: StoredCookie, { pathname }: URL) =>
  path !== '/' && toLastSegment(path) === toLastSegment(pathname);

/** Picks those that may be the cause: what a login set, else what is hidden from scripts, as sessions are. */
function pickLikely(missing: readonly StoredCookie[], byLogin: ReadonlySet<string>) {
  const own = missing.filter(({ name }) => byLogin.has(name));
  const hidden = missing.filter(({ httpOnly }) => httpOnly);
  return [own, hidden, missing].find((some) => some.length > 0) ?? [];
}

/** Tells whether that a cookie is missing says something: another host, and a narrow path beside a token, are meant so. */
function matters({ why }: LeftCookie, { status }: LoggedExchange, hasToken: boolean): boolean {
  if (why === 'host') return status === 401;
  return why !== 'path' || !hasToken;
}

/** Says why a request came without a credential, and was turned away. */
export function judgeDenied(
  exchange: LoggedExchange,
  { jar, hasToken, byLogin }: Before,
  now: number,
): readonly LogFinding[] {
  const { status, by } = exchange;
  if ((status !== 401 && status !== 403) || by === 'embedded') return [];
  if (bringsToken(exchange) || sendsPassword(exchange)) return [];
  const url = new URL(exchange.url);
  const sent = listSent(exchange);
  const near = jar.filter((cookie) => isOfSite(cookie, url.hostname));
  const missing = near.filter(({ name }) => !sent.includes(name));
  const toFinding = (left: LeftCookie) => ({ found: 'deniedWithout', ...left }) as const;
  const asked = missing.filter((cookie) => asksFor(cookie, url));
  if (asked.length > 0) return asked.map((cookie) => toFinding(toLeft(cookie, exchange, now)));
  const hasSession = near.some(
    ({ name, httpOnly }) =>
      sent.includes(name) && (byLogin.size > 0 ? byLogin.has(name) : httpOnly),
  );
  const token =
    hasToken && (status === 401 || !hasSession) ? [{ found: 'tokenNotSent' } as const] : [];
  if (hasSession) return token;
  const left = pickLikely(missing, byLogin)
    .map((cookie) => toLeft(cookie, exchange, now))
    .filter((one) => matters(one, exchange, hasToken));
  return [...token, ...left.map(toFinding)];
}
