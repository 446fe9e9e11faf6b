import type { Moment } from '../moment.ts';

/** What a run does to the user's row; `ended`: it may end the user's tokens. */
export type RowFate = 'banned' | 'password' | 'ended' | 'other';

function readFate({ frames, settings }: Moment): RowFate {
  const types = new Set(frames.map(({ action }) => action?.type));
  if (types.has('ban')) return 'banned';
  if (types.has('changePassword')) return 'password';
  return settings.token.comparesIat ? 'ended' : 'other';
}

/** The user's row in the database after a step. */
export interface UserRow {
  readonly userId: string;
  /** `null` where the run knows no roles: every row has the same. */
  readonly role: string | null;
  readonly banned: boolean;
  readonly passwordChanges: number;
  /** NumericDate from which on tokens hold; `null`: all do. */
  readonly validSince: number | null;
  /** What happens to it in the run. */
  readonly fate: RowFate;
  /** The step has changed it. */
  readonly isChanged: boolean;
}

/** Reads the user's row; one that nobody has changed yet is as the run began. */
export function readUserRow(moment: Moment): UserRow {
  const { before, lane, settings } = moment;
  const { state } = lane;
  const { user } = settings;
  const row = state.users?.[user.id];
  return {
    userId: user.id,
    role: user.role === undefined ? null : (row?.role ?? user.role),
    banned: row?.banned === true,
    passwordChanges: row?.passwordChanges ?? 0,
    validSince: row?.validSince ?? null,
    fate: readFate(moment),
    isChanged: before !== null && before.state.users !== state.users,
  };
}
