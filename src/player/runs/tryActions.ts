import { sayFault } from '../../lesson/texts/faults.ts';
import type { Action } from '../../sim/action.ts';
import { validateActions } from '../../sim/check/actions.ts';
import type { Run } from '../../sim/runs/run.ts';
import type { Settings } from '../../sim/settings.ts';
import { runActions } from './makeRun.ts';
import type { ToldRun } from './toldRun.ts';

/** Why a run cannot be as it is wished, in a sentence for the reader. */
export interface Refusal {
  readonly problem: string;
}

/** Finds what keeps Actions from being run under these settings; `null`: nothing. */
export function findRefusal(actions: readonly Action[], settings: Settings): Refusal | null {
  const checked = validateActions(actions, settings);
  const [first] = 'errors' in checked ? checked.errors : [];
  return first ? { problem: sayFault(first.fault) } : null;
}

/** Runs Actions as `runActions` does, or tells why they cannot be run under these settings. */
export async function tryActions(
  base: ToldRun,
  run: Run,
  isStale: () => boolean,
): Promise<ToldRun | Refusal | null> {
  return findRefusal(run.actions, run.settings) ?? runActions(base, run, isStale);
}
