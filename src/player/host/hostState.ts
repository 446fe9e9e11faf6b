import { getOwn } from '../kept/parseVersioned.ts';
import type { QuizAnswer } from '../kept/quizProgress.ts';
import { readQuiz } from '../kept/quizRecord.ts';

/** What a course page or a learning platform keeps of a learner for this page. */
export interface HostState {
  readonly version: 1;
  readonly quiz: { readonly answers: readonly QuizAnswer[] };
}

/** What a host gave back: nothing of use, what a later version of the page has left there, or answers. */
export type GivenState =
  | { readonly kind: 'none' | 'later' }
  | { readonly kind: 'answers'; readonly answers: readonly QuizAnswer[] };

/** More characters than a state of this page ever has. */
const MAX_TEXT = 20_000;

/** Some hosts return the state as the text that they stored. */
function toValue(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  if (given.length > MAX_TEXT) return undefined;
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}

/** Reads what a host gave back, whatever it is; what is wrong in it is as if never answered. Never throws. */
export function readHostState(given: unknown): GivenState {
  const value = toValue(given);
  const version = getOwn(value, 'version');
  if (typeof version === 'number' && version > 1) return { kind: 'later' };
  const quiz = getOwn(value, 'quiz');
  if (version !== 1 || !Array.isArray(getOwn(quiz, 'answers'))) return { kind: 'none' };
  return { kind: 'answers', answers: readQuiz(quiz).answers };
}

/** Makes what a host is to keep. */
export const toHostState = (answers: readonly QuizAnswer[]): HostState => ({
  version: 1,
  quiz: { answers },
});
