import { beforeAll, describe, expect, it } from 'vitest';
import { LEVELS } from '../../../src/lesson/exercises/endless.ts';
import { GOALS } from '../../../src/lesson/exercises/goals/goals.ts';
import { LEARN_CASES, LEARN_IDS } from '../../../src/lesson/exercises/learnCases.ts';
import type { RuleId } from '../../../src/lesson/exercises/rules.ts';
import {
  TEST_LENGTH,
  TEST_MIXTURE,
  toTestLevel,
} from '../../../src/lesson/exercises/testLevels.ts';
import { PREDICT_TEXTS } from '../../../src/lesson/texts/panels/check/predict.ts';
import { sayPick } from '../../../src/lesson/texts/practise/pick.ts';
import { WHICH } from '../../../src/lesson/told/question.ts';
import { compareTests, scoreTest } from '../../../src/player/practise/compareTests.ts';
import { makeCard } from '../../../src/player/practise/runs/makeCard.ts';
import { makeEndless } from '../../../src/player/practise/runs/makeEndless.ts';
import { makeLearn } from '../../../src/player/practise/runs/makeLearn.ts';
import { makeTest } from '../../../src/player/practise/runs/makeTest.ts';
import type { TestCard } from '../../../src/player/practise/runs/makeTestCard.ts';
import {
  formatTest,
  isTestQuestion,
  parseTest,
  TEST_TIMES,
} from '../../../src/player/practise/testAddress.ts';
import { SCENARIO_IDS } from '../../../src/player/runs/scenarioIds.ts';
import { SERVER } from '../../../src/sim/actors.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS, SCENARIOS_BY_GROUP } from '../../../src/sim/scenarios.ts';
import { isRecordExpired, listRecords } from '../../../src/sim/session/store.ts';
import { DEFAULT_SETTINGS } from '../../../src/sim/settings.ts';
import { readClock } from '../../../src/sim/state.ts';
import { runScenario } from '../../../src/sim/trace.ts';

it('the same link gives the same questions, another one others', async () => {
  for (const seed of [0, 17, 4_294_967_295]) {
    const before = await makeTest({ time: 'before', seed });
    expect(before).toHaveLength(TEST_LENGTH);
    expect(await makeTest({ time: 'before', seed })).toEqual(before);
  }
  const [one, other] = [1, 2].map((seed) => makeTest({ time: 'before', seed }));
  expect(await one).not.toEqual(await other);
});

/** The level, the kind and the topic of each question, in their order; of what is left and of a cell the run is cut. */
const toKinds = (cards: readonly TestCard[]) =>
  cards.map(({ topic, kind, run, exercise: { scenarioId } }) => ({
    level: kind === 'entry' ? toTestLevel(run, DEFAULT_SETTINGS) : null,
    group: SCENARIOS_BY_GROUP.find(([, all]) => all.some(({ id }) => id === scenarioId))?.[0],
    kind,
    topic,
  }));

it('asks of the last thing that it tells, whatever the run does afterwards', async () => {
  const card = await makeCard('user-banned.4.entry');
  expect(card?.exercise.question.request).toMatchObject({ after: 0, sameAfter: 0 });
  expect(card && PREDICT_TEXTS.sayQuestion(card.exercise.question)).toBe(
    'The user asks for /profile again: who lets it in?',
  );
});

