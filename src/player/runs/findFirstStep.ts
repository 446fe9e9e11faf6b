import type { Telling } from '../../lesson/telling.ts';

/** Finds the first step of an Action by its index. A binary search, so that few steps of a long run are told. */
export function findFirstStep({ run, at }: Telling, actionIndex: number): number {
  let low = 0;
  let high = run.lastStep;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle).actionIndex < actionIndex) low = middle + 1;
    else high = middle;
  }
  return low;
}
