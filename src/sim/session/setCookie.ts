import { toSetCookie as format } from '../http/cookies.ts';
import type { HeaderField } from '../message.ts';
import type { RecordCookie } from '../state.ts';

/** Name of the session cookie, express-session's default. */
export const SESSION_COOKIE = 'connect.sid';

/** Formats a `Set-Cookie` value with the attributes of a record, in the order in which express-session writes them. */
export const toSetCookie = (value: string, cookie: RecordCookie): string =>
  format(SESSION_COOKIE, value, cookie);

/** Makes the field with which `res.clearCookie` deletes the session cookie. @see Express 5 `res.clearCookie` */
export function toClearingField(): HeaderField {
  const gone = { path: '/', expires: new Date(0).toISOString() };
  return ['Set-Cookie', format(SESSION_COOKIE, '', gone)];
}
