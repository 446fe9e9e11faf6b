import type { Strategy } from '../../sim/strategy.ts';
import type { Variable } from '../telling.ts';

/** The variables of the tracker, in its order. */
export const VARIABLES: readonly Variable[] = ['sessionStore', 'sessionCookie', 'token'];

/** Which lane a variable lives in. */
export const VARIABLE_LANES: Readonly<Record<Variable, Strategy>> = {
  sessionStore: 'session',
  sessionCookie: 'session',
  token: 'token',
};
