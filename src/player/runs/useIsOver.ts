import { useDeferredValue } from 'react';
import { toLastStep } from '../position/cursor.ts';
import { usePlayer } from '../usePlayer.ts';

/** Returns whether the run on the screen is at its last step; once that step is painted, so that its key waits for no result. */
export const useIsOver = (): boolean =>
  useDeferredValue(usePlayer(({ run, cursor }) => cursor > 0 && cursor === toLastStep(run)));
