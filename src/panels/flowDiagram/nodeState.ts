import type { FlowNodeTelling } from '../../lesson/telling.ts';
import { FLOW, type FlowNode, SHARED_FLOW, toNodeState } from '../../lesson/texts/walkFlow.ts';
import type { Strategy } from '../../sim/strategy.ts';

/** The states of a node that what goes on now is of. */
const CURRENT: ReadonlySet<ReturnType<typeof toNodeState>> = new Set(['begun', 'current'] as const);

/** Finds the walk's node that takes the focus at a step: the current one, else the first. */
export function findStop(shown: readonly Strategy[], step: number): FlowNode | undefined {
  const nodes = [...SHARED_FLOW, ...shown.flatMap((lane) => FLOW[lane])];
  return nodes.find((node) => CURRENT.has(toNodeState(node, step))) ?? nodes[0];
}

/** Says which nodes of a lane what goes on now is of; empty where none is. */
export function sayCurrent(lane: Strategy, step: number): string {
  const nodes = [...SHARED_FLOW, ...FLOW[lane]];
  const current = nodes.filter((node) => CURRENT.has(toNodeState(node, step)));
  return current.map(({ text }) => text).join(' · ');
}

/** Returns whether an Action of a run is done, current or still to come at a step. */
export function toRunNodeState(
  { first, last }: Pick<FlowNodeTelling, 'first' | 'last'>,
  step: number,
): 'done' | 'current' | 'coming' {
  if (step >= first && step <= last) return 'current';
  return step > last ? 'done' : 'coming';
}
