export const EXERCISE_TEXTS = {
  check: 'Check',
  showCell: 'Show me the cell',
  again: 'Try again',
  sayRight: (right: string) => `Right: ${right}.`,
  sayWrong: (said: string, right: string) => `Not ${said}. It is ${right}.`,
} as const;
