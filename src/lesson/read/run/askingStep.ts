import type { ActionType } from '../../../sim/action.ts';
import type { Trace } from '../../../sim/trace.ts';
import { findAnsweringStep } from './decidingStep.ts';

/** What changes what is out, or may: each of their steps tells what that is worth from then on. */
const CHANGES_WORTH: ReadonlySet<ActionType> = new Set([
  ...(['logout', 'logoutEverywhere', 'changePassword', 'forget', 'ban', 'demote'] as const),
  ...(['login', 'wait', 'leave', 'restart', 'rotateSecret', 'storeOutage', 'finishSlow'] as const),
]);

/** Before the second step, for at the start nothing is asked yet. */
const FIRST = 2;

/**
 * Finds the step before which a run's question is put: the first whose words could tell the answer.
 * That is where the Action that decides begins, or what changes the worth of what is out before it.
 * `null` where nothing is asked.
 */
export function findAskingStep(trace: Trace): number | null {
  const answering = findAnsweringStep(trace);
  if (answering === null) return null;
  const { frames, scenario } = trace;
  let first = frames[answering]?.actionIndex ?? 0;
  for (;;) {
    const before = scenario.actions[first - 1];
    // The run begins with its first Action, of which nothing is asked.
    if (first <= 1 || !before || !CHANGES_WORTH.has(before.type)) break;
    first -= 1;
  }
  const step = frames.find(({ actionIndex }) => actionIndex === first)?.step ?? answering;
  return Math.min(answering, Math.max(FIRST, step));
}
