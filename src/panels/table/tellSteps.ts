import type { StepTelling, Telling } from '../../lesson/telling.ts';

/** Returns what there is to say of the steps from the first to the last one, both included. */
export const tellSteps = ({ at }: Telling, from: number, to: number): readonly StepTelling[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => at(from + i));
