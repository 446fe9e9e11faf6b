import type { Strategy } from '../../../sim/strategy.ts';
import type { Trace } from '../../../sim/trace.ts';
import type { KeptThing } from '../../told/keptQuestions.ts';
import { isPasswordKept } from '../held/passwordKept.ts';
import { readStep } from '../moment.ts';
import { readCounts } from './counts.ts';

/** So many logins are counted like the one that was made. */
const USERS = 1000;

/** What a lane keeps of what is looked for. */
export type KeptAnswer =
  | { readonly thing: 'password'; readonly isKept: boolean }
  /** So many bytes for a thousand logins. */
  | { readonly thing: 'bytes'; readonly bytes: number };

/**
 * Reads what a lane keeps at a step of what is looked for.
 * @throws RangeError for a step that the run does not have.
 */
export function readKeptAnswer(
  trace: Trace,
  step: number,
  strategy: Strategy,
  thing: KeptThing,
): KeptAnswer {
  const frame = trace.frames[step];
  if (!frame) throw new RangeError(`no step ${step} in a run of ${trace.frames.length - 1} steps`);
  if (thing === 'password')
    return { thing, isKept: isPasswordKept(readStep(trace, frame)[strategy]) };
  const { now, before } = readCounts(trace, step);
  return { thing, bytes: (now[strategy].keptBytes - before[strategy].keptBytes) * USERS };
}
