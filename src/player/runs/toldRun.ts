import type { RunTelling, StepTelling, Telling } from '../../lesson/telling.ts';
import type { Trace } from '../../sim/trace.ts';

/** A run, told. `trace` is `null` only for the walk as it comes with the page, which is its Telling alone. */
export interface ToldRun {
  readonly telling: Telling;
  readonly trace: Trace | null;
}

/** A run as it is handed on: with the demo's secrets in place of a person's own. */
export interface DemoRun {
  readonly run: ToldRun;
  readonly hadOwnSecrets: boolean;
}

/** Returns what a run is called, under which settings it runs, and its Actions. */
export const toScenario = ({ telling }: ToldRun): RunTelling['scenario'] => telling.run.scenario;

/** Returns what there is to say of a step; `null` where the run is over by then. */
export const findStep = ({ telling }: ToldRun, step: number): StepTelling | null =>
  step <= telling.run.lastStep ? telling.at(step) : null;
