/** Something that many believe, and the run that shows whether it is so. */
export interface Belief {
  /** The exercise that the engine answers. */
  readonly exercise: string;
  /** What would be right there if it were so; `null` where that is no option but what can be read. */
  readonly expects: string | null;
}

/** The misconceptions about both, the commonest first. */
export const BELIEFS = {
  'logout-ends-token': { exercise: 'stolen-then-logout.8.entry', expects: 'nobody' },
  'signed-is-encrypted': { exercise: 'login-to-logout.4.token-cell', expects: null },
  'clear-cookie-ends': { exercise: 'cookie-cleared-without-destroy.5.entry', expects: 'token' },
  'http-only-stops-xss': { exercise: 'xss-http-only.4.entry', expects: 'nobody' },
  'same-site-is-enough': { exercise: 'csrf-sibling-subdomain.4.entry', expects: 'nobody' },
  'deny-list-is-stateless': {
    exercise: 'deny-list.9.token-cell',
    expects: 'Token expired or deleted',
  },
  'long-secret-lasts': { exercise: 'leaked-secret.4.entry', expects: 'nobody' },
  'cookie-is-session': { exercise: 'restart-memory-store.4.entry', expects: 'both' },
} as const satisfies Readonly<Record<string, Belief>>;

export type BeliefId = keyof typeof BELIEFS;

export const BELIEF_IDS = Object.keys(BELIEFS) as readonly BeliefId[];
