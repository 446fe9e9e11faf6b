import { DECIDING_STEPS } from '../told/decidingSteps.ts';
import type { Belief, BeliefId } from './beliefs.ts';
import { BELIEF_IDS, BELIEFS } from './beliefs.ts';
import type { MeasureId } from './measures.ts';

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

/** Costs that one has to have in mind, each quickly counted. */
const COUNTED_AGAIN = [
  'ten-reads',
  'sent-bytes',
  'data-bytes',
] as const satisfies readonly MeasureId[];

const MEASURED: ReadonlyMap<string, MeasureId> = new Map(
  COUNTED_AGAIN.map((id) => [`performance.${id}`, id] as const),
);

/** What is said of both, as far as a choice shows whether it is so. */
const SAID: readonly (readonly [BeliefId, Belief])[] = BELIEF_IDS.map(
  (id) => [id, BELIEFS[id]] as const,
).filter(([, { shownBy }]) => shownBy !== 'payload');

/** Exercises to come back to, at most 40: the walk's, the misconceptions', those of runs that people argue about, and what both cost. */
const LISTED: readonly string[] = [
  ...['3.sessionStore', '6.token-cell', '7.session-cell', '9.sessionStore', '10.token-cell'].map(
    (point) => `login-to-logout.${point}`,
  ),
  'login-to-logout.7.step',
  'login-to-logout.12.left',
  ...SAID.map(([, { exercise }]) => exercise),
  ...ASKED_AGAIN.map((id) => `${id}.${DECIDING_STEPS[id]}.entry`),
  ...MEASURED.keys(),
];

/** Each once: a misconception may be about a run that is asked about again anyway. */
export const CARD_IDS: readonly string[] = [...new Set(LISTED)];

/** Finds the cost that a card asks for; `null` for a card about a run. */
export const findMeasured = (card: string): MeasureId | null => MEASURED.get(card) ?? null;

/** Lists what is said of both that the run of a card shows to be so, or not. */
export const listBeliefs = (card: string): readonly BeliefId[] =>
  SAID.filter(([, { exercise }]) => exercise === card).map(([id]) => id);
