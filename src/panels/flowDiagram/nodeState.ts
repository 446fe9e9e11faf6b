import type { FlowNodeTelling } from '../../lesson/telling.ts';

/** Returns whether an Action of a run is done, current or still to come at a step. */
export function toRunNodeState(
  { first, last }: Pick<FlowNodeTelling, 'first' | 'last'>,
  step: number,
): 'done' | 'current' | 'coming' {
  if (step >= first && step <= last) return 'current';
  return step > last ? 'done' : 'coming';
}
