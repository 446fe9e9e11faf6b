export const QUIZ_TEXTS = {
  title: 'Quiz',
  check: 'Check answer',
  hint: 'Hint',
  sayHint: (hint: string) => `Hint: ${hint}`,
  show: 'Show me',
  sayBack: (question: number) => `Back to question ${question}`,
  tryAgain: 'Try again',
  right: 'Right.',
  wrong: 'Not quite.',
  sayScore: (right: number, all: number) => `${right} of ${all} correct`,
} as const;
