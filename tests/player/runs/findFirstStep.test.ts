import { expect, it } from 'vitest';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Telling } from '../../../src/lesson/telling.ts';
import { findFirstStep } from '../../../src/player/runs/findFirstStep.ts';
import type { Action } from '../../../src/sim/action.ts';
import { run, runWalk } from '../../sim/runs.ts';

it('finds the first step of each Action', async () => {
  const trace = await runWalk();
  const telling = openTelling(trace);
  trace.scenario.actions.forEach((_, index) => {
    const first = trace.frames.findIndex(({ actionIndex }) => actionIndex === index);
    expect(findFirstStep(telling, index)).toBe(first);
  });
});

it('tells few steps of a long run', async () => {
  const waits = Array.from({ length: 1000 }, (): Action => ({ type: 'wait', seconds: 1 }));
  const { run: about, at } = openTelling(await run(waits));
  const told = new Set<number>();
  const counted: Telling = {
    run: about,
    at: (step) => {
      told.add(step);
      return at(step);
    },
  };
  expect(findFirstStep(counted, 700)).toBe(701);
  expect(told.size).toBeLessThan(12);
});
