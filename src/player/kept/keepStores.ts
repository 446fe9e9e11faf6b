import type { StoreApi } from 'zustand';
import { drawSeed } from './drawSeed.ts';
import type { PreferencesStore } from './preferences.ts';
import { formatPreferences, PREFERENCES_KEY, parsePreferences } from './preferences.ts';
import { PRERENDERED_SEED, type QuizStore } from './quizProgress.ts';
import { formatQuiz, parseQuiz, QUIZ_KEY } from './quizRecord.ts';
import type { SafeStorage } from './storage.ts';

/** Reads a key; what cannot be read is as if never kept. */
function read(storage: SafeStorage, key: string): string | null {
  const result = storage.get(key);
  return result.ok ? result.value : null;
}

/** Says so when what was kept is not what was understood of it. */
function compareKept(kept: string | null, understood: string, report: () => void) {
  if (kept !== null && kept !== understood) report();
}

/** Writes a store's text whenever it changes; returns what ends it. */
function writeOnChange<T>(
  store: Pick<StoreApi<T>, 'subscribe'>,
  storage: SafeStorage,
  key: string,
  format: (state: T) => string,
): () => void {
  return store.subscribe((state, before) => {
    const text = format(state);
    if (text !== format(before)) storage.set(key, text);
  });
}

/** Restores the preferences, then keeps each change. */
export function keepPreferences(
  preferences: PreferencesStore,
  storage: SafeStorage,
  report: () => void = () => {},
): () => void {
  const kept = read(storage, PREFERENCES_KEY);
  preferences.setState(parsePreferences(kept));
  compareKept(kept, formatPreferences(preferences.getState()), report);
  return writeOnChange(preferences, storage, PREFERENCES_KEY, formatPreferences);
}

/** Restores the quiz, then keeps each change; a reader without a seed gets one of their own. */
export function keepQuiz(
  quiz: QuizStore,
  storage: SafeStorage,
  draw: () => number = drawSeed,
  report: () => void = () => {},
): () => void {
  const kept = read(storage, QUIZ_KEY);
  const { shuffleSeed, answers } = parseQuiz(kept);
  quiz.setState({ shuffleSeed: shuffleSeed ?? PRERENDERED_SEED, answers });
  compareKept(kept, formatQuiz(quiz.getState()), report);
  const stop = writeOnChange(quiz, storage, QUIZ_KEY, formatQuiz);
  if (shuffleSeed === null) quiz.setState({ shuffleSeed: draw() });
  return stop;
}
