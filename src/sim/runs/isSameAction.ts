import type { Action } from '../action.ts';

const toText = (action: Action | undefined) => JSON.stringify({ ...action, fold: true });

/** Tells whether two Actions do the same, whether in one step or in several. */
export const isSameAction = (one: Action, other: Action | undefined): boolean =>
  toText(one) === toText(other);
