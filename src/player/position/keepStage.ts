import type { PlayerStore } from '../player.ts';
import { createAfterPaint } from './afterPaint.ts';
import { toLastStep } from './cursor.ts';
import { showStage } from './showStage.ts';

/**
 * Shows the stage to whoever leaves the start, or the end, comes from another place, or has read what
 * the page says of an answer, which stands above it. Other steps find the stage where it is, and at the
 * end the result shows itself. Before a room a question that is held open is shown from its first line,
 * and its answer with the stage. The signal ends it.
 */
export function keepStage(
  player: PlayerStore,
  { dataset }: HTMLElement,
  signal: AbortSignal,
): void {
  const later = createAfterPaint();
  const stop = player.subscribe(({ cursor, run, view, verdict, presenting }, before) => {
    const last = toLastStep(run);
    const isBetween = cursor > 0 && cursor < last;
    if (presenting && (verdict !== before.verdict || !before.presenting))
      return later(() => (verdict === 'held' || !isBetween ? scrollTo(0, 0) : showStage(true)));
    if (!isBetween) return;
    const hasMoved = cursor !== before.cursor;
    const { cursor: from } = before;
    const wasAsked = hasMoved && 'asks' in dataset;
    const isLeft = hasMoved && (from === 0 || from === last);
    // A phone's sheet had brought a lane into view: then both are seen again.
    if (wasAsked || isLeft || view !== before.view)
      later(() => {
        if (!('asks' in dataset)) showStage(wasAsked);
      });
  });
  signal.addEventListener('abort', stop);
}
