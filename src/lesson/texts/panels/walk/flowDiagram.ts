const countActions = (count: number) => `${count} ${count === 1 ? 'Action' : 'Actions'}`;

export const FLOW_TEXTS = {
  title: 'Flow diagram',
  /** The list of what both strategies do. */
  shared: 'Both',
  actions: 'Actions',
  /** Says which steps a phase has. */
  sayPhase: (name: string, from: number, to: number) => `${name} ${from}–${to}`,
  /** Says which steps a node has, where there is room for no word. */
  saySteps: (from: number, to: number) => (from === to ? `${from}` : `${from}–${to}`),
  /** Says how many Actions of a long run are not drawn. */
  sayBefore: (count: number) => `${countActions(count)} before these`,
  sayAfter: (count: number) => `${countActions(count)} after these`,
  /** What stands before and after the outcome of an Action in a lane. */
  outcome: (lane: string) => [`${lane}: `, '. '] as const,
  /** Says what a node of the walk came to, for who cannot see its sign. */
  sayVerdict: (step: number, word: string) => `Step ${step}: ${word}. `,
  decides: 'Decides the question. ',
} as const;
