import type { Runner } from './runner.ts';

/** Loads all that running something needs, once: the engine, the Scenarios and their words. */
export const loadRunner = (): Promise<Runner> => import('./runner.ts').then((m) => m.RUNNER);
