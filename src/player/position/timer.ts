import type { PlayerStore } from '../player.ts';
import type { Player } from '../playerState.ts';
import { toReadingMs } from './readingTime.ts';

/** Whether the step on show has to stay its full time from now on. */
const restarts = (now: Player, before: Player) =>
  now.playing !== before.playing ||
  now.cursor !== before.cursor ||
  now.speed !== before.speed ||
  now.run !== before.run;

/**
 * Starts the page's one timer, which steps while playing and the page can be seen, and gives each
 * step the time to read its words. What it waits for is in the store. Returns what ends it.
 */
export function startTimer(player: PlayerStore, document: Document): () => void {
  let timeout: ReturnType<typeof setTimeout> | undefined;
  const schedule = () => {
    clearTimeout(timeout);
    const { playing, cursor, run, columns, speed, advance, countdown } = player.getState();
    if (playing && !document.hidden) {
      const ms = toReadingMs(run.telling.at(cursor), columns) / speed;
      timeout = setTimeout(advance, ms);
      player.setState({ countdown: { ms, turn: (countdown?.turn ?? 0) + 1 } });
    } else if (countdown) player.setState({ countdown: null });
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
