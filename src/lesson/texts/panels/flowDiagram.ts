const countActions = (count: number) => `${count} ${count === 1 ? 'Action' : 'Actions'}`;

export const FLOW_TEXTS = {
  title: 'Flow diagram',
  legend: 'Legend',
  session: 'Session ID, square',
  token: 'Token, round',
  kept: 'Copy that stays',
  gone: 'Thrown away',
  attacker: 'Attacker',
  /** Says how many Actions of a long run are not drawn. */
  sayBefore: (count: number) => `${countActions(count)} before these`,
  sayAfter: (count: number) => `${countActions(count)} after these`,
  /** Says what an Action came to in a lane. */
  sayOutcome: (lane: string, outcome: string) => `${lane}: ${outcome}. `,
} as const;
