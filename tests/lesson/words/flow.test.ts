import { expect, test } from 'vitest';
import { openTelling } from '../../../src/lesson/tell.ts';
import { run, runWalk } from '../../sim/runs.ts';

test('a long run shows the Actions around the current one, and counts the rest', async () => {
  const actions = [
    { type: 'login', fold: true },
    ...Array.from({ length: 40 }, () => ({ type: 'request', fold: true }) as const),
  ] as const;
  const { at } = openTelling(await run(actions));
  const flow = at(20).flow;
  expect(flow?.nodes).toHaveLength(24);
  expect((flow?.before ?? 0) + (flow?.after ?? 0)).toBe(17);
  expect(flow?.nodes.some(({ first, last }) => first <= 20 && last >= 20)).toBe(true);
  expect(at(0).flow?.before).toBe(0);
  expect(at(41).flow?.after).toBe(0);
});

test('the walk has a flow of its own, and nothing around it', async () => {
  const { run: told, at } = openTelling(await runWalk());
  expect([told.isWalk, told.around, at(3).flow]).toEqual([true, [], null]);
  expect(told.codeDifferences).toEqual({ both: null, session: null, token: null });
  for (let step = 0; step <= told.lastStep; step++) {
    for (const { stage } of [at(step).session, at(step).token]) {
      const { outsider, browsers, second, users } = stage;
      expect([outsider, browsers, second, users]).toEqual([null, [], null, null]);
    }
  }
});
