export const STAGE_TEXTS = {
  start: 'Start',
  /** The key that does the same. */
  startKey: '→',
  sayInvitation: (steps: number) => `${steps} steps, both ways at once.`,
  sayClock: (clock: string) => `simulated clock ${clock}`,
  name: 'Client and server',
  client: 'Client',
  empty: 'empty',
  gone: 'thrown away',
  sayOriginally: (word: string) => `originally ${word}`,
  /** How the original ended, where its step was another one: in one text, and around its title. */
  sayOriginal: (title: string, word: string) => `original: ${title} – ${word}`,
  original: ['original: ', (word: string) => ` – ${word}`],
} as const;
