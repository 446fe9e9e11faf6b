import { useDeferredValue } from 'react';
import type { Counts } from '../sim/counts.ts';
import { countTrace } from '../sim/counts.ts';
import { clampStep, toLastStep } from './cursor.ts';
import { usePlayer } from './usePlayer.ts';

interface CountsAt {
  readonly step: number;
  readonly last: number;
  readonly counts: Counts;
  /** Those of the step before; at the start its own. */
  readonly before: Counts;
}

/**
 * Counts the run up to the step on show, after what answers the key. Not by `useSettled`: imported
 * by what loads late it makes the bundler take React out of the entry, into one request more.
 */
export function useCounts(): CountsAt {
  const trace = useDeferredValue(usePlayer((player) => player.trace));
  const cursor = useDeferredValue(usePlayer((player) => player.cursor));
  const step = clampStep(trace, cursor);
  return {
    step,
    last: toLastStep(trace),
    counts: countTrace(trace, step),
    before: countTrace(trace, Math.max(0, step - 1)),
  };
}
