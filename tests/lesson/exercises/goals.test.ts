import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deed } from '../../../src/lesson/exercises/deeds.ts';
import { readDeeds } from '../../../src/lesson/exercises/deeds.ts';
import type { Goal } from '../../../src/lesson/exercises/goals/goal.ts';
import type { GoalId } from '../../../src/lesson/exercises/goals/goals.ts';
import { GOAL_IDS, GOALS } from '../../../src/lesson/exercises/goals/goals.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { GOAL_WORDS } from '../../../src/lesson/texts/practise/goals.ts';
import { listSettingDifferences } from '../../../src/lesson/texts/settings/changedSettings.ts';
import { listDifferences } from '../../../src/player/whatIf/runDifferences.ts';
import type { Action } from '../../../src/sim/action.ts';
import type { Scenario } from '../../../src/sim/scenario.ts';
import { changeSettings } from '../../../src/sim/scenarios/toScenarios.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import type { LaneFrame } from '../../../src/sim/trace.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { anyAction } from '../../sim/arbitraries.ts';
import { ORACLES } from './goalOracles.ts';
import { SOLUTIONS, type Solution } from './solutions.ts';

const findScenario = (id: string): Scenario => {
  const scenario = SCENARIOS.find((one) => one.id === id);
  if (!scenario) throw new RangeError(id);
  return scenario;
};

/** Returns the run that a solution makes of its goal's Scenario. */
function solve(id: GoalId, { change = {}, actions }: Solution): Scenario {
  const base = findScenario(GOALS[id].scenarioId);
  const own = typeof actions === 'function' ? actions(base.actions) : actions;
  return {
    ...base,
    settings: changeSettings(change, base.settings),
    actions: own ?? base.actions,
  };
}

async function run(scenario: Scenario) {
  const trace = await runScenario(scenario);
  const telling = openTelling(trace);
  return { trace, telling, deeds: readDeeds(trace, telling) };
}

const reaches = (id: GoalId, deeds: readonly Deed[]) => GOALS[id].isReached(deeds);

it('there are at least twelve goals, each with a task and two hints of its own', () => {
  expect(GOAL_IDS.length).toBeGreaterThanOrEqual(12);
  const words = Object.values(GOAL_WORDS);
  const texts = words.flatMap(({ name, task, hints, shows }) => [name, task, ...hints, shows]);
  expect(new Set(texts).size).toBe(GOAL_IDS.length * 5);
});

describe.each(GOAL_IDS)('%s', (id) => {
  it('is not reached by the Scenario that it begins at', async () => {
    const { deeds } = await run(findScenario(GOALS[id].scenarioId));
    expect(reaches(id, deeds)).toBe(false);
  });

  it('is reached at par, and by other ways that have little in common', async () => {
    const base = findScenario(GOALS[id].scenarioId);
    const original = await run(base);
    const changes: number[] = [];
    for (const solution of SOLUTIONS[id]) {
      const made = await run(solve(id, solution));
      expect(reaches(id, made.deeds)).toBe(true);
      changes.push(listDifferences(made, original).length);
    }
    expect(changes[0]).toBe(GOALS[id].par);
    expect(Math.min(...changes)).toBe(GOALS[id].par);
  });
});

/** The types of the Actions that one run has more often than another. */
function listAdded(made: readonly Action[], base: readonly Action[]): readonly string[] {
  const left = base.map(({ type }) => type);
  return made.flatMap(({ type }) => {
    const at = left.indexOf(type);
    if (at >= 0) left.splice(at, 1);
    return at >= 0 ? [] : type;
  });
}

it.each(GOAL_IDS)('%s: its hints lead to what is changed at par, and to all of it', (id) => {
  const base = findScenario(GOALS[id].scenarioId);
  const solved = solve(id, SOLUTIONS[id][0]);
  const { means } = GOALS[id] as Goal;
  const settings = means.flatMap((one) => ('setting' in one ? one.setting : []));
  const actions = means.flatMap((one) => ('action' in one ? one.action.type : []));
  const changed = listSettingDifferences(solved.settings, base.settings).map((path) =>
    path === 'session.lifetime' ? 'browserSession' : path.split('.').at(-1),
  );
  expect(new Set(settings)).toEqual(new Set(changed));
  expect(new Set(actions)).toEqual(new Set(listAdded(solved.actions, base.actions)));
  // Each can be put in where it is led to.
  for (const one of means) {
    if (!('after' in one)) continue;
    expect([...base.actions, ...solved.actions].map(({ type }) => type)).toContain(one.after);
  }
});

