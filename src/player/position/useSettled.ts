import type { StepTelling } from '../../lesson/telling.ts';
import { usePlayer } from '../usePlayer.ts';
import { createSettled } from './settled.ts';

/**
 * The step on show, one frame late: for what lies below the fold, so that a key is answered by
 * what is in view first.
 */
export const useSettled = createSettled(usePlayer);

/** The same, told. */
export const useSettledStep = (): StepTelling =>
  useSettled(({ run, cursor }) => run.telling.at(cursor));
