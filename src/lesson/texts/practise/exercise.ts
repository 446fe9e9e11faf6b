/** An option that is a sentence brings its own full stop. */
const withoutStop = (option: string) => option.replace(/\.$/, '');

export const EXERCISE_TEXTS = {
  /** What holds for a run of which nothing else is said. */
  servers:
    'Where nothing else is said: time passes only where somebody waits. There is one server, with the records in its process’s memory. A request moves the end of its record, not the date of the browser’s cookie. A logout everywhere deletes all records of the user. The secret is the same after a restart, and a new one is taken up without a restart. The page keeps its token in localStorage.',
  check: 'Check',
  showCell: 'Show me the cell',
  again: 'Try again',
  /** Of an answer that was given on an earlier visit; which it was is not kept. */
  sayEarlier: (isRight: boolean, right: string) =>
    isRight
      ? `You have answered this: ${withoutStop(right)}.`
      : `You have answered this, and not rightly. It is ${withoutStop(right)}.`,
  sayRight: (right: string) => `Right: ${withoutStop(right)}.`,
  sayWrong: (said: string, right: string) =>
    `Not ${withoutStop(said)}. It is ${withoutStop(right)}.`,
} as const;
