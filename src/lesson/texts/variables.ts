import type { Strategy } from '../../sim/strategy.ts';
import type { Variable } from '../telling.ts';

/** The tracker's rows, each with its name: of one store, and of two. */
export const VARIABLES = {
  oneStore: [
    ['sessionStore', 'sessionStore'],
    ['sessionCookie', 'sessionCookie'],
    ['token', 'token'],
  ],
  twoStores: [
    ['sessionStore', 'sessionStore A'],
    ['sessionStoreB', 'sessionStore B'],
    ['sessionCookie', 'sessionCookie'],
    ['token', 'token'],
  ],
} as const satisfies Record<string, readonly (readonly [Variable, string])[]>;

/** Which lane a variable lives in. */
export const VARIABLE_LANES: Readonly<Record<Variable, Strategy>> = {
  sessionStore: 'session',
  sessionStoreB: 'session',
  sessionCookie: 'session',
  token: 'token',
};
