import walkTrace from 'virtual:walk-trace';
import { createPlayer } from './player.ts';

/** The page's player; use one selector a value: `usePlayer((player) => player.cursor)`. */
export const usePlayer = createPlayer(walkTrace);
