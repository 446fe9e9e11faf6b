import fc from 'fast-check';
import { expect, it } from 'vitest';
import { QUIZ } from '../../../src/lesson/texts/quiz.ts';
import {
  createQuizProgress,
  OPTION_COUNT,
  RIGHT_OPTIONS,
  UNANSWERED,
} from '../../../src/player/kept/quizProgress.ts';
import { formatQuiz, parseQuiz } from '../../../src/player/kept/quizRecord.ts';

const NOTHING = { shuffleSeed: null, answers: [UNANSWERED, UNANSWERED, UNANSWERED] };
const withAnswers = (answers: unknown) => JSON.stringify({ version: 1, shuffleSeed: 7, answers });

it('knows the right options of the lesson', () => {
  expect(QUIZ.map(({ answer }) => answer)).toEqual(RIGHT_OPTIONS);
  for (const { options } of QUIZ) expect(options).toHaveLength(OPTION_COUNT);
});

it('reads what it wrote', () => {
  const quiz = createQuizProgress();
  quiz.getState().choose(0, 0);
  quiz.getState().check(0, 0);
  quiz.getState().showHint(2);
  const { shuffleSeed, answers } = quiz.getState();
  expect(parseQuiz(formatQuiz(quiz.getState()))).toEqual({ shuffleSeed, answers });
});

it.each([null, '', 'x', '[]', '{}', '{"version":2,"shuffleSeed":3}', '{"version":1,"answers":3}'])(
  'reads %j as nothing',
  (text) => expect(parseQuiz(text)).toEqual(NOTHING),
);

it.each([-1, 1.5, 2 ** 32, '3', null])('draws anew for the seed %j', (shuffleSeed) => {
  expect(parseQuiz(JSON.stringify({ version: 1, shuffleSeed })).shuffleSeed).toBeNull();
});

it.each([
  [{ chosen: 4 }, UNANSWERED],
  [{ chosen: -1, checked: true, correct: true }, UNANSWERED],
  [
    { chosen: '1', hintShown: true },
    { ...UNANSWERED, hintShown: true },
  ],
  [
    { chosen: 1, correct: true },
    { ...UNANSWERED, chosen: 1 },
  ],
  [
    { chosen: 1, checked: 1, hintShown: 'yes', more: 1 },
    { ...UNANSWERED, chosen: 1 },
  ],
  [null, UNANSWERED],
  [[1], UNANSWERED],
])('reads the answer %j as %j', (kept, answer) => {
  expect(parseQuiz(withAnswers([kept, kept, kept, kept]))).toEqual({
    shuffleSeed: 7,
    answers: [answer, answer, answer],
  });
});

it('reads any JSON as three answers that do not contradict themselves', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.jsonValue().map(withAnswers)), (text) => {
      const { answers } = parseQuiz(text);
      expect(answers).toHaveLength(3);
      for (const { chosen, checked, correct } of answers) {
        expect(checked && chosen === null).toBe(false);
        expect(correct && !checked).toBe(false);
      }
    }),
  );
});
