import type { ScenarioId } from '../../sim/scenarios.ts';

/** What is looked for in all that is kept, where a question is about that and no server's verdict answers it. */
export type KeptThing = 'password' | 'bytes';

/** The Scenarios with such a question. */
export const KEPT_QUESTIONS: Readonly<Partial<Record<ScenarioId, KeptThing>>> = {
  'password-kept': 'password',
  'thousand-users': 'bytes',
};
