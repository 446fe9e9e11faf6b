import type { Strategy } from '../../../sim/strategy.ts';
import type { Trace } from '../../../sim/trace.ts';
import { isPasswordKept } from '../../read/held/passwordKept.ts';
import { readStep } from '../../read/moment.ts';
import { readCounts } from '../../read/run/counts.ts';
import type { Badge } from '../../telling.ts';
import type { KeptThing } from '../../texts/scenarios/keptQuestions.ts';

const USERS = 1000;

const { format: formatKilobytes } = new Intl.NumberFormat('en', {
  style: 'unit',
  unit: 'kilobyte',
  maximumFractionDigits: 0,
});

/**
 * Says what a lane keeps at a step of what is looked for: the password, or so many bytes for a
 * thousand logins like the one that the step is.
 * @throws RangeError for a step that the run does not have.
 */
export function sayKeptAnswer(
  trace: Trace,
  step: number,
  strategy: Strategy,
  thing: KeptThing,
): Badge {
  const frame = trace.frames[step];
  if (!frame) throw new RangeError(`no step ${step} in a run of ${trace.frames.length - 1} steps`);
  if (thing === 'password') {
    const isKept = isPasswordKept(readStep(trace, frame)[strategy]);
    return { tone: 'rest', word: isKept ? 'Kept' : 'Kept nowhere' };
  }
  const { now, before } = readCounts(trace, step);
  const added = now[strategy].keptBytes - before[strategy].keptBytes;
  const word = added === 0 ? 'Nothing' : formatKilobytes((added * USERS) / 1000);
  return { tone: 'rest', word: `${word} on the server` };
}
