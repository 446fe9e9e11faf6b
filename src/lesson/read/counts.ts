import type { Counts } from '../../sim/counts.ts';
import { countTrace } from '../../sim/counts.ts';
import type { Trace } from '../../sim/trace.ts';

/** Reads what each lane has cost up to a step, and up to the one before; at the start both are the same. */
export const readCounts = (
  trace: Trace,
  step: number,
): { readonly now: Counts; readonly before: Counts } => ({
  now: countTrace(trace, step),
  before: countTrace(trace, Math.max(0, step - 1)),
});
