import { useDeferredValue } from 'react';
import { toLastStep } from '../position/cursor.ts';
import { usePlayer } from '../usePlayer.ts';

/**
 * Returns whether the run on the screen is at its last step; once that step is painted, so that its
 * key waits for no result. Where it is left, or another run is shown, it is not any more at once.
 */
export function useIsOver(): boolean {
  const isLast = usePlayer(({ run, cursor }) => cursor > 0 && cursor === toLastStep(run));
  return useDeferredValue(isLast) && isLast;
}
