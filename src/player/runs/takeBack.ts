import { restoreSetting } from '../../lesson/texts/settings/changedSettings.ts';
import type { Frame } from '../../sim/frame.ts';
import type { PlacedAction } from '../../sim/runs/runAgain.ts';
import { isStillPossible, listPlaced } from '../../sim/runs/runAgain.ts';
import type { Settings } from '../../sim/settings.ts';
import type { Trace } from '../../sim/trace.ts';
import { extendTrace, forkTrace, startTrace } from '../../sim/trace.ts';
import { matchActions } from '../whatIf/matchActions.ts';
import { followStep } from '../whatIf/pairSteps.ts';
import type { RunDifference } from '../whatIf/runDifferences.ts';
import { findLastAdded } from '../whatIf/runDifferences.ts';
import type { UndoStep } from '../whatIf/undoStep.ts';
import type { ChangedRun } from './insertAction.ts';
import { runOnWith } from './insertAction.ts';
import { readTrace, tellRun, toWhatIf } from './makeRun.ts';
import type { ShownRun } from './shownRun.ts';
import type { ToldRun } from './toldRun.ts';
import { toScenario } from './toldRun.ts';
import type { Refusal } from './tryActions.ts';
import { findRefusal, tryActions } from './tryActions.ts';

/** A run, and the one that it began at. */
interface OwnRun {
  readonly run: ToldRun;
  readonly original: ToldRun;
  readonly cursor: number;
}

type ActionDifference = Exclude<RunDifference, { type: 'setting' }>;

/** Returns the first Actions of a Trace alone. */
function cutAfter(trace: Trace, count: number): Trace {
  const end = trace.frames.findLast(({ actionIndex }) => actionIndex < count);
  return end && count > 0
    ? forkTrace(trace, end.step)
    : startTrace({ ...trace.scenario, actions: [] });
}

/**
 * Lists what comes after the first `from` Actions of a run: its own, and between them those of the
 * original that it has not because they made no sense there, for they may now.
 */
function listRest(own: Trace, original: Trace, from: number, skipped: number) {
  const [mine, theirs] = [listPlaced(own, 0), listPlaced(original, 0)];
  const { settings, actions } = own.scenario;
  const rest: PlacedAction[] = [];
  let next = 0;
  for (const match of matchActions(actions, original.scenario.actions)) {
    if (match.own !== null) {
      next = match.own + 1;
      const placed = mine[match.own];
      if (placed && match.own >= from && match.own !== skipped) rest.push(placed);
      continue;
    }
    const placed = theirs[match.original];
    const here = mine[next]?.before ?? (own.frames.at(-1) as Frame);
    if (placed && next >= from && !isStillPossible(placed, here, settings)) rest.push(placed);
  }
  return rest;
}

/** Runs the original's Actions under a run's settings: nothing would be left to step through. */
async function toOthers(original: ToldRun, settings: Settings, isStale: () => boolean) {
  const { actions } = toScenario(original);
  const run = await tryActions(original, { settings, actions }, isStale);
  return run && ('problem' in run ? run : { run, cursor: 0, dropped: 0 });
}

/** Takes an Action out of a run, or puts back what it has not of its original. */
async function changeActions(
  { run, original, cursor }: OwnRun,
  difference: ActionDifference,
  isStale: () => boolean,
): Promise<ChangedRun | Refusal | null> {
  const [own, theirs] = [await readTrace(run), await readTrace(original)];
  const { index } = difference;
  let begun = cutAfter(own, index);
  const isAdded = difference.type === 'added';
  const rest = isAdded ? listRest(own, theirs, index, index) : listPlaced(own, 0).slice(index);
  const refusal = isAdded ? null : findRefusal(difference.actions, own.scenario.settings);
  if (refusal) return refusal;
  // What is asked for by hand is done, whether it makes sense or not.
  if (!isAdded) for (const action of difference.actions) begun = await extendTrace(begun, action);
  const made = await runOnWith(begun, rest, isStale);
  if (!made) return null;
  const { trace, dropped } = made;
  if (trace.scenario.actions.length === 0)
    return toOthers(original, toScenario(run).settings, isStale);
  const told = tellRun(trace);
  return { run: told, cursor: followStep(told, run, cursor), dropped };
}

/** Gives a run a setting of its original back. */
async function changeSetting(
  { run, original, cursor }: OwnRun,
  { path }: Extract<RunDifference, { type: 'setting' }>,
  isStale: () => boolean,
): Promise<ChangedRun | Refusal | null> {
  const { settings, actions } = toScenario(run);
  const restored = restoreSetting(settings, toScenario(original).settings, path);
  const made = await tryActions(original, { settings: restored, actions }, isStale);
  return made && ('problem' in made ? made : { run: made, cursor, dropped: 0 });
}

/**
 * Takes back one difference of a run from its original; the others stay as they are. Resolves to
 * `null` when nobody waits for it any more, and to the reason where it cannot be.
 */
export async function takeBack(
  own: OwnRun,
  difference: RunDifference,
  isStale: () => boolean = () => false,
): Promise<(ShownRun & Omit<ChangedRun, 'run'>) | Refusal | null> {
  const made =
    difference.type === 'setting'
      ? await changeSetting(own, difference, isStale)
      : await changeActions(own, difference, isStale);
  if (!made || 'problem' in made) return made;
  const { run, cursor, dropped } = made;
  return { ...(await toWhatIf(run, own.original)), cursor, dropped };
}

/**
 * Returns the run without the last Action of its own: what Undo shows where nobody remembers what
 * was before, since the run came with an address or a file. `null` when it has none of its own.
 */
export async function takeBackLast({
  run,
  original,
  cursor,
}: Pick<ShownRun, 'run' | 'original'> & { readonly cursor: number }): Promise<UndoStep | null> {
  const last = original && findLastAdded(run, original);
  if (!last) return null;
  const made = await takeBack({ run, original, cursor }, last);
  if (!made || 'problem' in made) return null;
  const { frames } = await readTrace(run);
  const done = frames.findIndex(({ actionIndex }) => actionIndex === last.index);
  // Where it was done: of two that are alike the one that is left is no place to stay at.
  return { ...made, cursor: done - 1, change: { type: 'act', action: last.action } };
}
