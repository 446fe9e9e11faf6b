import { findForkStep, forkTrace } from '../../sim/trace.ts';
import { countOwnActions, findLastOwn } from '../whatIf/ownActions.ts';
import type { UndoStep } from '../whatIf/undoStep.ts';
import { readTrace, runActions, tellRun, toWhatIf } from './makeRun.ts';
import type { ShownRun } from './shownRun.ts';
import { toPlainRun } from './shownRun.ts';
import type { ToldRun } from './toldRun.ts';
import { toScenario } from './toldRun.ts';

/** Runs the original's Actions under a run's settings: nothing would be left to step through. */
async function toOthers(run: ToldRun, original: ToldRun) {
  const { settings } = toScenario(run);
  const { actions } = toScenario(original);
  const made = await runActions(original, { settings, actions });
  if (!made) throw new TypeError('the run was given up, though nobody asked for that');
  return { ...(await toWhatIf(made, original)), cursor: 0 };
}

/**
 * Returns the run without its last own Action: what Undo shows where nobody remembers what was
 * before, since the run came with an address or a file. `null` when it has none of its own.
 */
export async function takeBack({
  run,
  original,
}: Pick<ShownRun, 'run' | 'original'>): Promise<UndoStep | null> {
  const change = findLastOwn({ run, original });
  if (!change || !original) return null;
  const trace = await readTrace(run);
  const last = toScenario(run).actions.length - 1;
  const first = trace.frames.findIndex(({ actionIndex }) => actionIndex === last);
  const end = findForkStep(trace, first - 1);
  const shorter = tellRun(forkTrace(trace, end));
  const isOriginal =
    countOwnActions(shorter, original) === 0 &&
    JSON.stringify(toScenario(shorter).settings) === JSON.stringify(toScenario(original).settings);
  if (isOriginal) return { ...toPlainRun(original), cursor: end, change };
  if (toScenario(shorter).actions.length === 0)
    return { ...(await toOthers(run, original)), change };
  return { ...(await toWhatIf(shorter, original)), cursor: end, change };
}
