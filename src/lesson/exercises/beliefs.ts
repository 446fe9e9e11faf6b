/** Something that is said of both, and the run that shows whether it is so. */
export interface Belief {
  /** The exercise that the engine answers. */
  readonly exercise: string;
  /** What shows whether it is so: what was right to choose, the payload, which anybody can read, or the walk with a longer secret beside. */
  readonly shownBy: 'choice' | 'payload' | 'longerSecret';
  /** It is so; most are not. */
  readonly isTrue?: true;
}

/** What is said of both, true and false mixed, so that no answer wins by itself. */
export const BELIEFS = {
  'logout-ends-token': { exercise: 'stolen-then-logout.8.entry', shownBy: 'choice' },
  'signed-is-encrypted': { exercise: 'login-to-logout.4.token-cell', shownBy: 'payload' },
  'password-leaves-token': {
    ...{ exercise: 'password-changed.5.entry', shownBy: 'choice' },
    isTrue: true,
  },
  'clear-cookie-ends': { exercise: 'cookie-cleared-without-destroy.5.entry', shownBy: 'choice' },
  'cookie-token-csrf': {
    ...{ exercise: 'csrf-token-in-cookie.4.entry', shownBy: 'choice' },
    isTrue: true,
  },
  'deploy-logs-out': {
    ...{ exercise: 'restart-memory-store.4.entry', shownBy: 'choice' },
    isTrue: true,
  },
  'http-only-stops-xss': { exercise: 'xss-http-only.4.entry', shownBy: 'choice' },
  'same-site-is-enough': { exercise: 'csrf-sibling-subdomain.4.entry', shownBy: 'choice' },
  'deny-list-is-stateless': { exercise: 'deny-list.9.token-cell', shownBy: 'choice' },
  'copied-role-stays': { exercise: 'role-removed.4.entry', shownBy: 'choice', isTrue: true },
  'long-secret-lasts': { exercise: 'leaked-secret.4.entry', shownBy: 'longerSecret' },
  'cookie-is-session': { exercise: 'restart-memory-store.4.entry', shownBy: 'choice' },
} as const satisfies Readonly<Record<string, Belief>>;

export type BeliefId = keyof typeof BELIEFS;

export const BELIEF_IDS = Object.keys(BELIEFS) as readonly BeliefId[];

/** Tells whether what is said is so. */
export function isSo(id: BeliefId): boolean {
  const belief: Belief = BELIEFS[id];
  return belief.isTrue === true;
}
