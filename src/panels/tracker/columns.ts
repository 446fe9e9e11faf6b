import type { Checkpoint } from '../../lesson/telling.ts';
import { TRACKER_TEXTS } from '../../lesson/texts/panels/walk/tracker.ts';
import type { Span } from '../../lesson/told/span.ts';
import type { TrackerView } from '../../player/playerState.ts';

/** Steps of a block; of a long run three blocks are shown. */
export const BLOCK = 20;

/** Returns the tracker's columns: the checkpoints that a run has, or every step of a span. */
export function toColumns(
  view: TrackerView,
  { from, to }: Span,
  checkpoints: readonly Checkpoint[],
): readonly Checkpoint[] {
  if (view === 'checkpoints') return checkpoints;
  return Array.from({ length: to - from + 1 }, (_, i): Checkpoint => {
    const step = from + i;
    return { step, title: TRACKER_TEXTS.sayColumn(step) };
  });
}
