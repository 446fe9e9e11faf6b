export const RESULT_TEXTS = {
  name: 'Result',
  /** What the walk comes to. */
  principle: 'The server can end a session; a token that it has signed it cannot call back.',
  own: 'This is how your run ends.',
  sayNext: (title: string) => `Next: ${title}`,
} as const;
