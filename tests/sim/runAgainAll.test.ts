import { expect, test } from 'vitest';
import { listPlaced, runAgain } from '../../src/sim/runs/runAgain.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import type { Trace } from '../../src/sim/trace.ts';
import { runScenario } from '../../src/sim/trace.ts';

test.each(SCENARIOS)(
  'all of $id makes sense where it stands, and comes out as it did',
  async (scenario) => {
    const trace = await runScenario(scenario);
    const placed = listPlaced(trace, 0);
    expect(placed.map(({ action }) => action)).toEqual(scenario.actions);
    const [first] = placed;
    let again: Trace | null = await runScenario({ ...scenario, actions: [] });
    expect(first?.before).toEqual(again.frames.at(-1));
    for (const one of placed) again = again && (await runAgain(again, one));
    expect(again?.frames).toEqual(trace.frames);
  },
);
