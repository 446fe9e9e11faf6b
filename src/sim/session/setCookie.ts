import { toSetCookie as format } from '../http/cookies.ts';
import type { CarryingField } from '../message.ts';
import type { RecordCookie } from '../state.ts';

/** Name of the session cookie, express-session's default. */
export const SESSION_COOKIE = 'connect.sid';

/** Makes the field that sets the session cookie, with the attributes of a record in express-session's order. */
export const toSettingField = (value: string, cookie: RecordCookie): CarryingField => ({
  field: ['Set-Cookie', format(SESSION_COOKIE, value, cookie)],
  carried: { what: 'session', in: 'Set-Cookie', value },
});

/** Makes the field with which `res.clearCookie` deletes the session cookie. @see Express 5 `res.clearCookie` */
export function toClearingField(): CarryingField {
  const gone = { path: '/', expires: new Date(0).toISOString() };
  return {
    field: ['Set-Cookie', format(SESSION_COOKIE, '', gone)],
    carried: { what: 'session', in: 'Set-Cookie', value: null },
  };
}
