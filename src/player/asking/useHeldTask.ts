import { usePlayer } from '../usePlayer.ts';
import { findHeld } from './holdTask.ts';
import { usePredictions } from './predictions.ts';

/** Tells whether the page is a task whose answer is still to be given: wherever the run stands, nothing may tell it. */
export function useHeldTask(): boolean {
  usePredictions((predictions) => predictions.answers);
  return usePlayer((player) => findHeld(player) !== null);
}
