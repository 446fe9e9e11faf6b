import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROGRESS_NOTICES } from '../../../src/lesson/texts/practise/review.ts';
import { toUnreadKey } from '../../../src/player/kept/partsFault.ts';
import { readQuiz } from '../../../src/player/kept/quizRecord.ts';
import { createSafeStorage } from '../../../src/player/kept/storage.ts';
import {
  createPractise,
  keepPractise,
  PRACTISE_KEY,
  parsePractise,
} from '../../../src/player/practise/practiseProgress.ts';
import {
  formatProgress,
  MAX_PROGRESS_CHARS,
  mergeProgress,
  parseProgress,
  readProgressFile,
} from '../../../src/player/practise/progressFile.ts';
import { createReview, keepReview, REVIEW_KEY } from '../../../src/player/practise/review.ts';
import { scheduleCard } from '../../../src/player/practise/schedule.ts';
import { isWay, readWay } from '../../../src/player/practise/ways.ts';
import { fakeStorage } from '../kept/fakeStorage.ts';

const NOON = Date.UTC(2026, 0, 1, 12);
const early = scheduleCard(undefined, true, NOON);
const LATER = NOON + 60_000;
const late = scheduleCard(early, true, LATER);

const begun = { said: { 'user-banned.4.entry': 'token' }, isOver: false };

const own = {
  done: { 'why/cookie-is-session': true },
  hints: { 'challenge/fixation': 2 },
  tests: { 'before.1': begun },
  needs: { 'deep/mobile-app': { isMine: true, note: 'One Redis for all' } },
  cards: { 'login-to-logout.12.left': late },
  predictions: { 'login-to-logout/7': 'both', 'login-to-logout/8': null },
  quiz: readQuiz({ answers: [{ chosen: 0, checked: true }, { hintShown: true }] }).answers,
};

describe('a way', () => {
  it('is read with what of it is open', () => {
    expect(readWay('challenge/random.2.17')).toEqual({ way: 'challenge', item: 'random.2.17' });
    expect(readWay('learn')).toEqual({ way: 'learn', item: null });
    expect(['', 'Learn', 'learn/', 'learn/a/b', 'toString', 'learn/ö'].filter(isWay)).toEqual([]);
  });
});

