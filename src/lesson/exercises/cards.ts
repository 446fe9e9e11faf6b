import { DECIDING_STEPS } from '../told/decidingSteps.ts';
import { BELIEFS } from './beliefs.ts';

/** Scenarios whose question is worth being asked again after weeks. */
const ASKED_AGAIN = [
  ...['closed-browser-session-cookie', 'token-does-not-slide', 'stolen-until-exp'],
  ...['logout-client-only', 'two-browsers', 'tampered-payload', 'alg-none'],
  ...['csrf-samesite-none', 'csrf-samesite-lax', 'xss-local-storage'],
  ...['fixation-without-regenerate', 'fixation-with-regenerate', 'restart-random-secret'],
  ...['two-servers-no-shared-store', 'two-servers-different-secrets', 'rotation-without-overlap'],
  ...['user-banned', 'password-changed', 'password-changed-ends-all', 'role-removed'],
  ...['other-service-token', 'refresh-reuse'],
] as const satisfies readonly (keyof typeof DECIDING_STEPS)[];

/** Exercises to come back to, at most 40: the walk's, the misconceptions', and those of runs that people argue about. */
const LISTED: readonly string[] = [
  ...['3.sessionStore', '6.token-cell', '7.session-cell', '9.sessionStore', '10.token-cell'].map(
    (point) => `login-to-logout.${point}`,
  ),
  'login-to-logout.7.step',
  'login-to-logout.12.left',
  ...Object.values(BELIEFS).flatMap(({ exercise, shownBy }) =>
    shownBy === 'payload' ? [] : exercise,
  ),
  ...ASKED_AGAIN.map((id) => `${id}.${DECIDING_STEPS[id]}.entry`),
];

/** Each once: a misconception may be about a run that is asked about again anyway. */
export const CARD_IDS: readonly string[] = [...new Set(LISTED)];
