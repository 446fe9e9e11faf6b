import type { Strategy } from '../../sim/strategy.ts';

/** A node of the concept flow: its words, the steps it stands for, and the one at which it happens. */
export interface FlowNode {
  readonly text: string;
  /** One word of at most seven letters, where there is room for no more; true however it comes out. */
  readonly short: string;
  readonly steps: readonly number[];
  readonly at: number;
  /** It ends in a verdict, each time that it comes. */
  readonly decides?: true;
}

/** What happens in a stretch of the walk. */
export interface FlowPhase {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const node = (text: string, short: string, ...steps: [number, ...number[]]): FlowNode => ({
  ...{ text, short, steps, at: steps[0] },
});

/** It is sent on the way there, and happens with the last of its steps. */
const nodeAtLast = (text: string, short: string, ...steps: [number, number]): FlowNode => ({
  ...{ text, short, steps, at: steps[1] },
});

const deciding = (text: string, short: string, ...steps: [number, ...number[]]): FlowNode => ({
  ...node(text, short, ...steps),
  decides: true,
});

/** What both strategies share. */
export const SHARED_FLOW: readonly FlowNode[] = [
  node('User sends login request', 'Log in', 1),
  node('Server verifies credentials', 'Verify', 2),
];

/** What each strategy does from there on. */
export const FLOW: Readonly<Record<Strategy, readonly FlowNode[]>> = {
  session: [
    node('Create session on server', 'Create', 3),
    node('Send session ID cookie', 'Send', 4),
    node('Client stores cookie', 'Store', 5),
    nodeAtLast('Server checks session ID', 'Check', 6, 7),
    deciding('Allow or deny access', 'Decide', 8, 11),
    node('Logout', 'Logout', 9),
    // The record goes with the logout request; at 10 there is nothing left to do.
    node('Destroy session on server', 'Destroy', 9, 10),
  ],
  token: [
    node('Create JWT token', 'Create', 3),
    node('Send token to client', 'Send', 4),
    node('Client stores token', 'Store', 5),
    nodeAtLast('Server verifies token', 'Verify', 6, 7),
    deciding('Allow or deny access', 'Decide', 8, 11),
    node('Logout', 'Logout', 9),
    // Logging out is discarding: step 9 is both, and step 10 has no node of its own in this lane.
    node('Client discards token', 'Discard', 9, 10),
  ],
};

/** The walk in five stretches. */
export const FLOW_PHASES: readonly FlowPhase[] = [
  { name: 'Log in', from: 1, to: 5 },
  { name: 'Request', from: 6, to: 8 },
  { name: 'Log out', from: 9, to: 10 },
  { name: 'Next request', from: 11, to: 11 },
  { name: 'End', from: 12, to: 12 },
];

/** `begun`: what leads to it is under way, and it has not happened yet. */
export type NodeState = 'done' | 'current' | 'begun' | 'coming';

/** Returns whether a node is done, happening or still to come at a step. */
export function toNodeState({ steps, at }: FlowNode, step: number): NodeState {
  if (steps.includes(step)) return step < at ? 'begun' : 'current';
  const first = steps[0] ?? Number.POSITIVE_INFINITY;
  return first < step ? 'done' : 'coming';
}

/** Tells whether what goes on at a step is of a node. */
export const isUnderWay = (node: FlowNode, step: number): boolean =>
  ['begun', 'current'].includes(toNodeState(node, step));

/** Says which nodes of a lane what goes on now is of; empty where none is. */
export function sayCurrent(lane: Strategy, step: number): string {
  const nodes = [...SHARED_FLOW, ...FLOW[lane]];
  const current = nodes.filter((node) => isUnderWay(node, step));
  return current.map(({ text }) => text).join(' · ');
}
