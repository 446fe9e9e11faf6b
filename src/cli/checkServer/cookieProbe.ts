import type { SetCookie } from './cookies.ts';
import { splitSession, toLifetime } from './cookies.ts';
import type { Reply } from './exchange.ts';
import type { Notes } from './recorder.ts';
import type { SessionCheck } from './sessionChecks.ts';

const DAY = 86_400;
const MAX_COOKIE_BYTES = 4096;

/** Finds the cookie that carries the session among those that the login set. */
export function findSessionCookie(
  cookies: readonly SetCookie[],
  name: string | null,
): SetCookie | null {
  const named = (wanted: string) => cookies.find((cookie) => cookie.name === wanted);
  if (name !== null) return named(name) ?? null;
  const hidden = cookies.find(({ attributes }) => attributes.has('httponly'));
  return named('connect.sid') ?? hidden ?? cookies[0] ?? null;
}

/** Says why a browser would not keep a cookie, or returns `null`. */
export function findRefusal(cookie: SetCookie, host: string): string | null {
  const { name, value, attributes } = cookie;
  const isSecure = attributes.has('secure');
  const domain = attributes.get('domain')?.replace(/^\./, '').toLowerCase();
  if (attributes.get('samesite')?.toLowerCase() === 'none' && !isSecure) {
    return 'SameSite=None without Secure';
  }
  if (/^__(Host|Secure)-/i.test(name) && !isSecure) return `${name} without Secure`;
  if (/^__Host-/i.test(name) && (domain || attributes.get('path') !== '/')) {
    return '__Host- with a Domain, or without Path=/';
  }
  if (attributes.has('partitioned') && !isSecure) return 'Partitioned without Secure';
  if (domain && host !== domain && !host.endsWith(`.${domain}`)) {
    return `Domain=${domain}, which does not cover ${host}`;
  }
  const size = Buffer.byteLength(name + value, 'latin1');
  return size > MAX_COOKIE_BYTES ? `${size} bytes of name and value: 4096 is the limit` : null;
}

/** Estimates how many bits of a session ID can vary. */
export function estimateBits(id: string): number {
  // The dashes of a UUID are always there.
  const digits = id.replaceAll('-', '');
  if (/^\d*$/.test(digits)) return digits.length * Math.log2(10);
  return /^[\da-f]*$/i.test(digits) ? digits.length * 4 : id.length * 6;
}

/** Writes a Set-Cookie line without the value, which is a secret. */
const describeCookie = ({ line }: SetCookie) => line.replace(/=[^;]*/, '=…');

/** Judges a session cookie by its Set-Cookie line and the answer that it came with. */
export function judgeCookie(
  cookie: SetCookie,
  reply: Reply,
  host: string,
  notes: Notes<SessionCheck>,
): void {
  const { attributes, value } = cookie;
  const shown = describeCookie(cookie);
  notes.mark('cookie.sent', 'pass', shown);
  notes.judge('cookie.httpOnly', attributes.has('httponly'), shown);

  const sameSite = attributes.get('samesite')?.toLowerCase();
  const isStated = sameSite === 'lax' || sameSite === 'strict';
  notes.judge('cookie.sameSite', isStated, shown, 'warn');

  if (attributes.has('secure')) {
    notes.mark('cookie.secure', 'pass', 'Secure, which browsers accept on localhost too');
  } else {
    const note = 'not set, as it has to be over plain http: set it in production';
    notes.mark('cookie.secure', 'not applicable', note);
  }

  const { id } = splitSession(value);
  const isInBody = id.length > 3 && (reply.text.includes(id) || reply.text.includes(value));
  notes.judge('body.noId', !isInBody, isInBody ? reply.text : 'it is not');

  const bits = Math.round(estimateBits(id));
  notes.judge('session.idLength', bits >= 64, `${id.length} characters, ${bits} bits at most`);

  const refusal = findRefusal(cookie, host);
  notes.judge('cookie.kept', refusal === null, refusal ?? 'nothing speaks against it');

  const lifetime = toLifetime(cookie, Date.now());
  const isSane = lifetime === null || (lifetime >= 60 && lifetime <= 30 * DAY);
  // A browser drops it before it can be used, or keeps it for longer than anybody remembers.
  const mark = lifetime !== null && lifetime < 10 ? 'fail' : 'warn';
  const seconds = Math.round(lifetime ?? 0);
  const length = seconds > 0 ? `${seconds} s` : 'over on arrival';
  notes.judge('session.lifetime', isSane, lifetime === null ? 'until it is closed' : length, mark);
}

/** Says what a logout left of a cookie in the browser. */
export function describeLeftover(path: string, logout: Reply): string {
  if (logout.setCookies.length === 0) return 'no Set-Cookie: the browser keeps the cookie';
  return `the cookie for Path=${path} stays; what came was ${logout.setCookies.join(', ')}`;
}
