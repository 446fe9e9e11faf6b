import type { Reply } from '../shared/exchange.ts';
import type { SentCookie } from '../shared/jar.ts';
import { toLifetime } from '../shared/jar.ts';
import type { Notes } from '../shared/recorder.ts';
import { findRefusal } from './refusal.ts';
import type { SessionCheck } from './sessionChecks.ts';
import { splitSession } from './signedValue.ts';

const DAY = 86_400;

/** Finds the cookie that carries the session among those that the login set. */
export function findSessionCookie(
  cookies: readonly SentCookie[],
  name: string | null,
): SentCookie | null {
  const named = (wanted: string) => cookies.find((cookie) => cookie.name === wanted);
  if (name !== null) return named(name) ?? null;
  const hidden = cookies.find(({ attributes }) => attributes.has('httponly'));
  return named('connect.sid') ?? hidden ?? cookies[0] ?? null;
}

/** Estimates how many bits of a session ID can vary. */
export function estimateBits(id: string): number {
  // The dashes of a UUID are always there.
  const digits = id.replaceAll('-', '');
  if (/^\d*$/.test(digits)) return digits.length * Math.log2(10);
  return /^[\da-f]*$/i.test(digits) ? digits.length * 4 : id.length * 6;
}

/** Writes a Set-Cookie line without the value, which is a secret. */
const describeCookie = ({ name, line }: SentCookie) =>
  [name ? `${name}=…` : '…', ...line.split(';').slice(1)].join(';');

/** Judges a session cookie by its Set-Cookie line and the answer that it came with. */
export function judgeCookie(
  cookie: SentCookie,
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

  const lifetime = toLifetime(cookie);
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
