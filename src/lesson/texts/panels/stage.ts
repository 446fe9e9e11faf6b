export const STAGE_TEXTS = {
  start: 'Start',
  /** The key that does the same. */
  startKey: '→',
  sayInvitation: (steps: number) => `${steps} steps, both ways at once.`,
  sayClock: (clock: string) => `simulated clock ${clock}`,
  name: 'Client and server',
  client: 'Client',
  server: 'Server',
  empty: 'empty',
  gone: 'thrown away',
} as const;
