import type { ScenarioId } from '../../../sim/scenarios.ts';

/** What is looked for in all that is kept, where a question is about that and no server's verdict answers it. */
export type KeptThing = 'password' | 'bytes';

export const KEPT_QUESTIONS: Readonly<Partial<Record<ScenarioId, KeptThing>>> = {
  'password-kept': 'password',
  'thousand-users': 'bytes',
};

/** Says what an answer to such a question is. */
export const KEPT_DECISIONS: Readonly<Record<KeptThing, string>> = {
  password: 'Looked for: the password, in all that is kept after the login',
  bytes: 'Counted: what the last login added, a thousand times',
};
