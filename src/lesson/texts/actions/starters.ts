import type { ScenarioId } from '../../../sim/scenarios.ts';

/** The questions to begin with: each shows one of the differences that people argue about. */
export const STARTERS: readonly ScenarioId[] = [
  'stolen-then-logout',
  'two-servers-no-shared-store',
  'csrf-samesite-none',
  'xss-local-storage',
  'user-banned',
  'token-grows',
];
