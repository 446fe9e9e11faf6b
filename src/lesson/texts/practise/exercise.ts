/** An option that is a sentence brings its own full stop. */
const withoutStop = (option: string) => option.replace(/\.$/, '');

export const EXERCISE_TEXTS = {
  check: 'Check',
  showCell: 'Show me the cell',
  again: 'Try again',
  sayRight: (right: string) => `Right: ${withoutStop(right)}.`,
  sayWrong: (said: string, right: string) =>
    `Not ${withoutStop(said)}. It is ${withoutStop(right)}.`,
} as const;
