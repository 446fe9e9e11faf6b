import type { PlayerStore } from '../player.ts';
import { createAfterPaint } from './afterPaint.ts';
import { toLastStep } from './cursor.ts';
import { showStage } from './showStage.ts';

/** Brings the result into view where it, above the stage, is out of view. */
function showResult() {
  const result = document.querySelector('[data-about-room]');
  if (result && result.getBoundingClientRect().top < 0) result.scrollIntoView?.();
}

/**
 * Shows the stage to whoever leaves the start, or the end, comes from another place, or has read what
 * the page says of an answer, which stands above it; and at the end the result, which stands there
 * too. Other steps find the stage where it is. The signal ends it.
 */
export function keepStage(
  player: PlayerStore,
  { dataset }: HTMLElement,
  signal: AbortSignal,
): void {
  const later = createAfterPaint();
  const stop = player.subscribe(({ cursor, run, view }, before) => {
    const last = toLastStep(run);
    if (cursor === 0) return;
    const hasMoved = cursor !== before.cursor;
    if (cursor === last) {
      if (hasMoved) later(showResult);
      return;
    }
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
