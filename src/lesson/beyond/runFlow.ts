import type { Strategy } from '../../sim/strategy.ts';
import type { LaneFrame, Trace } from '../../sim/trace.ts';
import { toActionLabel } from '../actionLabels.ts';

/** What an Action came to in one lane; `text` is the sign in words. */
export interface FlowOutcome {
  readonly tone: 'allowed' | 'denied' | 'rest' | 'done';
  readonly text: string;
}

/** One Action of a run, as a node of its flow. */
export interface RunFlowNode {
  /** Index of the Action. */
  readonly index: number;
  readonly label: string;
  readonly first: number;
  readonly last: number;
  readonly session: FlowOutcome;
  readonly token: FlowOutcome;
}

export interface RunFlow {
  readonly nodes: readonly RunFlowNode[];
  /** How many Actions come before and after those shown. */
  readonly before: number;
  readonly after: number;
}

/** As many nodes as fit beside the page. */
const WINDOW = 12;

/** The Action's outcome: the last that decided, else whether anything was done. */
function toOutcome(lanes: readonly LaneFrame[]): FlowOutcome {
  const outcomes = lanes.map(({ outcome }) => outcome);
  const decided = outcomes.findLast(({ allowed }) => allowed !== null);
  const status = outcomes.findLast((outcome) => outcome.status !== null)?.status ?? null;
  const code = status === null ? '' : ` ${status}`;
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

/** Returns the Actions around the one on show as nodes, with what each came to in both lanes. */
export function toRunFlow(trace: Trace, cursor: number): RunFlow {
  const { frames, scenario } = trace;
  const count = scenario.actions.length;
  const current = Math.max(0, frames[cursor]?.actionIndex ?? 0);
  // Some of what was, more of what comes; all of it where there is room for all.
  const start = count <= WINDOW ? 0 : Math.min(Math.max(0, current - 4), count - WINDOW);
  const indices = Array.from({ length: Math.min(WINDOW, count) }, (_, i) => start + i);
  const nodes = indices.map((index): RunFlowNode => {
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

/** Returns whether a node is done, current or still to come at a step. */
export function toRunNodeState(
  { first, last }: RunFlowNode,
  step: number,
): 'done' | 'current' | 'coming' {
  if (step >= first && step <= last) return 'current';
  return step > last ? 'done' : 'coming';
}
