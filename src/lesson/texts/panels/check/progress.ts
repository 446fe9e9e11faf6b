const sayCount = (count: number) => (count === 1 ? '1 answer' : `${count} answers`);

export const PROGRESS_TEXTS = {
  title: 'Your progress',
  gist: 'All that you have answered, by topic: before the step that tells, and in the ways to learn. It is kept in this browser.',
  topic: 'Topic',
  progress: 'Answered',
  next: 'Where to go on',
  /** Leads to a question; it is not the question itself, which stands in the catalogue. */
  sayNext: (question: string) => `Next: ${question}`,
  quiz: 'The quiz',
  /** Names a question of the quiz. */
  sayQuiz: (question: number) => `Question ${question}`,
  walk: 'The walk',
  other: 'Both servers as a whole',
  sayProgress: (said: number, all: number, right: number) =>
    said === 0 ? `0 of ${all}` : `${said} of ${all}, ${right} right`,
  /** Names what is asked before a step of the walk. */
  sayWalkStep: (step: number) => `The walk, before step ${step}`,
  done: 'All answered',
  reset: 'Start over',
  sayReset: (count: number) => `Forget ${sayCount(count)}?`,
  forget: 'Forget',
  keep: 'Keep',
} as const;
