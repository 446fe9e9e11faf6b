import { toCheckpoints } from '../../lesson/checkpoints.ts';
import type { Span } from '../../lesson/span.ts';
import type { TrackerView } from '../../player/playerState.ts';
import type { Trace } from '../../sim/trace.ts';

/** Steps of a block; of a long run three blocks are shown. */
export const BLOCK = 20;

export interface Column {
  readonly step: number;
  readonly title: string;
}

/** Returns the tracker's columns: the checkpoints that a run has, or every step of a span. */
export function toColumns(view: TrackerView, { from, to }: Span, trace: Trace): readonly Column[] {
  if (view === 'checkpoints') return toCheckpoints(trace);
  return Array.from({ length: to - from + 1 }, (_, i): Column => {
    const step = from + i;
    return { step, title: step === 0 ? 'Start' : `Step ${step}` };
  });
}
