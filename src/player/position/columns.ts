import type { Strategy } from '../../sim/strategy.ts';

/** Which strategies the page shows; the first is the default. */
export const COLUMNS = ['both', 'session', 'token'] as const;

export type Columns = (typeof COLUMNS)[number];

const SHOWN: Readonly<Record<Columns, readonly Strategy[]>> = {
  both: ['session', 'token'],
  session: ['session'],
  token: ['token'],
};

/** Lists the strategies on show; the same array each time, so that it is safe in a selector. */
export const toShownStrategies = (columns: Columns): readonly Strategy[] => SHOWN[columns];
