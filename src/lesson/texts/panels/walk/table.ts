import type { Strategy } from '../../../../sim/strategy.ts';

/** What the lanes' columns are called. */
export const LANE_TITLES: Readonly<Record<Strategy, string>> = {
  session: 'Session-based Auth',
  token: 'Token-based Auth',
};

export const TABLE_TEXTS = {
  name: 'Execution table',
  box: 'Execution table, scrollable',
  step: 'Step',
  action: 'Action',
  result: 'Result',
  /** Those of a long run that are not here yet. */
  others: 'The other steps',
  sayGoTo: (step: number) => `Go to step ${step}`,
  parts: 'first difference',
  /** Beside the number of the current step, where no colour is left to tell it by. */
  now: 'now',
} as const;