describe('what is practised', () => {
  it('survives a reload, hints and all, and is forgotten as a whole', () => {
    const storage = fakeStorage();
    const safe = createSafeStorage(
      () => storage,
      () => {},
    );
    const practise = createPractise();
    const stop = keepPractise(practise, safe);
    practise.getState().mark('challenge/fixation', true);
    practise.getState().showHint('challenge/fixation');
    practise.getState().showHint('challenge/fixation');
    practise.getState().sayInTest('before.1', 'user-banned.4.entry', 'session');
    practise.getState().sayInTest('before.1', 'user-banned.4.entry', 'token');
    practise.getState().settle('deep/mobile-app', { isMine: true });
    practise.getState().settle('deep/mobile-app', { note: 'One Redis for all' });
    stop();
    const again = createPractise();
    keepPractise(again, safe);
    expect(again.getState()).toMatchObject({
      done: { 'challenge/fixation': true },
      hints: { 'challenge/fixation': 2 },
      tests: { 'before.1': begun },
      needs: own.needs,
    });
    again.getState().handIn('before.1');
    again.getState().sayInTest('before.1', 'user-banned.4.entry', 'nobody');
    expect(again.getState().tests).toEqual({ 'before.1': { ...begun, isOver: true } });
    again.getState().forget();
    expect(parsePractise(storage.getItem(PRACTISE_KEY))).toEqual({
      done: {},
      hints: {},
      tests: {},
      needs: {},
    });
  });

  it('stays done where it was a task, and is as it was last said where it was a question', () => {
    const practise = createPractise();
    for (const address of ['project/session-login', 'try/routes', 'why/fixation']) {
      practise.getState().mark(address, true);
      practise.getState().mark(address, false);
    }
    expect(practise.getState().done).toEqual({
      'project/session-login': true,
      'try/routes': true,
      'why/fixation': false,
    });
  });

  it.each([
    ['{"version":9,"done":{}}', 'later'],
    ['{"done":{}}', 'unreadable'],
    ['[1', 'unreadable'],
    ['{"version":1,"done":{},"more":1}', null],
  ])('of %s is told what is wrong', (kept, fault) => {
    const storage = fakeStorage({ [PRACTISE_KEY]: kept, [REVIEW_KEY]: kept });
    const safe = createSafeStorage(
      () => storage,
      () => {},
    );
    const faults: unknown[] = [];
    keepPractise(createPractise(), safe, (one) => faults.push(one));
    keepReview(createReview(), safe, (one) => faults.push(one));
    expect(faults).toEqual(fault ? [fault, fault] : []);
  });

  it.each([
    { done: { 'why/a': 1 } },
    { done: 5 },
    { hints: { 'challenge/fixation': 99 } },
    { cards: { a: { ...early, stability: -1 } } },
    { cards: { a: early, b: 'x' } },
    { cards: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`c${i}`, early])) },
  ])('of %j is told, and set aside whole before it is written again', (parts) => {
    const kept = JSON.stringify({ version: 1, ...parts });
    const key = 'cards' in parts ? REVIEW_KEY : PRACTISE_KEY;
    const storage = fakeStorage({ [key]: kept });
    const safe = createSafeStorage(
      () => storage,
      () => {},
    );
    const faults: unknown[] = [];
    const practise = createPractise();
    keepPractise(practise, safe, (one) => faults.push(one));
    const review = createReview();
    keepReview(review, safe, (one) => faults.push(one));
    expect(faults).toEqual(['unreadable']);
    practise.getState().mark('why/cookie-is-session', true);
    review.getState().put('b', early);
    expect(storage.getItem(key)).not.toBe(kept);
    expect(storage.getItem(toUnreadKey(key))).toBe(kept);
    // What is not understood later does not take its place, and is set aside once.
    const other = JSON.stringify({ version: 1, done: 7, cards: 7 });
    for (let visit = 0; visit < 2; visit++) {
      storage.setItem(key, other);
      keepPractise(createPractise(), safe);
      keepReview(createReview(), safe);
    }
    expect(storage.getItem(toUnreadKey(key))).toBe(kept);
    expect(storage.getItem(toUnreadKey(key, 2))).toBe(other);
    expect(storage.getItem(toUnreadKey(key, 3))).toBeNull();
  });

  it('with more parts than are known is sound', () => {
    const kept = JSON.stringify({ version: 1, done: {}, more: { a: 1 } });
    const storage = fakeStorage({ [PRACTISE_KEY]: kept });
    const safe = createSafeStorage(
      () => storage,
      () => {},
    );
    const faults: unknown[] = [];
    keepPractise(createPractise(), safe, (one) => faults.push(one));
    expect(faults).toEqual([]);
    expect(storage.getItem(toUnreadKey(PRACTISE_KEY))).toBe(null);
  });

  it('is known without storage too, wherever it is looked at', () => {
    const safe = createSafeStorage(
      () => {
        throw new Error('blocked');
      },
      () => {},
    );
    const practise = createPractise();
    keepPractise(practise, safe);
    practise.getState().mark('why/cookie-is-session', false);
    keepPractise(practise, safe);
    expect(practise.getState().done).toEqual({ 'why/cookie-is-session': false });
  });
});

it('tests that are none, and answers of any shape, are as if never given', () => {
  const tests = {
    'before.1': { said: { 'user-banned.4.entry': 'token', __proto__: 'x', a: 'both' }, isOver: 1 },
    'before.01': begun,
    'during.1': begun,
    'after.2': { said: [] },
    'after.3': 7,
  };
  const kept = JSON.stringify({ version: 1, tests });
  expect(parsePractise(kept).tests).toEqual({ 'before.1': begun });
});

