import { useDeferredValue } from 'react';
import { toLastStep } from '../position/cursor.ts';
import { usePlayer } from '../usePlayer.ts';

/**
 * Returns whether the run on the screen is at its last step, and may be told; once that step is painted,
 * so that its key waits for no result. Where it is left, or another run is shown, it is not any more at
 * once.
 */
export function useIsOver(): boolean {
  const isLast = usePlayer(
    // Where the verdict is held back what is asked stays, for the result would tell it.
    ({ run, cursor, verdict }) => verdict !== 'held' && cursor > 0 && cursor === toLastStep(run),
  );
  return useDeferredValue(isLast) && isLast;
}
