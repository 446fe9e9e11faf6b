import walkTrace from 'virtual:walk-trace';
import { engineLibrary } from './library.ts';
import { createPlayer } from './player.ts';

/** The page's player; use one selector a value: `usePlayer((player) => player.cursor)`. */
export const usePlayer = createPlayer(walkTrace, engineLibrary);
