import type { Strategy } from '../../sim/strategy.ts';

/** What the strategies' lanes are called where they are named in full. */
export const LANE_NAMES: Readonly<Record<Strategy, string>> = {
  session: 'Session-based',
  token: 'Token-based',
};

/** What they are called where there is less room. */
export const SHORT_LANE_NAMES: Readonly<Record<Strategy, string>> = {
  session: 'Session',
  token: 'Token',
};
