import { usePlayer } from './usePlayer.ts';
import { createWhatIf } from './whatIf.ts';

/** The page's what-ifs; it brings the engine along, so only what loads late may import it. */
export const useWhatIf = createWhatIf(usePlayer);
