import type { Trace } from '../sim/trace.ts';
import { amend } from './book.ts';
import type { Checkpoint } from './variables.ts';
import { CHECKPOINTS } from './variables.ts';
import { isWholeWalk } from './walkRun.ts';

/** Returns the tracker's columns for a run: the lesson's six for the walk, for any other those that matter in it. */
export function toCheckpoints(trace: Trace): readonly Checkpoint[] {
  const found = isWholeWalk(trace) ? null : amend()?.checkpoints(trace);
  return found ?? CHECKPOINTS.filter(({ step }) => step < trace.frames.length);
}
