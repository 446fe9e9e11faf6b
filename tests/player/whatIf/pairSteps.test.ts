import { beforeAll, describe, expect, it } from 'vitest';
import { insertAction } from '../../../src/player/runs/insertAction.ts';
import { runActions, runScenarioById } from '../../../src/player/runs/makeRun.ts';
import type { ToldRun } from '../../../src/player/runs/toldRun.ts';
import { toScenario } from '../../../src/player/runs/toldRun.ts';
import { followStep, pairSteps } from '../../../src/player/whatIf/pairSteps.ts';
import type { Action } from '../../../src/sim/action.ts';

let walk: ToldRun;
beforeAll(async () => {
  walk = await runScenarioById('login-to-logout');
});

async function insert(step: number, action: Action): Promise<ToldRun> {
  const made = await insertAction(walk, step, action);
  if (!made || 'problem' in made) throw new TypeError('given up');
  return made.run;
}

const write = (run: ToldRun) =>
  pairSteps(run, walk)
    .map(({ own, original }) => `${own ?? '-'}:${original ?? '-'}`)
    .join(' ');

describe('the steps of a run beside its original', () => {
  it('are moved by what was put in before them', async () => {
    expect(write(await insert(5, { type: 'steal' }))).toBe(
      '0:0 1:1 2:2 3:3 4:4 5:5 6:- 7:6 8:7 9:8 10:9 11:10 12:11 13:12',
    );
  });

  it('stand alone where only one of the two does that', async () => {
    const pairs = pairSteps(await insert(5, { type: 'logout' }), walk);
    const alone = pairs.filter(({ own, original }) => own === null || original === null);
    expect(alone).toEqual([
      { own: 6, original: null },
      { own: 7, original: null },
      { own: null, original: 9 },
      { own: null, original: 10 },
    ]);
  });

  it('are the same under other settings', async () => {
    const { settings, actions } = toScenario(walk);
    const token = { ...settings.token, lifetime: 60 };
    const run = await runActions(walk, { settings: { ...settings, token }, actions });
    expect(run && write(run)).toBe(write(walk));
  });
});

it('a step is followed to where the same is done, or to what came last before', async () => {
  const stolen = await insert(5, { type: 'steal' });
  expect([0, 5, 6, 12].map((step) => followStep(stolen, walk, step))).toEqual([0, 5, 7, 13]);
  expect([0, 5, 6, 7, 13].map((step) => followStep(walk, stolen, step))).toEqual([0, 5, 5, 6, 12]);
});
