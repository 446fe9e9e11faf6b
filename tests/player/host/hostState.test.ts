import { expect, it, test } from 'vitest';
import { readHostState, toHostState } from '../../../src/player/host/hostState.ts';
import { UNANSWERED } from '../../../src/player/kept/quizProgress.ts';

const RIGHT = { chosen: 0, checked: true, correct: true, hintShown: false };
const ANSWERS = [RIGHT, UNANSWERED, { ...UNANSWERED, chosen: 3, hintShown: true }];

it('comes back as it was, as an object and as the text that some hosts keep', () => {
  const state = toHostState(ANSWERS);
  const read = { kind: 'answers', answers: ANSWERS };
  expect(readHostState(structuredClone(state))).toEqual(read);
  expect(readHostState(JSON.stringify(state))).toEqual(read);
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['an empty text', ''],
  ['a text that is none of ours', '{"version":1,'],
  ['a list', [toHostState(ANSWERS)]],
  ['no version', { quiz: { answers: ANSWERS } }],
  ['an earlier version', { version: 0, quiz: { answers: ANSWERS } }],
  ['a version of another type', { version: '1', quiz: { answers: ANSWERS } }],
  ['no quiz', { version: 1 }],
  ['a quiz of another type', { version: 1, quiz: { answers: 'x'.repeat(1000) } }],
  ['inherited members', Object.create(toHostState(ANSWERS))],
  ['a prototype', JSON.parse('{"__proto__":{"version":1,"quiz":{"answers":[]}}}')],
  ['far too long a text', `${JSON.stringify(toHostState(ANSWERS))}${' '.repeat(1_000_000)}`],
])('%s is no state', (_what, given) => {
  expect(readHostState(given)).toEqual({ kind: 'none' });
});

it('knows what a later version has left', () => {
  expect(readHostState({ version: 2, quiz: 1 })).toEqual({ kind: 'later' });
  expect(readHostState('{"version":99}')).toEqual({ kind: 'later' });
});

it('believes no verdict, and takes of each answer only what can be', () => {
  const answers = [
    { chosen: 3, checked: true, correct: true },
    { chosen: 9, checked: true },
    JSON.parse('{"__proto__":{"chosen":2,"checked":true}}'),
    ...Array.from({ length: 100_000 }, () => RIGHT),
  ];
  expect(readHostState({ version: 1, quiz: { answers } })).toEqual({
    kind: 'answers',
    answers: [{ ...RIGHT, chosen: 3, correct: false }, UNANSWERED, UNANSWERED],
  });
});
