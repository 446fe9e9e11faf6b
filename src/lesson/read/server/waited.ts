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
  /** The answer came so much later. Of two that ask at once there are two, and neither waits for all. */
  readonly isAnswered: boolean;
}

/** Reads how long a step's server waited for the session store; `null` where it did not. */
export function readWaited({ lane, kind, earlier, settings, action }: Moment): Waited | null {
  const now = lane.outcome.waitedMs ?? 0;
  if (now === 0) return null;
  const isAnswered = lane.outcome.status !== null && kind !== 'refreshTwice.whole';
  const before = action?.type === 'refreshTwice' ? [] : earlier;
  const inAll = before.reduce((sum, { outcome }) => sum + (outcome.waitedMs ?? 0), now);
  return { now, each: toStoreLatency(settings), inAll, isAnswered };
}
