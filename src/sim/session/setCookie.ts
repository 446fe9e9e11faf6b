import { stringifySetCookie } from 'cookie';
import type { HeaderField } from '../message.ts';
import type { RecordCookie } from '../state.ts';

/** Name of the session cookie, express-session's default. */
export const SESSION_COOKIE = 'connect.sid';

/** Formats a `Set-Cookie` value with the attributes of a record, in the order in which express-session writes them. */
export function toSetCookie(value: string, cookie: RecordCookie): string {
  return stringifySetCookie(
    {
      name: SESSION_COOKIE,
      value,
      path: cookie.path,
      httpOnly: cookie.httpOnly,
      ...(cookie.expires ? { expires: new Date(cookie.expires) } : {}),
      ...(cookie.secure ? { secure: true } : {}),
      ...(cookie.sameSite ? { sameSite: cookie.sameSite } : {}),
    },
    { encode: (text) => text },
  );
}

/** Makes the field with which `res.clearCookie` deletes the session cookie. @see Express 5 `res.clearCookie` */
export function toClearingField(): HeaderField {
  const gone = { name: SESSION_COOKIE, value: '', path: '/', expires: new Date(0) };
  return ['Set-Cookie', stringifySetCookie(gone)];
}
