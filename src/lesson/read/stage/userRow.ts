import type { Moment } from '../moment.ts';

/** The user's row in the database after a step. */
export interface UserRow {
  readonly userId: string;
  /** `null` where the run knows no roles: every row has the same. */
  readonly role: string | null;
  readonly banned: boolean;
  readonly passwordChanges: number;
  /** NumericDate from which on tokens hold; `null`: all do. */
  readonly validSince: number | null;
  /** The step has changed it. */
  readonly isChanged: boolean;
}

/** Reads the user's row; one that nobody has changed yet is as the run began. */
export function readUserRow({ lane: { state }, before, settings: { user } }: Moment): UserRow {
  const row = state.users?.[user.id];
  return {
    userId: user.id,
    role: user.role === undefined ? null : (row?.role ?? user.role),
    banned: row?.banned === true,
    passwordChanges: row?.passwordChanges ?? 0,
    validSince: row?.validSince ?? null,
    isChanged: before !== null && before.state.users !== state.users,
  };
}
