export const ABOUT_TEXTS = {
  title: 'Session-based and token-based auth, step by step',
  /** What the page is, before anything else of it is read. */
  session: 'A session is a record on the server; the browser carries only its ID.',
  token: 'A token carries the record itself, signed; the server keeps nothing.',
  start: 'Start',
  /** The key that does the same. */
  startKey: '→',
  sayInvitation: (steps: number) => `${steps} steps, both ways at once.`,
  sayName: (title: string) => `About: ${title}`,
  /** In place of the answer, as long as it is still to be guessed. */
  sayAsked: (step: number) => `You are asked what you expect before step ${step}.`,
  show: 'Show the answer',
  more: 'More',
  less: 'Less',
  sources: 'Sources',
} as const;
