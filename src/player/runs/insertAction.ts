import type { Action } from '../../sim/action.ts';
import { isSameAction } from '../../sim/runs/isSameAction.ts';
import type { PlacedAction } from '../../sim/runs/runAgain.ts';
import { listPlaced, runAgain } from '../../sim/runs/runAgain.ts';
import type { Trace } from '../../sim/trace.ts';
import { extendTrace, forkTrace } from '../../sim/trace.ts';
import { readTrace, tellRun } from './makeRun.ts';
import type { ToldRun } from './toldRun.ts';
import type { Refusal } from './tryActions.ts';
import { findRefusal } from './tryActions.ts';
import { createYieldToPage } from './yieldToPage.ts';

/** A run that was changed in the middle. */
export interface ChangedRun {
  readonly run: ToldRun;
  /** The step to show. */
  readonly cursor: number;
  /** How many of the Actions that followed make no sense any more, and were left out. */
  readonly dropped: number;
}

/** Runs on with the Actions that still make sense; `null` when nobody waits for it any more. */
export async function runOnWith(
  start: Trace,
  rest: readonly PlacedAction[],
  isStale: () => boolean,
): Promise<{ readonly trace: Trace; readonly dropped: number } | null> {
  const yieldToPage = createYieldToPage();
  let [trace, dropped] = [start, 0];
  for (const placed of rest) {
    if (isStale()) return null;
    const longer = await runAgain(trace, placed);
    if (longer) trace = longer;
    else dropped += 1;
    await yieldToPage();
  }
  return { trace, dropped };
}

/** Returns the last step of a run's first Action. */
function findFirstEnd({ frames }: Trace): number {
  const after = frames.findIndex(({ actionIndex }) => actionIndex === 1);
  return (after < 0 ? frames.length : after) - 1;
}

/**
 * Puts an Action into a run after a step, and keeps what came after it where that still makes
 * sense. What is done at the start and is what the run begins with is not done twice: it is the run
 * itself, after that. Resolves to `null` when nobody waits for it any more, and to the reason where it cannot be.
 */
export async function insertAction(
  run: ToldRun,
  step: number,
  action: Action,
  isStale: () => boolean = () => false,
): Promise<ChangedRun | Refusal | null> {
  const whole = await readTrace(run);
  const refusal = findRefusal([action], whole.scenario.settings);
  if (refusal) return refusal;
  if (step === 0 && isSameAction(action, whole.scenario.actions[0]))
    return { run, cursor: findFirstEnd(whole), dropped: 0 };
  const before = forkTrace(whole, step);
  const begun = await extendTrace(before, action);
  const rest = listPlaced(whole, before.scenario.actions.length);
  const made = await runOnWith(begun, rest, isStale);
  if (!made) return null;
  return { run: tellRun(made.trace), cursor: begun.frames.length - 1, dropped: made.dropped };
}
