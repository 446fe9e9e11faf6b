import { expect, it } from 'vitest';
import { LEVELS } from '../../../src/lesson/exercises/endless.ts';
import {
  TEST_LENGTH,
  TEST_MIXTURE,
  toTestLevel,
} from '../../../src/lesson/exercises/testLevels.ts';
import type { MadeCard } from '../../../src/player/practise/runs/makeCard.ts';
import { makeTest } from '../../../src/player/practise/runs/makeTest.ts';
import { formatTest, parseTest, TEST_TIMES } from '../../../src/player/practise/testAddress.ts';
import { toTopics } from '../../../src/player/practise/toTopics.ts';
import { SCENARIO_IDS } from '../../../src/player/runs/scenarioIds.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { DEFAULT_SETTINGS } from '../../../src/sim/settings.ts';

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

/** The levels of the runs that are asked about, in the order of the questions. */
const toLevels = (cards: readonly MadeCard[]) =>
  cards.map(({ exercise }) => {
    const scenario = SCENARIOS.find(({ id }) => id === exercise.scenarioId);
    return scenario ? toTestLevel(scenario, DEFAULT_SETTINGS) : null;
  });

it('every test of 200 seeds has the same mixture, the easiest first, and no run of the other one', async () => {
  const mixture = LEVELS.flatMap((level) => Array(TEST_MIXTURE[level]).fill(level));
  expect(mixture).toHaveLength(10);
  for (let seed = 0; seed < 200; seed += 1) {
    const tests = await Promise.all(TEST_TIMES.map((time) => makeTest({ time, seed })));
    for (const cards of tests) expect(toLevels(cards), `seed ${seed}`).toEqual(mixture);
    const ids = tests.flat().map(({ exercise }) => exercise.scenarioId);
    expect(new Set(ids).size, `seed ${seed}`).toBe(2 * TEST_LENGTH);
  }
});

it('the first level is the walk’s servers, the second has one thing changed', () => {
  const level = (id: string) => {
    const scenario = SCENARIOS.find((one) => one.id === id);
    return scenario && toTestLevel(scenario, DEFAULT_SETTINGS);
  };
  expect(level('stolen-then-logout')).toBe(1);
  expect(level('restart-memory-store')).toBe(1);
  expect(level('tampered-payload')).toBe(2);
  expect(level('deny-list')).toBe(2);
  expect(level('two-servers-different-secrets')).toBe(3);
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
