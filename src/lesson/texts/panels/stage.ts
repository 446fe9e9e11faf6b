export const STAGE_TEXTS = {
  name: 'Client and server',
  heading: 'Stage',
  client: 'Client',
  empty: 'empty',
  gone: 'thrown away',
  sayOriginally: (word: string) => `originally ${word}`,
  /** How the original ended, where its step was another one: in one text, and around its title. */
  sayOriginal: (title: string, word: string) => `original: ${title} – ${word}`,
  original: ['original: ', (word: string) => ` – ${word}`],
} as const;