describe('a file of progress', () => {
  it('from a device whose clock is ahead was answered just now, and lasts as long', () => {
    const ahead = scheduleCard(early, true, LATER + 3_600_000);
    const file = formatProgress({ ...own, cards: { 'login-to-logout.7.step': ahead } });
    const read = parseProgress(file, LATER);
    if ('problem' in read) throw new Error(read.problem);
    expect(read).toMatchObject({ isAhead: true, dropped: 0 });
    const { cards } = mergeProgress({ ...own, cards: {} }, read.progress, LATER);
    const now = { ...ahead, last: LATER, due: ahead.due - 3_600_000 };
    expect(cards).toEqual({ 'login-to-logout.7.step': now });
    // What was answered here says more.
    const here = { ...own, cards: { 'login-to-logout.7.step': early } };
    expect(mergeProgress(here, read.progress, LATER).cards).toEqual(here.cards);
  });

  it('opens as it was saved', () => {
    expect(parseProgress(formatProgress(own), LATER)).toEqual({
      progress: own,
      dropped: 0,
      isAhead: false,
    });
  });

  it.each([
    ['', PROGRESS_NOTICES.noJson],
    ['{', PROGRESS_NOTICES.noJson],
    ['null', PROGRESS_NOTICES.noProgress],
    ['[]', PROGRESS_NOTICES.noProgress],
    ['{"authtrace":1}', PROGRESS_NOTICES.noProgress],
    ['{"authtraceProgress":"1"}', PROGRESS_NOTICES.noProgress],
    ['{"__proto__":{"authtraceProgress":1}}', PROGRESS_NOTICES.noProgress],
    ['{"authtraceProgress":2}', PROGRESS_NOTICES.laterVersion],
    [' '.repeat(MAX_PROGRESS_CHARS + 1), PROGRESS_NOTICES.tooLarge],
  ])('that is none is told: %.40j', (text, problem) => {
    expect(parseProgress(text, LATER)).toEqual({ problem });
  });

  it('leaves out what it cannot read, and counts it', () => {
    const text = formatProgress(own).replace(
      '"done": {',
      '"done": { "__proto__": true, "constructor": true, "no way": true, "why/a": 1,',
    );
    expect(parseProgress(text, LATER)).toEqual({
      progress: own,
      dropped: 4,
      isAhead: false,
    });
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it('that is no text is told', async () => {
    expect(await readProgressFile(new Blob([new Uint8Array([0xff, 0xfe, 0x80])]))).toEqual({
      problem: PROGRESS_NOTICES.noText,
    });
  });

  it('loses nothing that was there; of a card the later answer counts', () => {
    const file = {
      done: { 'why/cookie-is-session': false, 'learn/show': true },
      hints: {},
      tests: { 'before.1': { said: {}, isOver: true }, 'after.1': begun },
      needs: {
        'deep/mobile-app': { isMine: false, note: '' },
        'deep/out-at-once': { isMine: true, note: '' },
      },
      cards: { 'login-to-logout.12.left': early, 'login-to-logout.7.step': early },
      predictions: { 'login-to-logout/7': 'nobody', 'login-to-logout/9': 'token' },
      quiz: readQuiz({ answers: [{ chosen: 3 }, { chosen: 1, checked: true }] }).answers,
    };
    expect(mergeProgress(own, file, LATER)).toEqual({
      done: { 'why/cookie-is-session': true, 'learn/show': true },
      hints: own.hints,
      // One that was handed in says more than one that was begun.
      tests: file.tests,
      needs: { ...file.needs, ...own.needs },
      cards: { 'login-to-logout.12.left': late, 'login-to-logout.7.step': early },
      predictions: { ...file.predictions, ...own.predictions },
      quiz: readQuiz({
        answers: [
          { chosen: 0, checked: true },
          { chosen: 1, checked: true, hintShown: true },
        ],
      }).answers,
    });
  });

  it.each([
    ['a part that is none', { done: 'abc', cards: [1] }, 2],
    ['a card that is none of ours', { cards: { 'nobody.3.entry': early } }, 1],
    ['a date far away', { cards: { 'login-to-logout.7.step': { ...early, due: 8.6e15 } } }, 1],
    [
      'an answer of a day that has not come',
      { cards: { 'login-to-logout.12.left': { ...early, last: 4e12, due: 4e12 } } },
      0,
    ],
    ['what cannot be done', { done: { 'why/nothing': true, 'learn/show.9': true } }, 2],
    ['what was not written here', { needs: { 'deep/mobile-app': { note: 'x'.repeat(1001) } } }, 1],
  ])('tells %s, and takes nothing of it', (_, parts, dropped) => {
    const read = parseProgress(JSON.stringify({ authtraceProgress: 1, ...parts }), LATER);
    expect(read).toMatchObject({ dropped });
    expect('progress' in read && mergeProgress(own, read.progress, LATER)).toEqual(own);
  });

  it('may hold each answer of a part of Learn, and the level of random challenges', () => {
    const done = { 'learn/show.2': false, 'challenge/random.2': true };
    const text = JSON.stringify({ authtraceProgress: 1, done });
    expect(parseProgress(text, LATER)).toMatchObject({ progress: { done }, dropped: 0 });
  });

  it('is read or refused whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = parseProgress(text, LATER);
        expect('problem' in read ? read.problem : read.progress.cards).toBeTruthy();
      }),
    );
  });
});