describe('the tests of 200 seeds', () => {
  const tests: (readonly [before: readonly TestCard[], after: readonly TestCard[]])[] = [];
  beforeAll(async () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const [before, after] = await Promise.all(TEST_TIMES.map((time) => makeTest({ time, seed })));
      if (before && after) tests.push([before, after]);
    }
  });
  const mixture = LEVELS.flatMap((level) =>
    TEST_MIXTURE[level].map((kind) => ({ level: kind === 'entry' ? level : null, kind })),
  );

  it('have as many questions of each topic, level and kind before as after, the easiest first', () => {
    expect(tests).toHaveLength(200);
    // Nor does an answer stand in the same place twice, where there is another place for it.
    const isSame = tests.filter(([before, after]) =>
      before.every(
        ({ exercise }, i) => exercise.question.right === after[i]?.exercise.question.right,
      ),
    );
    expect(isSame.length).toBeLessThan(20);
    for (const [before, after] of tests) {
      const kinds = toKinds(before);
      const toSorted = (all: typeof kinds) => all.map((one) => JSON.stringify(one)).sort();
      expect(toSorted(toKinds(after))).toEqual(toSorted(kinds));
      expect(kinds.map(({ level, kind }) => ({ level, kind }))).toEqual(mixture);
      expect(kinds.filter(({ group, topic }) => group !== topic)).toEqual([]);
      const topics = kinds.map(({ topic }) => topic);
      expect(new Set(topics).size).toBeGreaterThanOrEqual(4);
      for (const topic of topics)
        expect(topics.filter((one) => one === topic).length).toBeLessThanOrEqual(4);
    }
  });

  it('have the same answers to what has one of four before as after, none more than three times', () => {
    const readAnswers = (cards: readonly TestCard[]) =>
      cards.flatMap(({ kind, exercise: { question } }) =>
        kind === 'cell' ? [] : [question.right],
      );
    for (const [before, after] of tests) {
      const answers = readAnswers(before);
      expect([...readAnswers(after)].sort()).toEqual([...answers].sort());
      for (const which of WHICH)
        expect(answers.filter((one) => one === which).length).toBeLessThanOrEqual(3);
    }
  });

  it('share at most three of ten with those of another seed on average, and never more than seven', () => {
    for (const time of [0, 1] as const) {
      const sets = tests.map((both) => new Set(both[time].map(({ exercise: { id } }) => id)));
      let shared = 0;
      let pairs = 0;
      for (const [i, own] of sets.entries()) {
        for (const other of sets.slice(i + 1)) {
          const count = [...own].filter((id) => other.has(id)).length;
          expect(count).toBeLessThanOrEqual(7);
          shared += count;
          pairs += 1;
        }
      }
      expect(shared / pairs).toBeLessThanOrEqual(3);
    }
  });

  it('share no run, and ask after the lesson of none that it has shown', () => {
    const shown = [...Object.values(GOALS).map(({ scenarioId }) => scenarioId), SCENARIO_IDS[0]];
    for (const [before, after] of tests) {
      const runs = [...before, ...after].map(({ run: { settings, actions } }) =>
        JSON.stringify([settings, actions]),
      );
      expect(new Set(runs).size).toBe(2 * TEST_LENGTH);
      expect(after.filter(({ exercise }) => shown.includes(exercise.scenarioId))).toEqual([]);
    }
  });

  it('have each answer often enough, and none most of the time; each question its reason and its place', () => {
    const all = tests.flat(2);
    for (const kind of ['entry', 'left'] as const) {
      const own = all.filter((card) => card.kind === kind);
      for (const which of WHICH) {
        const share =
          own.filter(({ exercise }) => exercise.question.right === which).length / own.length;
        expect(share, `${kind} ${which}`).toBeGreaterThan(0.02);
        expect(share, `${kind} ${which}`).toBeLessThan(0.5);
      }
    }
    for (const { exercise, run } of all) {
      const { question, explanation, place } = exercise;
      expect(question.options.filter((one) => one === question.right)).toHaveLength(1);
      expect(question.options.length).toBeGreaterThanOrEqual(3);
      expect(explanation.session.length * explanation.token.length).toBeGreaterThan(0);
      expect(place.step).toBe(question.answeredAt);
      expect(run.actions.length).toBeGreaterThan(1);
      expect(isTestQuestion(exercise.id), exercise.id).toBe(true);
    }
  });

  it('ask for no record that is over and still there, and wait for no token of several', async () => {
    const cards = new Map(tests.flat(2).map((card) => [card.exercise.id, card]));
    for (const { kind, run, exercise } of cards.values()) {
      const browsers = run.actions.flatMap((one) => (one.type === 'login' ? [one.client] : []));
      const waits = run.actions.some((one) => one.type === 'wait' && one.until !== undefined);
      expect(waits && new Set(browsers).size > 1, exercise.id).toBe(false);
      if (kind !== 'cell') continue;
      const { frames } = await runScenario({ ...LOGIN_TO_LOGOUT, ...run });
      const state = frames.at(-1)?.session.state;
      const now = state ? readClock(state, SERVER) : Number.NaN;
      const over = Object.values(state?.stores ?? {})
        .flatMap(listRecords)
        .filter(([, record]) => isRecordExpired(record, now));
      expect(over, exercise.id).toEqual([]);
    }
  });

  it('say of a copy only what a copy gets', async () => {
    const left = new Map(
      tests.flat(2).flatMap((card) => (card.kind === 'left' ? [[card.exercise.id, card]] : [])),
    );
    let explained = 0;
    for (const { exercise, explain } of [...left.values()].slice(0, 12)) {
      for (const said of WHICH) {
        if (said === exercise.question.right) continue;
        const pick = await explain(said);
        if (pick?.type !== 'lanes') continue;
        explained += 1;
        // Where there is no deny-list a logout ends no token.
        const text = sayPick(pick, said).join(' ');
        expect(text, exercise.id).not.toMatch(
          /Token-based would accept it no more after “Log out”/,
        );
      }
    }
    expect(explained).toBeGreaterThan(24);
  });

  it('need no rule that Learn and ten minutes of Challenge have not told', async () => {
    const told = new Set<RuleId | null>();
    for (const id of LEARN_IDS) {
      for (const number of LEARN_CASES[id].keys()) {
        const { session, token } = (await makeLearn(id, number)).rules;
        told.add(session).add(token);
      }
    }
    for (const level of LEVELS) {
      // One who answers six a minute, at most.
      for (let seed = 0; seed < 20; seed += 1) {
        const { session, token } = (await makeEndless({ level, seed })).rules;
        told.add(session).add(token);
      }
    }
    const needed = new Set(
      tests.flat(2).flatMap(({ rules: { session, token } }) => [session, token]),
    );
    // Whoever knows what ends a token early knows when nothing does.
    if (told.has('tokenListed')) told.add('tokenUnlisted');
    // Everybody knows that a wrong password opens nothing.
    expect([...needed].filter((rule) => rule !== 'password' && !told.has(rule))).toEqual([]);
    expect(needed.size).toBeGreaterThan(8);
  });
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

describe('what was said', () => {
  it('is scored by the engine, and put side by side by topic', async () => {
    const [before, after] = await Promise.all(
      TEST_TIMES.map(async (time) => ({ cards: await makeTest({ time, seed: 3 }), said: {} })),
    );
    if (!before || !after) throw new TypeError('no tests');
    const [first, ...others] = after.cards;
    if (!first) throw new TypeError('no question');
    const said = Object.fromEntries(
      [first, ...others.slice(5)].map(({ exercise: { id, question } }) => [id, question.right]),
    );
    const scores = compareTests(before, { ...after, said });
    expect(scoreTest(before)).toEqual({ right: 0, all: 10 });
    expect(scoreTest({ ...after, said })).toEqual({ right: 5, all: 10 });
    expect(scores.reduce((sum, topic) => sum + topic.after.right, 0)).toBe(5);
    for (const topic of scores) expect(topic.before.all).toBe(topic.after.all);
    const wrong = Object.fromEntries(after.cards.map(({ exercise }) => [exercise.id, 'unknown']));
    expect(scoreTest({ ...after, said: wrong }).right).toBe(0);
  });
});
