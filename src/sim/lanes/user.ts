import type { ActionOf } from '../action.ts';
import type { FailureCode } from '../outcome.ts';
import type { Settings } from '../settings.ts';
import type { State, UserState } from '../state.ts';
import type { Recorder } from './recorder.ts';

/** Returns the user's row in the database. */
export function getUser({ users }: State, { user }: Settings): UserState {
  return users?.[user.id] ?? { role: user.role ?? 'user', banned: false };
}

/** Returns a State in which the user's row is changed. */
export function patchUser(state: State, settings: Settings, patch: Partial<UserState>): State {
  const row = { ...getUser(state, settings), ...patch };
  return { ...state, users: { ...state.users, [settings.user.id]: row } };
}

/** Returns the password that is right after so many changes. */
export const toPassword = ({ user }: Settings, changes = 0): string =>
  changes === 0 ? user.password : `${user.password} ${changes + 1}`;

/** Returns the password that is right now. */
export const getPassword = (state: State, settings: Settings): string =>
  toPassword(settings, getUser(state, settings).passwordChanges);

/** Returns what is typed at a login. */
export function readTyped(
  { password, old }: ActionOf<'login'>,
  state: State,
  settings: Settings,
): string {
  const { passwordChanges = 0 } = getUser(state, settings);
  return password ?? toPassword(settings, old ? Math.max(0, passwordChanges - 1) : passwordChanges);
}

/** Says why a known user with that role may not have a page; `null`: it may. */
export function checkRole(target: string, role: unknown): FailureCode | null {
  return target === '/admin' && role !== 'admin' ? 'roleMissing' : null;
}

/** Decides on a login; `null`: the user may come in. A banned user is told only when the password is right. */
export function checkLogin(recorder: Recorder, password: string): FailureCode | null {
  const { settings, state } = recorder;
  if (password !== getPassword(state, settings)) return 'wrongPassword';
  return getUser(state, settings).banned ? 'userBanned' : null;
}

/** Returns a State in which the user has the next password. */
export function changePasswordOf(state: State, settings: Settings): State {
  const { passwordChanges = 0 } = getUser(state, settings);
  return patchUser(state, settings, { passwordChanges: passwordChanges + 1 });
}
