import type { Frame, Trace } from '../../../sim/trace.ts';

/** The columns of the tracker in the walk. */
const WALK_STEPS: readonly number[] = [0, 3, 4, 6, 9, 12];

/** As many as can be read side by side. */
const MOST = 6;
/** How many of a run's steps are looked through: beyond that, nobody reads the columns one by one. */
const LOOKED_AT = 400;

/** A column of the tracker: after which step it looks. */
export interface CheckpointStep {
  readonly step: number;
  readonly at: 'start' | 'between' | 'end';
}

/** What a step's column shows, a text a variable. */
type Column = (frame: Frame) => readonly string[];

/** How much there is to see at a step, next to the step shown before it. */
function weigh({ session, token }: Frame, column: readonly string[], shown: readonly string[]) {
  const changed = column.filter((text, i) => text !== shown[i]).length;
  const outcomes = [session.outcome, token.outcome];
  const parted = session.outcome.allowed !== token.outcome.allowed ? 2 : 0;
  const isDecided = outcomes.some(({ allowed, failure }) => allowed !== null || failure !== null);
  return changed * 2 + parted + (isDecided ? 1 : 0);
}

/**
 * Lists the steps that matter in a run: the start, the last steps of the Actions at which a variable
 * changed or something was decided, those that show most when there are too many, and the final step.
 */
function listTelling({ frames }: Trace, last: number, readColumn: Column): readonly number[] {
  const ends = frames
    .slice(0, LOOKED_AT)
    .filter(({ step, actionIndex }) => step > 0 && frames[step + 1]?.actionIndex !== actionIndex);
  let shown: readonly string[] = [];
  const weighed = ends
    .filter(({ step }) => step !== last)
    .map((frame) => {
      const column = readColumn(frame);
      const weight = weigh(frame, column, shown);
      shown = column;
      return { step: frame.step, weight };
    });
  const kept = weighed
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.step - b.step)
    .slice(0, MOST - 2)
    .map(({ step }) => step)
    .sort((a, b) => a - b);
  return [0, ...kept, ...(last > 0 ? [last] : [])];
}

/** Lists the tracker's columns: the lesson's six of the walk, of any other run those that matter in it. */
export function readCheckpoints(
  trace: Trace,
  isWalk: boolean,
  readColumn: Column,
): readonly CheckpointStep[] {
  const last = trace.frames.length - 1;
  const steps = isWalk ? WALK_STEPS : listTelling(trace, last, readColumn);
  return steps.map((step) => ({
    step,
    at: step === 0 ? 'start' : step === last ? 'end' : 'between',
  }));
}
