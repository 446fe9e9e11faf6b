import type { PlayerStore } from '../player.ts';
import type { Player } from '../playerState.ts';

/** How long a picture has to stand to be one that is read, and not one on the way to another; ms. */
export const REST_MS = 1000;

/**
 * Calls back with what is read of a picture, a while after the page has changed last, unless it is what
 * it was before. Returns what ends it.
 */
export function whenAtRest(
  player: PlayerStore,
  read: (now: Player) => string,
  tell: (picture: string) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = read(player.getState());
  const tellChange = () => {
    const picture = read(player.getState());
    if (picture === told) return;
    told = picture;
    tell(picture);
  };
  const stop = player.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(tellChange, REST_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
