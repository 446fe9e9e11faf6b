import type { Strategy } from '../../../sim/strategy.ts';
import type { Trace } from '../../../sim/trace.ts';
import { toLook } from '../../page/look.ts';
import type { Moment } from '../../read/moment.ts';
import { readStep } from '../../read/moment.ts';
import { readOutcomeTone } from '../../read/outcome/outcomeTone.ts';
import type { FlowNodeTelling, FlowOutcome, FlowTelling } from '../../telling.ts';
import { toActionLabel } from '../../texts/actions/actionLabels.ts';
import { SHORT_LABELS } from '../../texts/actions/shortLabels.ts';
import { isVerdict } from '../../told/tone.ts';
import { sayEnding } from '../lane/badge.ts';

/** More nodes than fit below the slider on the widest screen, at their narrowest. */
const WINDOW = 24;

/** The Action's outcome: what its last verdict says, else its last answer, else its last step. */
function toOutcome(moments: readonly Moment[]): FlowOutcome {
  const decided = moments.findLast((moment) => isVerdict(readOutcomeTone(moment).tone));
  const answer = moments.findLast(({ lane }) => lane.outcome.status !== null);
  const telling = decided ?? answer ?? moments.at(-1);
  if (!telling) return { tone: 'rest', head: '', rest: '' };
  const { tone } = readOutcomeTone(telling);
  // A check that was passed is not what the Action came to.
  if (decided && telling !== answer && telling.lane.outcome.allowed && answer)
    return { tone, head: toLook(tone).word, rest: ` ${answer.lane.outcome.status}` };
  return { tone, ...sayEnding(telling) };
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

/** Says the Actions around the one on show as nodes, with what each came to in both lanes. */
export function sayFlow(trace: Trace, cursor: number): FlowTelling {
  const { frames, scenario } = trace;
  const count = scenario.actions.length;
  const current = Math.max(0, frames[cursor]?.actionIndex ?? 0);
  // As much of what was as of what comes: the current one is shown in the middle.
  const start = Math.max(0, Math.min(current - WINDOW / 2, count - WINDOW));
  const indices = Array.from({ length: Math.min(WINDOW, count) }, (_, i) => start + i);
  const nodes = indices.map((index): FlowNodeTelling => {
    const first = findFirst(trace, index);
    const end = findFirst(trace, index + 1);
    const own = frames.slice(first, end).map((frame) => readStep(trace, frame));
    const outcomeOf = (strategy: Strategy) => toOutcome(own.map((step) => step[strategy]));
    const action = scenario.actions[index];
    return {
      index,
      label: action ? toActionLabel(action) : '',
      short: action ? SHORT_LABELS[action.type] : '',
      first,
      last: end - 1,
      session: outcomeOf('session'),
      token: outcomeOf('token'),
    };
  });
  return { nodes, before: start, after: count - start - nodes.length };
}
