import { describe, expect, it } from 'vitest';
import { readDeeds } from '../../../src/lesson/exercises/deeds.ts';
import { GOAL_IDS, GOALS } from '../../../src/lesson/exercises/goals/goals.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { findGoalStart } from '../../../src/player/practise/goalStart.ts';
import { runScenarioById } from '../../../src/player/runs/makeRun.ts';
import { rankActions } from '../../../src/player/whatIf/rankActions.ts';
import type { Action } from '../../../src/sim/action.ts';
import { changeSettings } from '../../../src/sim/scenarios/toScenarios.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { SOLUTIONS } from '../../lesson/exercises/solutions.ts';

/** Puts an Action into a solution where it stands in the run that is changed: after so many of its Actions. */
function putIn(solved: readonly Action[], base: readonly Action[], after: number, action: Action) {
  let [at, passed] = [0, 0];
  while (passed < after && at < solved.length) {
    if (JSON.stringify(solved[at]) === JSON.stringify(base[passed])) passed += 1;
    at += 1;
  }
  expect(passed).toBe(after);
  return solved.toSpliced(at, 0, action);
}

describe.each(GOAL_IDS)('the goal %s', (id) => {
  it('opens where what is offered first leads to it, or does no harm', async () => {
    const original = await runScenarioById(GOALS[id].scenarioId);
    const { scenario } = original.trace;
    const { possible } = original.telling.at(findGoalStart(id, original));
    const after = original.telling.at(possible.forkStep).actionIndex + 1;
    expect(after, 'something has happened').toBeGreaterThan(0);
    const done = scenario.actions.slice(0, after);
    const [first] = rankActions(possible.actions, done, scenario.settings);
    if (!first) throw new TypeError('nothing is offered');

    const { change = {}, actions } = SOLUTIONS[id][0];
    const own = typeof actions === 'function' ? actions(scenario.actions) : actions;
    const trace = await runScenario({
      ...scenario,
      settings: changeSettings(change, scenario.settings),
      actions: putIn(own ?? scenario.actions, scenario.actions, after, first.action),
    });
    expect(GOALS[id].isReached(readDeeds(trace, openTelling(trace)))).toBe(true);
  });
});
