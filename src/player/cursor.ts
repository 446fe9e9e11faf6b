import type { Trace } from '../sim/trace.ts';

/** Returns the number of a Trace's last step. */
export const toLastStep = (trace: Trace): number => trace.frames.length - 1;

/** Returns the step of a Trace that is nearest to a number; what is no number gives the start. */
export function clampStep(trace: Trace, step: number): number {
  if (Number.isNaN(step)) return 0;
  return Math.round(Math.min(Math.max(step, 0), toLastStep(trace)));
}
