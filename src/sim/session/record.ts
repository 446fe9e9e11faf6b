import { toSecure } from '../http/tlsProxy.ts';
import type { SessionSettings, Settings } from '../settings.ts';
import type { RecordCookie, ServerState } from '../state.ts';

/** Returns the milliseconds that a new session lives; `null`: it has no end. */
function toMaxAgeMs(settings: SessionSettings, now: number, bootedAt: number): number | null {
  const { lifetime, expiresAtBoot, maxAgeInSeconds } = settings;
  if (lifetime === null) return null;
  const meant = maxAgeInSeconds ? lifetime : lifetime * 1000;
  return expiresAtBoot ? meant - (now - bootedAt) * 1000 : meant;
}

/**
 * Makes the `cookie` member of a new record; `now` is the server's time in NumericDate seconds. Its
 * originalMaxAge is what was left at that moment, below 0 too. @see express-session session/cookie.js
 */
export function makeRecordCookie(
  settings: Settings,
  now: number,
  { bootedAt = now, cookieDomain: domain }: Pick<ServerState, 'bootedAt' | 'cookieDomain'> = {},
): RecordCookie {
  const { httpOnly, sameSite } = settings.session;
  const maxAge = toMaxAgeMs(settings.session, now, bootedAt);
  return {
    originalMaxAge: maxAge,
    expires: maxAge === null ? null : new Date(now * 1000 + maxAge).toISOString(),
    secure: toSecure(settings),
    httpOnly,
    ...(domain && { domain }),
    path: '/',
    ...(sameSite ? { sameSite } : {}),
  };
}

/** Returns the second at which a record ends if nobody uses it, NumericDate; Infinity: never. */
export const readSlidingEnd = ({ expires }: RecordCookie): number =>
  expires === null ? Number.POSITIVE_INFINITY : Date.parse(expires) / 1000;

/** Moves the expiry to the full lifetime from now. @see express-session `Session#resetMaxAge` */
export function touchRecordCookie(cookie: RecordCookie, now: number): RecordCookie {
  if (cookie.originalMaxAge === null) return cookie;
  return { ...cookie, expires: new Date(now * 1000 + cookie.originalMaxAge).toISOString() };
}
