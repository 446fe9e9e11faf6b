import { type QuizState, RIGHT_OPTIONS, toCorrectCount } from '../../kept/quizProgress.ts';

/** How far a learner is. */
export type LessonStatus = 'incomplete' | 'completed' | 'passed';

/** Each further than the one before. By a mark of its own a platform may call what is completed failed. */
const RANKS = new Map([
  ['incomplete', 1],
  ['completed', 2],
  ['failed', 2],
  ['passed', 3],
]);

const toRank = (status: string) => RANKS.get(status) ?? 0;

/** How it stands with the quiz, as a platform is told. */
export interface Result {
  /** 0 to 100. */
  readonly raw: number;
  readonly status: LessonStatus;
}

/** Reads the result of the quiz: completed when every question was checked, passed when all are right. */
export function toResult(quiz: QuizState): Result {
  const right = toCorrectCount(quiz);
  const all = RIGHT_OPTIONS.length;
  const isChecked = quiz.answers.every(({ checked }) => checked);
  const status = right === all ? 'passed' : isChecked ? 'completed' : 'incomplete';
  return { raw: Math.round((100 * right) / all), status };
}

/** Tells whether a status is further than what the platform has; nothing that was reached is taken back. */
export const isFurther = (status: LessonStatus, known: string): boolean =>
  toRank(status) > toRank(known);

/** Writes a time as the data model has it, HHHH:MM:SS. @see CMITimespan */
export function formatTimespan(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join(':');
}
