import { usePlayer } from '../usePlayer.ts';
import { createWhatIf } from './whatIf.ts';

/** The page's what-ifs; `useWhatIf((whatIf) => whatIf.busy)`. */
export const useWhatIf = createWhatIf(usePlayer);
