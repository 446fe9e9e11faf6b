import { toLastStep } from '../position/cursor.ts';
import { usePlayer } from '../usePlayer.ts';

/** Returns whether the run on the screen is at its last step. */
export const useIsOver = (): boolean =>
  usePlayer(({ run, cursor }) => cursor > 0 && cursor === toLastStep(run));
