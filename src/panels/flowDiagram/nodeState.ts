import type { FlowNodeTelling } from '../../lesson/telling.ts';
import { FLOW, type FlowNode, isUnderWay, SHARED_FLOW } from '../../lesson/texts/walkFlow.ts';
import type { Strategy } from '../../sim/strategy.ts';

/** Finds the walk's node that takes the focus at a step: the current one, else the first. */
export function findStop(shown: readonly Strategy[], step: number): FlowNode | undefined {
  const nodes = [...SHARED_FLOW, ...shown.flatMap((lane) => FLOW[lane])];
  return nodes.find((node) => isUnderWay(node, step)) ?? nodes[0];
}

/** Returns whether an Action of a run is done, current or still to come at a step. */
export function toRunNodeState(
  { first, last }: Pick<FlowNodeTelling, 'first' | 'last'>,
  step: number,
): 'done' | 'current' | 'coming' {
  if (step >= first && step <= last) return 'current';
  return step > last ? 'done' : 'coming';
}
