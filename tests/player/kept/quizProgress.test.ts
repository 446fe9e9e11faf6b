import { beforeEach, expect, it } from 'vitest';
import {
  createQuizProgress,
  type QuizStore,
  toCorrectCount,
  UNANSWERED,
} from '../../../src/player/kept/quizProgress.ts';

let quiz: QuizStore;
beforeEach(() => {
  quiz = createQuizProgress();
});
const now = () => quiz.getState();

it('starts with nothing answered, in the prerendered order', () => {
  expect(now().answers).toEqual([UNANSWERED, UNANSWERED, UNANSWERED]);
  expect(now().shuffleSeed).toBe(1);
  expect(toCorrectCount(now())).toBe(0);
});

it('checks a choice, right or wrong, and counts the right ones', () => {
  now().choose(0, 0);
  now().check(0, 0);
  now().choose(1, 2);
  now().check(1, 1);
  expect(now().answers[0]).toMatchObject({ chosen: 0, checked: true, correct: true });
  expect(now().answers[1]).toMatchObject({ chosen: 2, checked: true, correct: false });
  expect(now().answers[2]).toBe(UNANSWERED);
  expect(toCorrectCount(now())).toBe(1);
});

it('checks nothing without a choice', () => {
  now().check(0, 0);
  expect(now().answers[0]).toEqual(UNANSWERED);
});

it('takes the verdict away with another choice, not with the same one', () => {
  now().choose(0, 0);
  now().check(0, 0);
  now().choose(0, 0);
  expect(now().answers[0]?.checked).toBe(true);
  now().choose(0, 3);
  expect(now().answers[0]).toMatchObject({ chosen: 3, checked: false, correct: false });
});

it('keeps a hint through everything', () => {
  now().showHint(1);
  now().showHint(1);
  now().choose(1, 2);
  now().check(1, 1);
  now().tryAgain(1);
  expect(now().answers[1]).toEqual({ ...UNANSWERED, hintShown: true });
});

it('leaves the other questions as they are', () => {
  const [, second] = now().answers;
  now().choose(0, 1);
  now().choose(9, 1);
  expect(now().answers[1]).toBe(second);
  expect(now().answers).toHaveLength(3);
});
