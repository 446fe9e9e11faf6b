import type { Frame, LaneFrame } from '../frame.ts';
import type { Strategy } from '../strategy.ts';
import { STRATEGIES } from '../strategy.ts';
import type { Trace } from './history.ts';

/** Where two runs part, and in which lanes. */
export interface Parting {
  readonly step: number;
  readonly lanes: readonly Strategy[];
}

/** Tells whether a step came to the same in two runs; secrets, times and IDs do not count. */
function endsAlike({ outcome: a }: LaneFrame, { outcome: b }: LaneFrame): boolean {
  return (
    a.type === b.type &&
    a.status === b.status &&
    a.failure === b.failure &&
    a.idle === b.idle &&
    a.blocked?.reason === b.blocked?.reason &&
    a.copy?.accepted === b.copy?.accepted
  );
}

function comparePair(a: Frame | undefined, b: Frame | undefined): readonly Strategy[] {
  if (a === b) return [];
  if (!a || !b || a.kind !== b.kind) return STRATEGIES;
  return STRATEGIES.filter((strategy) => !endsAlike(a[strategy], b[strategy]));
}

/**
 * Returns the first step at which two runs part: another kind of step, another outcome, or one of
 * them is over. `null` when they never do.
 */
export function findParting(a: Trace, b: Trace): Parting | null {
  const [left, right] = [a.frames, b.frames];
  const length = Math.max(left.length, right.length);
  for (let step = 0; step < length; step++) {
    const lanes = comparePair(left[step], right[step]);
    if (lanes.length > 0) return { step, lanes };
  }
  return null;
}
