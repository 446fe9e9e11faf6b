import { toSecure } from '../http/tlsProxy.ts';
import type { Settings } from '../settings.ts';
import type { RecordCookie } from '../state.ts';

/** Makes the `cookie` member of a new record; `now` is the server's time in NumericDate seconds. @see express-session session/cookie.js */
export function makeRecordCookie(settings: Settings, now: number): RecordCookie {
  const { lifetime, httpOnly, sameSite } = settings.session;
  return {
    originalMaxAge: lifetime === null ? null : lifetime * 1000,
    expires: lifetime === null ? null : new Date((now + lifetime) * 1000).toISOString(),
    secure: toSecure(settings),
    httpOnly,
    path: '/',
    ...(sameSite ? { sameSite } : {}),
  };
}

/** Moves the expiry to the full lifetime from now. @see express-session `Session#resetMaxAge` */
export function touchRecordCookie(cookie: RecordCookie, now: number): RecordCookie {
  if (cookie.originalMaxAge === null) return cookie;
  return { ...cookie, expires: new Date(now * 1000 + cookie.originalMaxAge).toISOString() };
}
