import { expect, test } from 'vitest';
import { readProgress, type Topic } from '../../../src/player/asking/topicProgress.ts';
import { addCounts, countOther, countWay } from '../../../src/player/practise/countDone.ts';
import { WAYS } from '../../../src/player/practise/ways.ts';
import { SCENARIO_IDS } from '../../../src/player/runs/scenarioIds.ts';

const ask = (id: string, step: number, right: string) => ({ id, step, right, question: `${id}?` });
const TOPICS: readonly Topic[] = [
  { name: 'Walk', asked: [ask('walk', 3, 'both'), ask('walk', 6, 'token')], ids: ['walk'] },
  { name: 'Theft', asked: [ask('stolen', 8, 'token')], ids: ['stolen'] },
];
const read = (answers: Readonly<Record<string, string | null>>) =>
  readProgress(TOPICS, answers, {});

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

test('what the ways ask is counted with its topic, each once, and as its way counts it', () => {
  const done = {
    'learn/show': true,
    'why/logout-ends-token': false,
    'challenge/token-stops': true,
    'challenge/random.1': true,
    'challenge/toString': true,
    'performance/store-reads': true,
    learn: true,
  };
  const topics = [
    { name: 'Walk', asked: [], ids: ['login-to-logout'] },
    { name: 'Rest', asked: [], ids: SCENARIO_IDS.slice(1) },
  ];
  const [walk, rest] = readProgress(topics, {}, done);
  expect(walk).toMatchObject({ said: 1, right: 1 });
  expect(rest).toMatchObject({ said: 2, right: 1 });
  expect(countWay(done, 'learn')).toEqual({ all: 4, said: 1, right: 1 });
  const ways = WAYS.map((way) => countWay(done, way)).reduce(addCounts);
  const table = [walk, rest, countOther(done)].map((one) => one ?? ways).reduce(addCounts);
  expect(table).toEqual(ways);
});
