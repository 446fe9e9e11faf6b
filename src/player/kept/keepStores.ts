import { drawSeed } from './drawSeed.ts';
import type { Keeping, KeptFault } from './keepStore.ts';
import { findFault, keepStore, readKept } from './keepStore.ts';
import type { Preferences, PreferencesStore } from './preferences.ts';
import { formatPreferences, PREFERENCES_KEY, parsePreferences } from './preferences.ts';
import { PRERENDERED_SEED, type QuizState, type QuizStore } from './quizProgress.ts';
import { formatQuiz, parseQuiz, QUIZ_KEY } from './quizRecord.ts';
import type { SafeStorage } from './storage.ts';

type Report = (fault: KeptFault) => void;

const PREFERENCES: Keeping<Preferences> = {
  key: PREFERENCES_KEY,
  parse: parsePreferences,
  format: formatPreferences,
  merge: (kept, before, now) => ({
    theme: now.theme === before.theme ? kept.theme : now.theme,
    singleKeys: now.singleKeys === before.singleKeys ? kept.singleKeys : now.singleKeys,
    asks: now.asks === before.asks ? kept.asks : now.asks,
    answers: now.answers === before.answers ? kept.answers : now.answers,
  }),
  hear: (kept) => kept,
};

function parseSeededQuiz(text: string | null): QuizState {
  const { shuffleSeed, answers } = parseQuiz(text);
  return { shuffleSeed: shuffleSeed ?? PRERENDERED_SEED, answers };
}

const QUIZ: Keeping<QuizState> = {
  key: QUIZ_KEY,
  parse: parseSeededQuiz,
  format: formatQuiz,
  merge: (kept, before, now) => ({
    shuffleSeed: now.shuffleSeed === before.shuffleSeed ? kept.shuffleSeed : now.shuffleSeed,
    answers: now.answers.map((answer, i) =>
      answer === before.answers[i] ? (kept.answers[i] ?? answer) : answer,
    ),
  }),
  // The options of a question that somebody reads stay in their order.
  hear: ({ answers }, { shuffleSeed }) => ({ shuffleSeed, answers }),
};

/** Restores the preferences, then keeps each change. */
export function keepPreferences(
  preferences: PreferencesStore,
  storage: SafeStorage,
  report: Report = () => {},
): () => void {
  const kept = readKept(storage, PREFERENCES_KEY);
  preferences.setState(parsePreferences(kept));
  const fault = findFault(kept, formatPreferences(preferences.getState()));
  if (fault) report(fault);
  return keepStore<Preferences>(preferences, storage, PREFERENCES);
}

/** Restores the quiz, then keeps each change; a reader without a seed gets one of their own. */
export function keepQuiz(
  quiz: QuizStore,
  storage: SafeStorage,
  draw: () => number = drawSeed,
  report: Report = () => {},
): () => void {
  const kept = readKept(storage, QUIZ_KEY);
  quiz.setState(parseSeededQuiz(kept));
  const fault = findFault(kept, formatQuiz(quiz.getState()));
  if (fault) report(fault);
  const stop = keepStore<QuizState>(quiz, storage, QUIZ);
  if (parseQuiz(kept).shuffleSeed === null) quiz.setState({ shuffleSeed: draw() });
  return stop;
}
