import type { Action } from '../sim/action.ts';
import { toPossibleActions } from '../sim/possibleActions.ts';
import type { Frame, Trace } from '../sim/trace.ts';

/** What can be tried out from a step on show. */
export interface Offer {
  /** The end of the last Action that is complete there, from which the what-if goes on. */
  readonly forkStep: number;
  readonly actions: readonly Action[];
}

/** Returns the step that a fork at `step` goes on from: an Action is never cut in two. */
function toForkStep(frames: readonly Frame[], step: number): number {
  const index = frames[step]?.actionIndex;
  if (frames[step + 1]?.actionIndex !== index) return step;
  let end = step;
  while (end > 0 && frames[end]?.actionIndex === index) end--;
  return end;
}

/** Returns what can be tried out from a step; `null` for one that the run does not have. */
export function toOffer({ frames, scenario }: Trace, step: number): Offer | null {
  if (!frames[step]) return null;
  const forkStep = toForkStep(frames, step);
  const frame = frames[forkStep];
  return frame ? { forkStep, actions: toPossibleActions(frame, scenario.settings) } : null;
}

/** Counts the Actions that a run has of its own, after those that it shares with its original. */
export function countOwnActions({ scenario: { actions } }: Trace, original: Trace | null): number {
  if (!original) return 0;
  const others = original.scenario.actions;
  const isSame = (action: Action, i: number) =>
    action === others[i] || JSON.stringify(action) === JSON.stringify(others[i]);
  const parting = actions.findIndex((action, i) => !isSame(action, i));
  return parting === -1 ? 0 : actions.length - parting;
}
