import type { KeptThing } from '../../told/keptQuestions.ts';

/** Says what an answer is to a question about what is kept. */
export const KEPT_DECISIONS: Readonly<Record<KeptThing, string>> = {
  password: 'Looked for: the password, in all that is kept after the login',
  bytes: 'Counted: what the last login added, a thousand times',
};
