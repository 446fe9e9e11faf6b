import type { Counts, RequestCost } from '../../../sim/counts.ts';
import { countRequest, countTrace } from '../../../sim/counts.ts';
import type { Strategy } from '../../../sim/strategy.ts';
import type { Trace } from '../../../sim/trace.ts';

/** Reads what each lane has cost up to a step, and up to the one before; at the start both are the same. */
export const readCounts = (
  trace: Trace,
  step: number,
): { readonly now: Counts; readonly before: Counts } => ({
  now: countTrace(trace, step),
  before: countTrace(trace, Math.max(0, step - 1)),
});

/** Reads what each request for a page takes in both lanes. */
export const readRequestCosts = (trace: Trace): Readonly<Record<Strategy, RequestCost | null>> => ({
  session: countRequest(trace, 'session'),
  token: countRequest(trace, 'token'),
});
