// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { STORAGE_NOTICE, UNREADABLE_NOTICE } from '../../src/lesson/texts/notices/page.ts';
import { createPredictions } from '../../src/player/asking/predictions.ts';
import { connectPlayer, type Stores } from '../../src/player/connectPlayer.ts';
import { createPreferences, PREFERENCES_KEY } from '../../src/player/kept/preferences.ts';
import { createQuizProgress } from '../../src/player/kept/quizProgress.ts';
import { QUIZ_KEY } from '../../src/player/kept/quizRecord.ts';
import { createPlayer } from '../../src/player/player.ts';
import type { RunSource } from '../../src/player/runs/runSource.ts';
import { createWhatIf } from '../../src/player/whatIf/whatIf.ts';
import { fakeRun, fakeSource } from './fakeRun.ts';

let stores: Stores;
let stop = () => {};

/** Connects new stores; returns when the picture of the address is there. */
function open(source?: RunSource): Promise<void> {
  stop();
  const player = createPlayer(fakeRun(), source);
  stores = {
    player,
    whatIf: createWhatIf(player),
    preferences: createPreferences(),
    quiz: createQuizProgress(),
    predictions: createPredictions(),
  };
  const { disconnect, opened } = connectPlayer(stores, window, ['stolen']);
  stop = disconnect;
  return opened;
}

beforeEach(() => {
  localStorage.clear();
  window.history.replaceState(null, '', '/');
});
afterEach(() => {
  stop();
  stop = () => {};
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  delete document.documentElement.dataset.theme;
});

/** Makes the window's storage fail as a browser that blocks it does. */
function blockStorage() {
  const { localStorage: kept } = window;
  Object.defineProperty(window, 'localStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  return () => Object.defineProperty(window, 'localStorage', { configurable: true, value: kept });
}

describe('a visit', () => {
  it('is remembered by the next one', () => {
    open();
    stores.preferences.getState().setTheme('dark');
    stores.preferences.getState().setSingleKeys(false);
    stores.quiz.getState().choose(0, 2);
    stores.quiz.getState().check(0, 0);
    const { answers, shuffleSeed } = stores.quiz.getState();
    open();
    expect(stores.preferences.getState()).toMatchObject({ theme: 'dark', singleKeys: false });
    expect(stores.quiz.getState()).toMatchObject({ answers, shuffleSeed });
    expect(document.documentElement.dataset.theme).toBe('dark');
  });

  it('leaves the initial states as they were prerendered', async () => {
    localStorage.setItem(PREFERENCES_KEY, '{"version":1,"theme":"dark"}');
    localStorage.setItem(QUIZ_KEY, '{"version":1,"shuffleSeed":99}');
    window.history.replaceState(null, '', '/#step=4');
    window.__authtraceKeys = [{ key: 'ArrowRight' }];
    await open();
    expect(stores.player.getState().cursor).toBe(5);
    expect(stores.quiz.getState().shuffleSeed).toBe(99);
    expect(stores.player.getInitialState().cursor).toBe(0);
    expect(stores.preferences.getInitialState().theme).toBe('system');
    expect(stores.quiz.getInitialState().shuffleSeed).toBe(1);
  });

  it('draws the reader a seed once', () => {
    open();
    const kept = localStorage.getItem(QUIZ_KEY);
    expect(kept).toContain(`"shuffleSeed":${stores.quiz.getState().shuffleSeed}`);
    open();
    expect(localStorage.getItem(QUIZ_KEY)).toBe(kept);
  });

  it('takes nothing from content that is not its own', () => {
    localStorage.setItem(PREFERENCES_KEY, '{"version":1,"setTheme":1,"theme":{"a":1}}');
    localStorage.setItem(QUIZ_KEY, '{"version":1,"choose":1,"answers":{"length":9}}');
    open();
    expect(stores.preferences.getState().setTheme).toBeTypeOf('function');
    expect(stores.quiz.getState().choose).toBeTypeOf('function');
    expect(stores.quiz.getState().answers).toHaveLength(3);
    const texts = stores.player.getState().notices.map(({ text }) => text);
    expect(texts).toEqual([UNREADABLE_NOTICE]);
  });
});

describe('the theme', () => {
  it('is an attribute of the page, and none for the system theme', () => {
    open();
    const { dataset } = document.documentElement;
    expect(dataset.theme).toBeUndefined();
    stores.preferences.getState().setTheme('light');
    expect(dataset.theme).toBe('light');
    stores.preferences.getState().setTheme('system');
    expect(dataset.theme).toBeUndefined();
  });
});

describe('storage that fails', () => {
  const texts = () => stores.player.getState().notices.map(({ text }) => text);

  it('costs persistence only and says so once', () => {
    const unblock = blockStorage();
    try {
      open();
      stores.preferences.getState().setTheme('dark');
      stores.quiz.getState().showHint(0);
      expect(document.documentElement.dataset.theme).toBe('dark');
      expect(stores.quiz.getState().answers[0]?.hintShown).toBe(true);
      expect(texts()).toEqual([STORAGE_NOTICE]);
    } finally {
      unblock();
    }
  });

  it('is not told of in a frame, where it would stand over the stage', () => {
    const unblock = blockStorage();
    const { parent } = window;
    Object.defineProperty(window, 'parent', { configurable: true, value: {} });
    try {
      open();
      expect(texts()).toEqual([]);
    } finally {
      unblock();
      Object.defineProperty(window, 'parent', { configurable: true, value: parent });
    }
  });

  it('is not told again after the notice was dismissed', () => {
    const unblock = blockStorage();
    try {
      open();
      const { notices, dismissNotice } = stores.player.getState();
      for (const { id } of notices) dismissNotice(id);
      stores.preferences.getState().setTheme('light');
      expect(texts()).toEqual([]);
    } finally {
      unblock();
    }
  });
});

it('has keys wait for the picture of the address, and means that by them', async () => {
  window.history.replaceState(null, '', '/#scenario=stolen&step=5');
  window.__authtraceKeys = [{ key: 'ArrowRight' }];
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  const opened = open(fakeSource(() => coming.then(() => fakeRun(20, 'stolen'))));
  const press = () =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }),
    );
  // The browser's, and the boot script's to keep.
  expect(press()).toBe(true);
  expect(stores.player.getState().cursor).toBe(0);
  expect(window.__authtraceKeys).toHaveLength(1);
  come();
  await opened;
  expect(stores.player.getState().cursor).toBe(6);
  expect(press()).toBe(false);
  expect(stores.player.getState().cursor).toBe(7);
});

it('ends everything', async () => {
  await open();
  stop();
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
  stores.preferences.getState().setTheme('dark');
  expect(stores.player.getState().cursor).toBe(0);
  expect(localStorage.getItem(PREFERENCES_KEY)).toBeNull();
});
