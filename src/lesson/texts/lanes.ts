import type { Strategy } from '../../sim/strategy.ts';
import type { TermId } from './terms/terms.ts';

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

/** What the glossary has of them. */
export const LANE_TERMS: Readonly<Record<Strategy, TermId>> = {
  session: 'session-based',
  token: 'token-based',
};
