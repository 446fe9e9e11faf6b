import type { Strategy } from '../../sim/strategy.ts';

/** A node of the concept flow: its words, the steps it stands for, and where a click leads. */
export interface FlowNode {
  readonly text: string;
  readonly steps: readonly number[];
}

const node = (text: string, ...steps: number[]): FlowNode => ({ text, steps });

/** The head that both strategies share. */
export const SHARED_FLOW: readonly FlowNode[] = [
  node('User sends login request', 1),
  node('Server verifies credentials', 2),
];

/** The branch of each strategy, downwards. A node of several steps is jumped to at its first. */
export const FLOW: Readonly<Record<Strategy, readonly FlowNode[]>> = {
  session: [
    node('Create session on server', 3),
    node('Send session ID cookie', 4),
    node('Client stores cookie', 5),
    node('Server checks session ID', 6, 7),
    node('Allow or deny access', 8, 11),
    node('Logout', 9),
    node('Destroy session on server', 10),
  ],
  token: [
    node('Create JWT token', 3),
    node('Send token to client', 4),
    node('Client stores token', 5),
    node('Server verifies token', 6, 7),
    node('Allow or deny access', 8, 11),
    node('Logout', 9),
    // Logging out is discarding: step 9 is both, and step 10 has no node of its own in this lane.
    node('Client discards token', 9, 10),
  ],
};

/** Returns whether a node is done, current or still to come at a step. */
export function toNodeState({ steps }: FlowNode, step: number): 'done' | 'current' | 'coming' {
  if (steps.includes(step)) return 'current';
  const first = steps[0] ?? Number.POSITIVE_INFINITY;
  return first < step ? 'done' : 'coming';
}
