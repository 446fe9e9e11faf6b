import { findForkStep, forkTrace } from '../sim/trace.ts';
import type { Before } from './change.ts';
import { toLastStep } from './cursor.ts';
import { countOwnActions } from './offer.ts';
import type { Player } from './playerState.ts';

type Shown = Pick<Player, 'trace' | 'original'>;

/** Returns the last Action that a run has of its own, beyond its original; `null` for none. */
export function findLastOwn({ trace, original }: Shown): Before['change'] | null {
  const action = trace.scenario.actions.at(-1);
  if (!action || countOwnActions(trace, original) === 0) return null;
  return { type: 'act', action };
}

/**
 * Returns the run without its last own Action: what Undo shows where nobody remembers what was
 * before, since the run came with an address or a file. `null` when it has none of its own.
 */
export function takeBack({ trace, original }: Shown): Before | null {
  const change = findLastOwn({ trace, original });
  if (!change || !original) return null;
  const last = trace.scenario.actions.length - 1;
  const first = trace.frames.findIndex(({ actionIndex }) => actionIndex === last);
  const end = findForkStep(trace, first - 1);
  const shorter = forkTrace(trace, end);
  const isOriginal =
    countOwnActions(shorter, original) === 0 &&
    JSON.stringify(shorter.scenario.settings) === JSON.stringify(original.scenario.settings);
  if (isOriginal) return { trace: original, original: null, cursor: end, change };
  return { trace: shorter, original, cursor: toLastStep(shorter), change };
}
