import { SERVER } from '../actors.ts';
import { toClearingAttributes } from '../http/clearing.ts';
import { toSetCookie as format } from '../http/cookies.ts';
import type { Recorder } from '../lanes/recorder.ts';
import type { CarryingField } from '../message.ts';
import type { Settings } from '../settings.ts';
import type { RecordCookie, State } from '../state.ts';
import { getServer } from '../state.ts';

/** Name of the session cookie, express-session's default. */
const DEFAULT_NAME = 'connect.sid';

/** Returns the name of the session cookie that a Scenario's servers set. */
export const toCookieName = ({ session }: Settings): string => session.cookieName ?? DEFAULT_NAME;

/** Reads the name of the session cookie off the servers. */
export const readCookieName = (state: State): string =>
  getServer(state, SERVER).cookieName ?? DEFAULT_NAME;

/** Makes the field that sets the session cookie, with the attributes of a record in express-session's order. */
export const toSettingField = (
  name: string,
  value: string,
  cookie: RecordCookie,
): CarryingField => ({
  field: ['Set-Cookie', format(name, value, cookie)],
  carried: { what: 'session', in: 'Set-Cookie', value },
});

/** Makes the field with which a server deletes the session cookie. */
export function toClearingField({ settings, state }: Recorder, server: string): CarryingField {
  const { httpOnly } = settings.session;
  const gone = toClearingAttributes(settings, getServer(state, server), { httpOnly });
  return {
    field: ['Set-Cookie', format(toCookieName(settings), '', gone)],
    carried: { what: 'session', in: 'Set-Cookie', value: null },
  };
}
