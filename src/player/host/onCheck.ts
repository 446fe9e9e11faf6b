import type { QuizCheck, QuizState, QuizStore } from '../kept/quizProgress.ts';

/**
 * Calls back when an answer of the quiz is checked; also at once, if an answer was checked earlier.
 * Returns what ends it.
 */
export function onCheck(quiz: QuizStore, tell: (now: QuizState, check: QuizCheck) => void) {
  const { lastCheck } = quiz.getState();
  if (lastCheck) tell(quiz.getState(), lastCheck);
  return quiz.subscribe((now, before) => {
    if (now.lastCheck && now.lastCheck !== before.lastCheck) tell(now, now.lastCheck);
  });
}
