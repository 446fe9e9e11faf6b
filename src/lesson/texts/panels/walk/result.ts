export const RESULT_TEXTS = {
  name: 'Result',
  /** What the walk comes to. */
  principle: 'A server can end a session, but not call back a token.',
  own: 'This is how your run ends.',
  sayNext: (title: string) => `Next: ${title}`,
} as const;