describe('any run', () => {
  /** A solution, from which Actions are taken away and between which others are put. */
  const anyAttempt = fc
    .constantFrom(...GOAL_IDS)
    .chain((id) => fc.tuple(fc.constant(id), fc.constantFrom(...SOLUTIONS[id])))
    .chain(([id, solution]) => {
      const solved = solve(id, solution);
      const { actions, settings } = solved;
      const part = (action: Action) =>
        fc.tuple(
          fc.oneof(
            { weight: 9, arbitrary: fc.constant([action]) },
            { weight: 1, arbitrary: fc.constant([]) },
          ),
          fc.oneof(
            { weight: 9, arbitrary: fc.constant([]) },
            { weight: 1, arbitrary: anyAction.map((one) => [one]) },
          ),
        );
      return fc
        .tuple(...actions.map(part))
        .map((parts) => parts.flat(2))
        .map((all) =>
          all.filter(
            (action) => settings.second || !('server' in action && action.server === 'server2'),
          ),
        )
        .map((all): Scenario => ({ ...solved, actions: all }));
    });

  it('counts where it has reached the goal, and no other does', async () => {
    const counted = { reached: 0, missed: 0 };
    await fc.assert(
      fc.asyncProperty(anyAttempt, async (scenario) => {
        const { trace, deeds } = await run(scenario);
        for (const id of GOAL_IDS) {
          const isReached = reaches(id, deeds);
          expect(isReached, `${id}: ${JSON.stringify(scenario.actions)}`).toBe(ORACLES[id](trace));
          counted[isReached ? 'reached' : 'missed'] += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(counted.reached).toBeGreaterThan(150);
    expect(counted.missed).toBeGreaterThan(1000);
  });

  it('is judged by what came of it: the same Actions, undecided, reach nothing', async () => {
    const undecided = { allowed: null, failure: null, idle: null, type: 'done' } as const;
    const undo = (lane: LaneFrame): LaneFrame => ({
      ...lane,
      outcome: { ...lane.outcome, ...undecided },
    });
    for (const id of GOAL_IDS) {
      const { trace } = await run(solve(id, SOLUTIONS[id][0]));
      const frames = trace.frames.map((frame) => ({
        ...frame,
        session: undo(frame.session),
        token: undo(frame.token),
      }));
      const other = { scenario: trace.scenario, frames };
      expect(reaches(id, readDeeds(other, openTelling(other))), id).toBe(false);
    }
  });
});

it('is not reached by another browser than the one that it is about', async () => {
  const cheat = async (id: GoalId, actions: readonly Action[], change = {}) => {
    const base = findScenario(GOALS[id].scenarioId);
    const settings = changeSettings(change, base.settings);
    return reaches(id, (await run({ ...base, settings, actions })).deeds);
  };
  const login: Action = { type: 'login' };
  const request: Action = { type: 'request' };
  const logout: Action = { type: 'logout' };
  const other = { client: 'client2' } as const;
  const otherLogin: Action = { type: 'login', ...other };
  const otherRequest: Action = { type: 'request', ...other };
  expect(
    await cheat('restart-ends-both', [login, request, { type: 'restart' }, otherRequest]),
  ).toBe(false);
  expect(await cheat('after-logout', [login, otherLogin, logout, otherRequest])).toBe(false);
  const stolen: readonly Action[] = [{ type: 'steal', ...other }, logout, { type: 'replay' }];
  expect(await cheat('after-logout', [login, otherLogin, ...stolen])).toBe(false);
  const left: Action = { type: 'leave', how: 'browser', ...other };
  expect(await cheat('closed-browser', [login, left, request])).toBe(false);
  // Which browser it is does not matter.
  const own: readonly Action[] = [otherLogin, { type: 'steal', ...other }];
  const end: readonly Action[] = [{ type: 'logout', ...other }, { type: 'replay' }];
  expect(await cheat('after-logout', [...own, ...end])).toBe(true);
});
