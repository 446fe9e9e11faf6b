import { createPlayer } from './player.ts';
import { ENGINE_RUNS } from './runs/runSource.ts';
import { SHIPPED_WALK } from './runs/shippedWalk.ts';

/** The page's player; use one selector a value: `usePlayer((player) => player.cursor)`. */
export const usePlayer = createPlayer(SHIPPED_WALK, ENGINE_RUNS);
