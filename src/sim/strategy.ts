/** The two ways of staying logged in that are compared; they always run in lockstep. */
export const STRATEGIES = ['session', 'token'] as const;

export type Strategy = (typeof STRATEGIES)[number];
