import { expect, test } from 'vitest';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Scenario } from '../../../src/sim/scenario.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { run, runWalk } from '../../sim/runs.ts';

/** Lists what each Action of a Scenario comes to, all of them in one step each or all in phases. */
async function listOutcomes(scenario: Scenario, fold: boolean) {
  const actions = scenario.actions.map((action) => ({ ...action, fold }));
  const telling = openTelling(await runScenario({ ...scenario, actions }));
  const nodes = telling.at(telling.run.lastStep).flow?.nodes ?? [];
  // The steps at which something lasts have other numbers.
  const write = (outcome: object) => JSON.stringify(outcome).replaceAll(/step \d+/g, 'step');
  return nodes.map(({ label, session, token }) => [label, write(session), write(token)]);
}

test('an Action comes to the same in the same words, shown in one step or in phases', async () => {
  for (const scenario of SCENARIOS.slice(1)) {
    const inOneStep = await listOutcomes(scenario, true);
    expect(inOneStep.length).toBeGreaterThan(0);
    expect(await listOutcomes(scenario, false), scenario.id).toEqual(inOneStep);
  }
});

test('what an Action came to has shorter forms, of which none ends in a colon', async () => {
  const { at } = openTelling(
    await run([{ type: 'login' }, { type: 'steal' }, { type: 'replay' }, { type: 'logout' }]),
  );
  const { nodes = [] } = at(1).flow ?? {};
  expect(nodes.map(({ session }) => session.forms)).toEqual([
    ['Logged in 200', 'Logged in', '200'],
    ['Breach: copied', 'Copied', 'Breach'],
    ['Breach 200', 'Breach', '200'],
    ['Logged out 204', 'Logged out', '204'],
  ]);
});

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
