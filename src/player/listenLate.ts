import { installArrows } from './keys/installArrows.ts';
import { keepStage } from './position/keepStage.ts';
import { usePlayer } from './usePlayer.ts';

/** Begins with what no first step waits for: Up and Down in groups, and the stage that follows. The signal ends it. */
export function listenLate(window: Window, signal: AbortSignal): void {
  installArrows(window, signal);
  keepStage(usePlayer, window.document.documentElement, signal);
}
