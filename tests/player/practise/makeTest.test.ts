import { expect, it } from 'vitest';
import { makeTest } from '../../../src/player/practise/runs/makeTest.ts';
import { formatTest, parseTest, TEST_LENGTH } from '../../../src/player/practise/testAddress.ts';
import { toTopics } from '../../../src/player/practise/toTopics.ts';
import { SCENARIO_IDS } from '../../../src/player/runs/scenarioIds.ts';

it('the two tests of a seed have ten questions each, all of other Scenarios', async () => {
  for (const seed of [0, 17, 4_294_967_295]) {
    const [before, after] = [
      await makeTest({ time: 'before', seed }),
      await makeTest({ time: 'after', seed }),
    ];
    const ids = [...before, ...after].map(({ exercise }) => exercise.scenarioId);
    expect(before).toHaveLength(TEST_LENGTH);
    expect(new Set(ids).size).toBe(2 * TEST_LENGTH);
    expect(ids).not.toContain(SCENARIO_IDS[0]);
    expect(await makeTest({ time: 'before', seed })).toEqual(before);
  }
  const [one, other] = [1, 2].map((seed) => makeTest({ time: 'before', seed }));
  expect(await one).not.toEqual(await other);
});

it('an address of a test is read as it is written, and nothing else is', () => {
  expect(parseTest(formatTest({ time: 'after', seed: 3 }))).toEqual({ time: 'after', seed: 3 });
  const bad = [
    '',
    'before',
    'before.',
    'during.1',
    'before.01',
    'before.4294967296',
    '__proto__.1',
  ];
  expect(bad.map(parseTest)).toEqual(bad.map(() => null));
});

it('what was done is counted by topic, over all ways; what is about no topic is not', () => {
  const topics = [
    ['Everyday', ['login-to-logout', 'reload-memory']],
    ['Theft', ['stolen-then-logout']],
    ['Users', ['user-banned']],
  ] as const;
  const done = {
    'learn/show': true,
    'why/logout-ends-token': false,
    'challenge/token-stops': true,
    'challenge/random.1': true,
    'challenge/toString': true,
    'test/reload-memory.3.entry': false,
    learn: true,
  };
  expect(toTopics(done, topics)).toEqual([
    { topic: 'Everyday', right: 1, all: 2 },
    { topic: 'Theft', right: 1, all: 2 },
  ]);
});
