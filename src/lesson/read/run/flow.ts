import type { Action } from '../../../sim/action.ts';
import type { Trace } from '../../../sim/trace.ts';
import type { Step } from '../moment.ts';
import { readStep } from '../moment.ts';

/** More nodes than fit below the slider on the widest screen, at their narrowest. */
const WINDOW = 24;

/** An Action of a run, with its steps. */
export interface ActionSteps {
  readonly index: number;
  readonly action: Action;
  readonly first: number;
  readonly last: number;
  readonly steps: readonly Step[];
}

/** The Actions around a step, and how many there are before and after those. */
export interface Flow {
  readonly shown: readonly ActionSteps[];
  readonly before: number;
  readonly after: number;
}

/** Finds the first frame of an Action; frames stand in the order of their Actions. */
function findFirst({ frames }: Trace, index: number): number {
  let [low, high] = [0, frames.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((frames[middle]?.actionIndex ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The Actions of a run that were read before: the next step has most of them around it too. */
const known = new WeakMap<Trace, Map<number, ActionSteps>>();

function readAction(trace: Trace, index: number, action: Action): ActionSteps {
  const read = known.get(trace) ?? new Map<number, ActionSteps>();
  known.set(trace, read);
  const before = read.get(index);
  if (before) return before;
  const [first, end] = [findFirst(trace, index), findFirst(trace, index + 1)];
  const steps = trace.frames.slice(first, end).map((frame) => readStep(trace, frame));
  const found = { index, action, first, last: end - 1, steps };
  read.set(index, found);
  return found;
}

/** Reads the Actions around the one of a step. */
export function readFlow(trace: Trace, step: number): Flow {
  const { frames, scenario } = trace;
  const { actions } = scenario;
  const current = Math.max(0, frames[step]?.actionIndex ?? 0);
  // As much of what was as of what comes: the current one is shown in the middle.
  const before = Math.max(0, Math.min(current - WINDOW / 2, actions.length - WINDOW));
  const shown = actions
    .slice(before, before + WINDOW)
    .map((action, i) => readAction(trace, before + i, action));
  return { shown, before, after: actions.length - before - shown.length };
}
