/** Something that many believe, and the run that shows whether it is so. */
export interface Belief {
  /** The exercise that the engine answers. */
  readonly exercise: string;
  /** What shows that it is not so: what was right to choose, or the payload, which anybody can read. */
  readonly shownBy: 'choice' | 'payload';
}

/** The misconceptions about both, the commonest first. */
export const BELIEFS = {
  'logout-ends-token': { exercise: 'stolen-then-logout.8.entry', shownBy: 'choice' },
  'signed-is-encrypted': { exercise: 'login-to-logout.4.token-cell', shownBy: 'payload' },
  'clear-cookie-ends': { exercise: 'cookie-cleared-without-destroy.5.entry', shownBy: 'choice' },
  'http-only-stops-xss': { exercise: 'xss-http-only.4.entry', shownBy: 'choice' },
  'same-site-is-enough': { exercise: 'csrf-sibling-subdomain.4.entry', shownBy: 'choice' },
  'deny-list-is-stateless': { exercise: 'deny-list.9.token-cell', shownBy: 'choice' },
  'long-secret-lasts': { exercise: 'leaked-secret.4.entry', shownBy: 'choice' },
  'cookie-is-session': { exercise: 'restart-memory-store.4.entry', shownBy: 'choice' },
} as const satisfies Readonly<Record<string, Belief>>;

export type BeliefId = keyof typeof BELIEFS;

export const BELIEF_IDS = Object.keys(BELIEFS) as readonly BeliefId[];
