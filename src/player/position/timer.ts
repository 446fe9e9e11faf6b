import type { PlayerStore } from '../player.ts';
import type { Player } from '../playerState.ts';

/** How long a step stays at speed 1. */
export const STEP_MS = 3000;

/** Whether the step on show has to stay its full time from now on. */
const restarts = (now: Player, before: Player) =>
  now.playing !== before.playing ||
  now.cursor !== before.cursor ||
  now.speed !== before.speed ||
  now.run !== before.run;

/** Starts the page's one timer, which steps while playing and the page can be seen; returns what ends it. */
export function startTimer(player: PlayerStore, document: Document): () => void {
  let timeout: ReturnType<typeof setTimeout> | undefined;
  const schedule = () => {
    clearTimeout(timeout);
    const { playing, speed, advance } = player.getState();
    if (playing && !document.hidden) timeout = setTimeout(advance, STEP_MS / speed);
  };
  const unsubscribe = player.subscribe((now, before) => {
    if (restarts(now, before)) schedule();
  });
  document.addEventListener('visibilitychange', schedule);
  schedule();
  return () => {
    unsubscribe();
    document.removeEventListener('visibilitychange', schedule);
    clearTimeout(timeout);
  };
}
