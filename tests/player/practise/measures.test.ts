import { expect, it } from 'vitest';
import type { Measure, MeasureId, Point } from '../../../src/lesson/exercises/measures.ts';
import {
  findCostly,
  findCrossing,
  findEach,
  MEASURE_IDS,
  MEASURES,
  MOST,
} from '../../../src/lesson/exercises/measures.ts';
import {
  MEASURE_WORDS,
  PERFORMANCE_TEXTS,
} from '../../../src/lesson/texts/practise/performance.ts';
import { sayPick } from '../../../src/lesson/texts/practise/pick.ts';
import type { Which } from '../../../src/lesson/told/question.ts';
import { makeMeasure } from '../../../src/player/practise/runs/makeMeasure.ts';

import { countTrace } from '../../../src/sim/counts.ts';
import { changeSettings } from '../../../src/sim/scenarios/toScenarios.ts';
import { LOGIN_TO_LOGOUT } from '../../../src/sim/scenarios.ts';
import { runScenario } from '../../../src/sim/trace.ts';

/** What both designs come to; only the engine says so to the page. */
const EXPECTED: Readonly<Record<MeasureId, Which | number>> = {
  'ten-reads': 10,
  'three-servers': 561,
  'thousand-users': 186_064,
  'store-reads': 'session',
  'list-reads': 'both',
  signatures: 'both',
  'sent-bytes': 'token',
  'data-bytes': 'token',
  'kept-data': 'session',
  'kept-bytes': 'session',
};

it.each(MEASURE_IDS)('%s is asked for fairly, and what is right was counted', async (id) => {
  const measure: Measure = MEASURES[id];
  const { exercise, points, runAddress, explain } = await makeMeasure(id);
  const { options, right } = exercise.question;
  const { asks, lane } = measure;
  if (asks === 'amount') {
    const amount = points.at(-1)?.counted[lane] ?? 0;
    expect(amount).toBe(EXPECTED[id]);
    expect(right).toBe(PERFORMANCE_TEXTS.sayCounted(amount, MEASURE_WORDS[id].unit));
  } else {
    const costly = findCostly(measure, points);
    expect(costly).toBe(EXPECTED[id]);
    expect(right).toBe(PERFORMANCE_TEXTS[asks][costly]);
  }
  expect(new Set(options).size).toBe(options.length);
  expect(options.length).toBeGreaterThanOrEqual(3);
  expect(options).toContain(right);
  expect(runAddress).toMatch(/^[\w-]+$/);
  for (const said of options) {
    if (said === right) continue;
    const pick = await explain(said);
    const sentences = pick ? sayPick(pick, said) : [];
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences) expect(sentence).toMatch(/\d/);
  }
  // A lane's cost grows each time, or never.
  for (const lane of ['session', 'token'] as const) {
    const steps = points.slice(1).map((point, i) => {
      const before = points[i] as Point;
      return point.counted[lane] - before.counted[lane];
    });
    expect(new Set(steps.map(Math.sign)).size).toBe(1);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
  }
});

it('a look-up a request, a record a login, and where the two meet is what was counted', async () => {
  const reads = (await makeMeasure('store-reads')).points;
  expect(reads.map(({ counted }) => counted.session)).toEqual(reads.map(({ at }) => at));
  // A login writes twice; each request says that its session was used.
  expect(reads.at(-1)).toEqual({
    at: MOST,
    counted: { session: MOST, token: 0 },
    written: { session: MOST + 2, token: 0 },
  });
  const { points: ten, exercise } = await makeMeasure('ten-reads');
  expect(exercise.question.options).toEqual(['0', '10', '12', '22']);
  expect(findEach(ten)).toEqual({ session: 1, token: 0 });
  const kept = (await makeMeasure('kept-bytes')).points;
  expect(kept.at(-1)?.counted.token).toBe(0);
  const { points, crossing } = await makeMeasure('sent-bytes');
  const turns = points.find(({ counted }) => counted.token > counted.session);
  expect(crossing).toEqual(turns === points[0] ? null : turns);
});

it('servers that share nothing keep together what each keeps in a run of its own', async () => {
  const trace = await runScenario({
    ...LOGIN_TO_LOGOUT,
    settings: changeSettings({ second: {}, sharedStore: false }, LOGIN_TO_LOGOUT.settings),
    actions: [
      { type: 'login', fold: true },
      { type: 'login', fold: true, server: 'server2' },
    ],
  });
  const { points } = await makeMeasure('three-servers');
  expect(points.map(({ counted }) => counted.session)).toEqual([187, 374, 561]);
  expect(countTrace(trace, 2).session.keptBytes).toBe(points[1]?.counted.session);
});

it('the answer follows what is counted, not the measure', () => {
  const measure: Measure = MEASURES['store-reads'];
  const toPoints = (counts: readonly (readonly [number, number])[]) =>
    counts.map(
      ([session, token], at): Point => ({
        at,
        counted: { session, token },
        written: { session, token },
      }),
    );
  expect(
    findCostly(
      measure,
      toPoints([
        [0, 0],
        [1, 1],
      ]),
    ),
  ).toBe('both');
  expect(
    findCostly(
      measure,
      toPoints([
        [0, 0],
        [0, 1],
      ]),
    ),
  ).toBe('token');
  expect(
    findCostly(
      measure,
      toPoints([
        [0, 3],
        [0, 3],
      ]),
    ),
  ).toBe('nobody');
  const more: Measure = MEASURES['sent-bytes'];
  expect(findCostly(more, toPoints([[9, 9]]))).toBe('both');
  expect(findCostly(more, toPoints([[9, 8]]))).toBe('session');
  expect(
    findCrossing(
      toPoints([
        [2, 1],
        [2, 2],
        [2, 3],
      ]),
    )?.at,
  ).toBe(2);
  expect(
    findCrossing(
      toPoints([
        [2, 1],
        [4, 2],
      ]),
    ),
  ).toBeNull();
});
