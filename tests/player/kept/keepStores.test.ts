import { expect, it, vi } from 'vitest';
import { keepPreferences, keepQuiz } from '../../../src/player/kept/keepStores.ts';
import { createPreferences, PREFERENCES_KEY } from '../../../src/player/kept/preferences.ts';
import { createQuizProgress } from '../../../src/player/kept/quizProgress.ts';
import { QUIZ_KEY } from '../../../src/player/kept/quizRecord.ts';
import { createSafeStorage } from '../../../src/player/kept/storage.ts';
import { fakeStorage } from './fakeStorage.ts';

/** Storage in memory that counts its writes. */
function startStorage(entries?: Readonly<Record<string, string>>) {
  const kept = fakeStorage(entries);
  const setItem = vi.spyOn(kept, 'setItem');
  return { storage: createSafeStorage(() => kept, vi.fn()), setItem };
}

it('writes each change of the preferences, and nothing else', () => {
  const { storage, setItem } = startStorage();
  const preferences = createPreferences();
  const stop = keepPreferences(preferences, storage);
  preferences.getState().setTheme('system');
  expect(setItem).not.toHaveBeenCalled();
  preferences.getState().setTheme('dark');
  stop();
  preferences.getState().setTheme('light');
  expect(setItem.mock.calls).toEqual([
    [PREFERENCES_KEY, '{"version":1,"theme":"dark","singleKeys":true}'],
  ]);
});

it('restores a quiz without writing it', () => {
  const quiz = createQuizProgress();
  const first = startStorage();
  keepQuiz(quiz, first.storage, () => 42);
  expect(quiz.getState().shuffleSeed).toBe(42);
  quiz.getState().choose(1, 3);
  const text = first.setItem.mock.lastCall?.[1] ?? '';
  const second = startStorage({ [QUIZ_KEY]: text });
  const again = createQuizProgress();
  keepQuiz(again, second.storage, () => 43);
  expect(again.getState().shuffleSeed).toBe(42);
  expect(again.getState().answers[1]?.chosen).toBe(3);
  again.getState().choose(1, 3);
  again.getState().tryAgain(0);
  expect(second.setItem).not.toHaveBeenCalled();
});
