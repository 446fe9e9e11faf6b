import type { Action, ActionType } from '../../../sim/action.ts';
import type { Settings } from '../../../sim/settings.ts';

/** What changes the user's row while a credential is out. */
const CHANGES_USER: ReadonlySet<ActionType> = new Set(['ban', 'demote']);

/**
 * Says which servers look the user up at each request, of a run in which the user's row changes;
 * `null` of any other. No setting has it: it is code of the session server's own.
 */
export function sayLookUps(
  { session }: Pick<Settings, 'session'>,
  actions: readonly Action[],
): string | null {
  if (!actions.some(({ type }) => CHANGES_USER.has(type))) return null;
  const who = session.copiesUser ? 'neither server' : 'the session server only';
  return `User looked up at each request by ${who}`;
}
