import type { PerLane } from '../../lesson/telling.ts';
import type { RequestCost } from '../../sim/counts.ts';
import type { Strategy } from '../../sim/strategy.ts';

/** What each request takes in one lane. */
export interface LaneCost {
  readonly lane: Strategy;
  readonly clientBytes: number;
  readonly storeCalls: number;
}

/** How many requests, and how many servers, the charts and the table go through. */
export const REQUESTS = [1, 10, 100, 1000] as const;
export const SERVERS = [1, 2, 4] as const;
/** Where the chart of the requests ends, and how many each server of the other one takes. */
export const CHARTED = 100;

/** Lists what each request takes in the lanes on show that sent one with a credential. */
export const toLaneCosts = (
  perRequest: PerLane<RequestCost | null>,
  shown: readonly Strategy[],
): readonly LaneCost[] =>
  shown.flatMap((lane) => {
    const cost = perRequest[lane];
    if (!cost) return [];
    const { clientBytes, storeReads, storeWrites } = cost;
    return [{ lane, clientBytes, storeCalls: storeReads + storeWrites }];
  });
