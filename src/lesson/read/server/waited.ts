import { toStoreLatency } from '../../../sim/possible/outsideStore.ts';
import type { Moment } from '../moment.ts';

/** Reads how long a run's session store takes for one call, in milliseconds. */
export const readStoreLatency = (settings: Moment['settings']): number => toStoreLatency(settings);

/** How long a server waited for the session store, in milliseconds. */
export interface Waited {
  /** In this step. */
  readonly now: number;
  /** For one call. */
  readonly each: number;
  /** Since the Action began; where two ask at once each waits by itself. */
  readonly inAll: number;
}

/** Reads how long a step's server waited for the session store; `null` where it did not. */
export function readWaited({ lane, earlier, settings, action }: Moment): Waited | null {
  const now = lane.outcome.waitedMs ?? 0;
  if (action?.type === 'refreshTwice')
    return now === 0 ? null : { now, each: toStoreLatency(settings), inAll: now };
  const inAll = earlier.reduce((sum, { outcome }) => sum + (outcome.waitedMs ?? 0), now);
  return now === 0 ? null : { now, each: toStoreLatency(settings), inAll };
}
