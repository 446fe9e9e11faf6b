import { expect, test } from 'vitest';
import { readProgress, type Topic } from '../../../src/player/asking/topicProgress.ts';

const ask = (id: string, step: number, right: string) => ({ id, step, right, question: `${id}?` });
const TOPICS: readonly Topic[] = [
  { name: 'Walk', asked: [ask('walk', 3, 'both'), ask('walk', 6, 'token')] },
  { name: 'Theft', asked: [ask('stolen', 8, 'token')] },
];
const read = (answers: Readonly<Record<string, string | null>>) => readProgress(TOPICS, answers);

test('nothing said: each topic begins with its first question', () => {
  expect(read({}).map(({ all, said, right, next }) => [all, said, right, next?.id])).toEqual([
    [2, 0, 0, 'walk'],
    [1, 0, 0, 'stolen'],
  ]);
});

test('what was said is counted, and right where it is; the next is the one after', () => {
  const [walk, theft] = read({ 'walk/3': 'nobody', 'stolen/8': 'token' });
  expect(walk).toMatchObject({ said: 1, right: 0, next: { step: 6 } });
  expect(theft).toMatchObject({ said: 1, right: 1, next: null });
});

test('what was skipped is not answered, and comes after what was never put', () => {
  expect(read({ 'walk/3': null })[0]).toMatchObject({ said: 0, next: { step: 6 } });
  expect(read({ 'walk/3': null, 'walk/6': 'token' })[0]).toMatchObject({ next: { step: 3 } });
});
