import { isSeed } from './isSeed.ts';
import { getOwn, parseVersioned } from './parseVersioned.ts';
import type { QuizAnswer, QuizState } from './quizProgress.ts';
import { OPTION_COUNT, RIGHT_OPTIONS, UNANSWERED } from './quizProgress.ts';

/** Where the progress is kept. */
export const QUIZ_KEY = 'authtrace.quiz';

/** What was read back: the seed is `null` when none was kept, so that one has to be drawn. */
export interface QuizRecord {
  readonly shuffleSeed: number | null;
  readonly answers: readonly QuizAnswer[];
}

const isOption = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < OPTION_COUNT;

/** Reads one answer. The verdict is not believed but given anew; one without a choice is dropped. */
function toAnswer(value: unknown, rightOption: number): QuizAnswer {
  const kept = getOwn(value, 'chosen');
  const chosen = isOption(kept) ? kept : null;
  const checked = chosen !== null && getOwn(value, 'checked') === true;
  return {
    chosen,
    checked,
    correct: checked && chosen === rightOption,
    hintShown: getOwn(value, 'hintShown') === true,
  };
}

/** Reads progress from any value; what is missing or wrong is as if never answered. */
export function readQuiz(value: unknown): QuizRecord {
  const seed = getOwn(value, 'shuffleSeed');
  const answers = getOwn(value, 'answers');
  return {
    shuffleSeed: isSeed(seed) ? seed : null,
    answers: RIGHT_OPTIONS.map((right, i) =>
      Array.isArray(answers) ? toAnswer(answers[i], right) : UNANSWERED,
    ),
  };
}

/** Reads progress from any text, as `readQuiz` does. */
export const parseQuiz = (text: string | null): QuizRecord => readQuiz(parseVersioned(text));

/** Writes progress as the text that `parseQuiz` reads. */
export function formatQuiz({ shuffleSeed, answers }: QuizState): string {
  return JSON.stringify({ version: 1, shuffleSeed, answers });
}
