import { expect, it, test } from 'vitest';
import { PAIR_IDS } from '../../../src/lesson/exercises/pairs.ts';
import { sayLookUps } from '../../../src/lesson/texts/panels/check/predict.ts';
import { SCENARIO_NOTES } from '../../../src/lesson/texts/scenarios/scenarioNotes.ts';
import { makePair } from '../../../src/player/practise/runs/makePair.ts';
import { readContext } from '../../../src/player/practise/runs/readContext.ts';
import { runVaried } from '../../../src/player/practise/runs/variations.ts';
import type { Action } from '../../../src/sim/action.ts';
import { changeSettings } from '../../../src/sim/scenarios/toScenarios.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS } from '../../../src/sim/scenarios.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { runScenario } from '../../../src/sim/trace.ts';

const BAN: readonly Action[] = [{ type: 'login' }, { type: 'ban' }, { type: 'request' }];
const GIVEN = /^User looked up at each request by /;

/** Whether the user's row has changed by the end, so that who looks it up decides. */
const changesUser = ({ frames, scenario: { settings } }: Trace) => {
  const users = Object.values(frames.at(-1)?.session.state.users ?? {});
  return users.some(({ banned, role }) => banned || role !== (settings.user.role ?? 'user'));
};

test.each([
  [{}, 'the session server only', [403, 200]],
  [{ session: { copiesUser: true } }, 'neither server', [200, 200]],
  [{ token: { comparesIat: true, denyList: true } }, 'the session server only', [403, 200]],
] as const)('under %j it is looked up by %s', async (change, who, statuses) => {
  const settings = changeSettings(change, LOGIN_TO_LOGOUT.settings);
  const { frames } = await runVaried({ settings, actions: BAN });
  const last = frames.at(-1);
  expect([last?.session.outcome.status, last?.token.outcome.status]).toEqual(statuses);
  expect(sayLookUps(settings, BAN)).toMatch(new RegExp(`by ${who}$`));
});

it('is given wherever a scenario asks about a row that changes, and told in its short answer', async () => {
  let asked = 0;
  for (const scenario of SCENARIOS) {
    const trace = await runScenario(scenario);
    const given = readContext(trace).settings.filter(({ said }) => GIVEN.test(said));
    expect(given, scenario.id).toHaveLength(changesUser(trace) ? 1 : 0);
    if (given.length === 0) continue;
    asked += 1;
    expect(SCENARIO_NOTES[scenario.id].short, scenario.id).toMatch(
      /looks? .*user|look-up of the user/,
    );
  }
  expect(asked).toBeGreaterThan(2);
});

it('is given where one of two runs has it', async () => {
  for (const id of PAIR_IDS) {
    const { context, runs } = await makePair(id);
    const hasIt = runs.some(({ run }) => sayLookUps(run.settings, run.actions) !== null);
    expect(
      context.settings.some(({ said }) => GIVEN.test(said)),
      id,
    ).toBe(hasIt);
  }
});
