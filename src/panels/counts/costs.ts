import type { PerLane } from '../../lesson/telling.ts';
import { REQUEST_ROWS, type RequestRow } from '../../lesson/texts/countRows.ts';
import type { RequestCost } from '../../sim/counts.ts';
import type { Strategy } from '../../sim/strategy.ts';

/** What each request takes in one lane. */
export interface LaneCost {
  readonly lane: Strategy;
  readonly clientBytes: number;
  readonly storeCalls: number;
  readonly waitedMs: number;
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
    const { clientBytes, storeReads, storeWrites, waitedMs = 0 } = cost;
    return [{ lane, clientBytes, storeCalls: storeReads + storeWrites, waitedMs }];
  });

/** Lists what there is to say of a request; of a store that answers at once nobody waits for anything. */
export const listRequestRows = ({
  session,
  token,
}: PerLane<RequestCost | null>): readonly RequestRow[] =>
  REQUEST_ROWS.filter(({ name }) => name !== 'waitedMs' || session?.waitedMs || token?.waitedMs);
