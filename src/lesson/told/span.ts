/** Last step of the longest run that is shown whole; of a longer one, what lies around its cursor. */
export const WHOLE_RUN = 80;

/** Steps of a run, from the first to the last one, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** They are all that the run has. */
  readonly isWhole: boolean;
}

/**
 * Returns the steps to show: all of a short run, else the block of `size` steps that the cursor is
 * in and the blocks beside it. Whole blocks, so that most steps change nothing but the mark.
 */
export function toSpan(block: number, size: number, lastStep: number): Span {
  if (lastStep <= WHOLE_RUN) return { from: 0, to: lastStep, isWhole: true };
  const from = Math.max(0, block - 1) * size;
  return { from, to: Math.min(from + 3 * size - 1, lastStep), isWhole: false };
}
