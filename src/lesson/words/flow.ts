import type { Strategy } from '../../sim/strategy.ts';
import type { LaneFrame, Trace } from '../../sim/trace.ts';
import type { FlowNodeTelling, FlowOutcome, FlowTelling } from '../telling.ts';
import { toActionLabel } from '../texts/actionLabels.ts';

/** More nodes than fit below the slider on the widest screen, at their narrowest. */
const WINDOW = 24;

/** The Action's outcome: the last that decided, else whether anything was done. */
function toOutcome(lanes: readonly LaneFrame[]): FlowOutcome {
  const outcomes = lanes.map(({ outcome }) => outcome);
  const decided = outcomes.findLast(({ allowed }) => allowed !== null);
  const status = outcomes.findLast((outcome) => outcome.status !== null)?.status ?? null;
  const code = status === null ? '' : ` ${status}`;
  const blocked = outcomes.findLast((outcome) => outcome.blocked)?.blocked;
  if (blocked) {
    const text = blocked.at === 'preflight' ? 'not sent' : `withheld${code}`;
    return { tone: 'denied', text };
  }
  if (decided) {
    const tone = decided.allowed ? 'allowed' : 'denied';
    return { tone, text: `${decided.allowed ? 'allowed' : 'denied'}${code}` };
  }
  if (outcomes.every(({ type }) => type === 'idle')) return { tone: 'rest', text: 'at rest' };
  return { tone: 'done', text: `done${code}` };
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
    const own = frames.slice(first, end);
    const outcomeOf = (strategy: Strategy) => toOutcome(own.map((frame) => frame[strategy]));
    const action = scenario.actions[index];
    return {
      index,
      label: action ? toActionLabel(action) : '',
      first,
      last: end - 1,
      session: outcomeOf('session'),
      token: outcomeOf('token'),
    };
  });
  return { nodes, before: start, after: count - start - nodes.length };
}
