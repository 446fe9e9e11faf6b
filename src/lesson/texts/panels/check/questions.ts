/** Says how many questions are shown, or that none is about what was asked. */
function sayFound(count: number, fit: 'all' | 'found' | 'near'): string {
  if (fit === 'near')
    return count > 0 ? 'No question is about this. The nearest:' : 'No question is about this.';
  return count === 1 ? '1 question' : `${count} questions`;
}

export const QUESTIONS_TEXTS = {
  title: 'Questions',
  gist: 'What goes wrong, and in which of the two? Open a question: its story begins at the login, and you see where the two part.',
  first: 'Start with these six',
  showAnswers: 'Show answers',
  different: 'Only where the two differ',
  filter: 'Filter the questions',
  search: 'The search',
  example: 'stolen, deploy, CSRF …',
  sayFound,
  table: 'Questions and answers',
  question: 'Question',
  /** Goes to the step that tells. */
  sayToAnswer: (decision: string) => `Jump to the answer: ${decision}`,
  settings: 'Other settings than the walk’s',
  showAll: 'Show all questions',
} as const;
