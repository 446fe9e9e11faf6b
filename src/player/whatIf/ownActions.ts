import type { Action } from '../../sim/action.ts';
import type { ShownRun } from '../runs/shownRun.ts';
import type { ToldRun } from '../runs/toldRun.ts';
import { toScenario } from '../runs/toldRun.ts';
import type { RunChange } from './undoStep.ts';

/** Counts the Actions that a run has of its own, after those that it shares with its original. */
export function countOwnActions(run: ToldRun, original: ToldRun | null): number {
  if (!original) return 0;
  const { actions } = toScenario(run);
  const others = toScenario(original).actions;
  const isSame = (action: Action, i: number) =>
    action === others[i] || JSON.stringify(action) === JSON.stringify(others[i]);
  const parting = actions.findIndex((action, i) => !isSame(action, i));
  return parting === -1 ? 0 : actions.length - parting;
}

/** Returns the last Action that a run has of its own, beyond its original; `null` for none. */
export function findLastOwn({
  run,
  original,
}: Pick<ShownRun, 'run' | 'original'>): RunChange | null {
  const action = toScenario(run).actions.at(-1);
  if (!action || countOwnActions(run, original) === 0) return null;
  return { type: 'act', action };
}
