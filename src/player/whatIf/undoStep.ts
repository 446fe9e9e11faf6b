import type { Action } from '../../sim/action.ts';
import type { ShownRun } from '../runs/shownRun.ts';

/** What made one run give way to the next; `leave`: another Scenario or address was chosen. */
export type RunChange =
  | { readonly type: 'act'; readonly action: Action }
  | { readonly type: 'settings' | 'takeBack' | 'file' | 'restart' | 'leave' };

/** What was on the screen before a change, so that it can be taken back. */
export interface UndoStep extends ShownRun {
  readonly cursor: number;
  readonly change: RunChange;
}
