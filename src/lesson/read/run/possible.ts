import { toPossibleActions } from '../../../sim/possible/possibleActions.ts';
import type { Trace } from '../../../sim/trace.ts';
import { findForkStep } from '../../../sim/trace.ts';
import type { PossibleActions } from '../../telling.ts';

/** Reads what can be tried out from a step. @throws RangeError for a step that the run does not have. */
export function readPossible(trace: Trace, step: number): PossibleActions {
  const forkStep = findForkStep(trace, step);
  const frame = trace.frames[forkStep];
  if (!frame) throw new RangeError(`no step ${forkStep}`);
  return { forkStep, actions: toPossibleActions(frame, trace.scenario.settings) };
}
