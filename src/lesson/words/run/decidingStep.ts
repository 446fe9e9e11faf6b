import type { Trace } from '../../../sim/trace.ts';
import { isScenarioRun } from '../../read/run/isScenarioRun.ts';
import { isWholeWalk } from '../../read/run/walk.ts';
import { DECIDING_STEPS } from '../../texts/decidingSteps.ts';

const STEPS = new Map<string, number>(Object.entries(DECIDING_STEPS));

/**
 * Finds the step that answers a run's question. `null` for the walk, which asks no question, and for
 * a changed run.
 */
export function findDecidingStep(trace: Trace): number | null {
  if (isWholeWalk(trace) || !isScenarioRun(trace)) return null;
  return STEPS.get(trace.scenario.id) ?? null;
}
