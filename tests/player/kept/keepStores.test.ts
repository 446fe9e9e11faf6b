import { expect, it, vi } from 'vitest';
import { keepPreferences, keepQuiz } from '../../../src/player/kept/keepStores.ts';
import { createPreferences, PREFERENCES_KEY } from '../../../src/player/kept/preferences.ts';
import { createQuizProgress } from '../../../src/player/kept/quizProgress.ts';
import { parseQuiz, QUIZ_KEY } from '../../../src/player/kept/quizRecord.ts';
import { createSafeStorage } from '../../../src/player/kept/storage.ts';
import { fakeStorage } from './fakeStorage.ts';

const QUIZ_SEEDS = { first: () => 42, second: () => 43 };

/** Two tabs over one storage; each hears what the other writes, unless it sleeps. */
function openTabs() {
  const kept = fakeStorage();
  const openTab = (other: () => Window) => {
    const own = new EventTarget() as Window;
    const heard: Storage = {
      ...kept,
      setItem: (key, newValue) => {
        kept.setItem(key, newValue);
        other().dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
      },
    };
    const storage = createSafeStorage(() => heard, vi.fn(), own);
    return { own, storage, preferences: createPreferences(), quiz: createQuizProgress() };
  };
  const nobody = new EventTarget() as Window;
  let sleeping = false;
  const first = openTab(() => (sleeping ? nobody : second.own));
  const second: ReturnType<typeof openTab> = openTab(() => (sleeping ? nobody : first.own));
  for (const { preferences, quiz, storage } of [first, second]) {
    keepPreferences(preferences, storage);
    keepQuiz(quiz, storage, quiz === first.quiz ? QUIZ_SEEDS.first : QUIZ_SEEDS.second);
  }
  const setSleeping = (value: boolean) => {
    sleeping = value;
  };
  return { kept, first, second, setSleeping };
}

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

it('lets two tabs see what the other keeps', () => {
  const { first, second } = openTabs();
  first.preferences.getState().setTheme('dark');
  expect(second.preferences.getState().theme).toBe('dark');
  second.quiz.getState().choose(2, 1);
  second.quiz.getState().check(2, 1);
  expect(first.quiz.getState().answers[2]).toMatchObject({ chosen: 1, checked: true });
});

it('writes of one tab no more than changed there', () => {
  const { kept, first, second, setSleeping } = openTabs();
  // As a tab in the background is, or one in the browser's cache of pages.
  setSleeping(true);
  first.preferences.getState().setTheme('dark');
  second.preferences.getState().setSingleKeys(false);
  first.quiz.getState().choose(0, 3);
  second.quiz.getState().showHint(1);
  expect(kept.getItem(PREFERENCES_KEY)).toBe('{"version":1,"theme":"dark","singleKeys":false}');
  expect(parseQuiz(kept.getItem(QUIZ_KEY)).answers).toMatchObject([
    { chosen: 3, hintShown: false },
    { chosen: null, hintShown: true },
    { chosen: null, hintShown: false },
  ]);
});

it('keeps the options of a reader in their order, whatever another tab has drawn', () => {
  const { first, second } = openTabs();
  second.quiz.setState({ shuffleSeed: 7 });
  second.quiz.getState().choose(0, 1);
  expect(first.quiz.getState()).toMatchObject({
    shuffleSeed: 42,
    answers: [{ chosen: 1 }, {}, {}],
  });
});

it('leaves alone what a later version has kept, and says so', () => {
  const later = '{"version":2,"theme":"dusk"}';
  const { storage, setItem } = startStorage({ [PREFERENCES_KEY]: later, [QUIZ_KEY]: later });
  const report = vi.fn();
  const [preferences, quiz] = [createPreferences(), createQuizProgress()];
  keepPreferences(preferences, storage, report);
  keepQuiz(quiz, storage, () => 42, report);
  preferences.getState().setTheme('dark');
  quiz.getState().choose(0, 3);
  expect(setItem).not.toHaveBeenCalled();
  expect(report.mock.calls).toEqual([['later'], ['later']]);
});

it('writes over what nobody can read, and what was taken away', () => {
  const { storage } = startStorage({ [PREFERENCES_KEY]: '{"version":"x"' });
  const report = vi.fn();
  const preferences = createPreferences();
  keepPreferences(preferences, storage, report);
  expect(report.mock.calls).toEqual([['unreadable']]);
  preferences.getState().setTheme('dark');
  const text = '{"version":1,"theme":"dark","singleKeys":true}';
  expect(storage.get(PREFERENCES_KEY)).toEqual({ ok: true, value: text });
});
