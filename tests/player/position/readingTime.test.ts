import { expect, test } from 'vitest';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { StepTelling } from '../../../src/lesson/telling.ts';
import { toReadingMs } from '../../../src/player/position/readingTime.ts';
import { LOGIN_TO_LOGOUT } from '../../../src/sim/scenarios.ts';
import { startTrace } from '../../../src/sim/trace.ts';

const START = openTelling(startTrace(LOGIN_TO_LOGOUT)).at(0);
const sayWords = (session: number, token: number): StepTelling => ({
  ...START,
  step: 1,
  session: { ...START.session, sentence: [`${'word '.repeat(session - 1)}word`] },
  token: { ...START.token, sentence: ['word ', { code: `${'word '.repeat(token - 2)}word` }] },
});

test('each word of both lanes counts, with the title and the lanes’ names', () => {
  expect(toReadingMs(sayWords(32, 35), 'both')).toBe(20_000);
});

test('one column alone takes its own words’ time', () => {
  expect(toReadingMs(sayWords(33, 68), 'session')).toBe(10_000);
  expect(toReadingMs(sayWords(33, 68), 'token')).toBe(20_000);
});

test('the start takes no longer than one sees that it plays', () => {
  expect(toReadingMs(START, 'both')).toBe(1500);
});

test('no step is shorter than 5 s', () => {
  expect(toReadingMs(sayWords(2, 2), 'both')).toBe(5000);
});
