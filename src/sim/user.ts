import type { FailureCode } from './outcome.ts';
import type { Recorder } from './recorder.ts';
import type { Settings } from './settings.ts';
import type { State, UserState } from './state.ts';

/** Returns the user's row in the database. */
export function getUser({ users }: State, { user }: Settings): UserState {
  return users?.[user.id] ?? { role: user.role ?? 'user', banned: false };
}

/** Returns a State in which the user's row is changed. */
export function patchUser(state: State, settings: Settings, patch: Partial<UserState>): State {
  const row = { ...getUser(state, settings), ...patch };
  return { ...state, users: { ...state.users, [settings.user.id]: row } };
}

/** Says why a known user with that role may not have a page; `null`: it may. */
export function checkRole(target: string, role: unknown): FailureCode | null {
  return target === '/admin' && role !== 'admin' ? 'roleMissing' : null;
}

/** Decides on a login; `null`: the user may come in. A banned user is told only when the password is right. */
export function checkLogin(recorder: Recorder, password: string): FailureCode | null {
  const { settings, state } = recorder;
  if (password !== settings.user.password) return 'wrongPassword';
  return getUser(state, settings).banned ? 'userBanned' : null;
}
