/** Says how many questions are shown and, where none has all the words, that they are the nearest. */
function sayFound(count: number, hasAll: boolean): string {
  const questions = count === 1 ? '1 question' : `${count} questions`;
  if (hasAll || count === 0) return questions;
  return `${questions} ${count === 1 ? 'has' : 'have'} some of these words`;
}

export const QUESTIONS_TEXTS = {
  title: 'Questions, answered both ways',
  filter: 'Filter the questions',
  example: 'stolen, deploy, CSRF, second server …',
  sayFound,
  box: 'Questions, scrollable',
  table: 'Questions and answers',
  question: 'Question',
  none: 'No question has any of these words.',
} as const;
