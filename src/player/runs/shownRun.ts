import type { Parting } from '../../sim/runs/parting.ts';
import type { ToldRun } from './toldRun.ts';

/** A run as it is put on the screen: a Scenario's own, or a what-if beside the run that it began at. */
export interface ShownRun {
  readonly run: ToldRun;
  /** The run that a what-if began at, shown beside it as a ghost; `null`: this is no what-if. */
  readonly original: ToldRun | null;
  /** Where the original and this run part; `null`: nowhere. */
  readonly parting: Parting | null;
  /** The what-if as the address tells it; `null` when it is none, or too long for an address. */
  readonly runAddress: string | null;
}

/** Returns a Scenario's own run, with nothing beside it. */
export const toPlainRun = (run: ToldRun): ShownRun => ({
  run,
  original: null,
  parting: null,
  runAddress: null,
});
