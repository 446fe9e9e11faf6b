import type { Action } from '../sim/action.ts';
import type { Trace } from '../sim/trace.ts';

/** What made one run give way to the next; `leave`: another Scenario or address was chosen. */
export type Change =
  | { readonly type: 'act'; readonly action: Action }
  | { readonly type: 'settings' | 'file' | 'restart' | 'leave' };

/** What was on the screen before a change, so that it can be taken back. */
export interface Before {
  readonly trace: Trace;
  readonly original: Trace | null;
  readonly cursor: number;
  readonly change: Change;
}
