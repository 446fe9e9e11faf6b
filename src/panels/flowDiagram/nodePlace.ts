import type { FlowNode } from '../../lesson/texts/walkFlow.ts';

type Steps = Pick<FlowNode, 'steps'>;

/** A stretch of steps, both ends included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Splits a node's steps into stretches without a gap, in their order. */
export function toStretches({ steps }: Steps): readonly Stretch[] {
  const starts = steps.filter((step) => !steps.includes(step - 1));
  const ends = steps.filter((step) => !steps.includes(step + 1));
  return starts.map((from, i) => ({ from, to: ends[i] ?? from }));
}

/** Tells which half of its rail a node has, where another one of the rail has a step with it; `null`: all. */
export function toHalf(nodes: readonly Steps[], index: number): 'upper' | 'lower' | null {
  const steps = nodes[index]?.steps ?? [];
  const shares = (other: Steps | undefined) => other?.steps.some((step) => steps.includes(step));
  if (shares(nodes[index + 1])) return 'upper';
  return shares(nodes[index - 1]) ? 'lower' : null;
}
