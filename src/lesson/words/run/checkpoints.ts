import type { Trace } from '../../../sim/trace.ts';
import { readStep } from '../../read/moment.ts';
import { type CheckpointStep, readCheckpoints } from '../../read/run/checkpoints.ts';
import type { Checkpoint } from '../../telling.ts';
import { sayVariables } from '../tracker/variables.ts';

function sayCheckpoint({ step, at }: CheckpointStep): Checkpoint {
  switch (at) {
    case 'start':
      return { step, title: 'Start' };
    case 'between':
      return { step, title: `After Step ${step}` };
    case 'end':
      return { step, title: 'Final' };
  }
}

/** Says what the tracker's columns are called. */
export const sayCheckpoints = (trace: Trace, isWalk: boolean): readonly Checkpoint[] =>
  readCheckpoints(trace, isWalk, (frame) =>
    Object.values(sayVariables(readStep(trace, frame))),
  ).map(sayCheckpoint);
