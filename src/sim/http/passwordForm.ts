import { getUser, toPassword } from '../lanes/user.ts';
import type { Carried } from '../message.ts';
import type { Settings } from '../settings.ts';
import type { State } from '../state.ts';

const CARRIED: readonly Carried[] = [{ what: 'password', in: 'body' }];

/** Makes the request in which a user changes the password: the right one once more, and the next. */
export function toPasswordForm(state: State, settings: Settings) {
  const { passwordChanges = 0 } = getUser(state, settings);
  const password = toPassword(settings, passwordChanges);
  const newPassword = toPassword(settings, passwordChanges + 1);
  return {
    method: 'POST',
    target: '/password',
    json: { password, newPassword },
    inBody: CARRIED,
  } as const;
}
