import type { PlayerStore } from '../player.ts';
import { createAfterPaint } from './afterPaint.ts';
import { showStage } from './showStage.ts';

/**
 * Shows the stage to whoever leaves the start, comes from another place, or has read what the page
 * says of an answer, which stands above it. Other steps find it where it is. The signal ends it.
 */
export function keepStage(
  player: PlayerStore,
  { dataset }: HTMLElement,
  signal: AbortSignal,
): void {
  const later = createAfterPaint();
  const show = () => {
    if (!('asks' in dataset)) showStage();
  };
  const stop = player.subscribe(({ cursor, view }, before) => {
    if (cursor === 0) return;
    const isLeft = cursor !== before.cursor && (before.cursor === 0 || 'asks' in dataset);
    if (isLeft || view !== before.view) later(show);
  });
  signal.addEventListener('abort', stop);
}
