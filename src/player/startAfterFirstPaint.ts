import { installArrows } from './keys/installArrows.ts';
import { keepStage } from './position/keepStage.ts';
import { usePlayer } from './usePlayer.ts';

/** Begins with what no first step waits for: Up and Down in groups, the stage that follows, and who has opened the page. The signal ends it. */
export function startAfterFirstPaint(window: Window, signal: AbortSignal): void {
  installArrows(window, signal);
  const root = window.document.documentElement;
  keepStage(usePlayer, root, signal);
  if (window.parent === window && !('lms' in root.dataset)) return;
  import('./host/joinHost.ts').then(
    ({ joinHost }) => {
      if (!signal.aborted) joinHost(window, signal);
    },
    () => {},
  );
}
