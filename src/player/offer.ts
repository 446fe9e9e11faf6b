import type { Action } from '../sim/action.ts';
import { toPossibleActions } from '../sim/possibleActions.ts';
import type { Trace } from '../sim/trace.ts';
import { findForkStep } from '../sim/trace.ts';

/** What can be tried out from a step on show. */
export interface Offer {
  /** The end of the last Action that is complete there, from which the what-if goes on. */
  readonly forkStep: number;
  readonly actions: readonly Action[];
}

/** Returns what can be tried out from a step; `null` for one that the run does not have. */
export function toOffer(trace: Trace, step: number): Offer | null {
  const { frames, scenario } = trace;
  if (!frames[step]) return null;
  const forkStep = findForkStep(trace, step);
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
