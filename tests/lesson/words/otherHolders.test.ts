import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Action } from '../../../src/sim/action.ts';
import { isUsersClient } from '../../../src/sim/actors.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { extendTrace, runScenario } from '../../../src/sim/trace.ts';
import { anyTold } from '../../sim/properties/stories.ts';
import type { SettingsPatch } from '../../sim/runs.ts';
import { run, toScenario } from '../../sim/runs.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 });

const LOGIN: Action = { type: 'login', fold: true };
const PHONE = { client: 'phone', fold: true } as const;
const LOGOUT: Action = { type: 'logout', fold: true };
const END: Action = { type: 'end' };
const wait = (seconds: number): Action => ({ type: 'wait', seconds });

const sayEnd = (trace: Trace) => openTelling(trace).at(trace.frames.length - 1);

/** Expects that no browser of the user is let in any more, where a run says that it is over; tells whether it says so. */
async function expectOver(trace: Trace): Promise<boolean> {
  if (sayEnd(trace).row.result !== 'Authentication ends') return false;
  const clients = Object.keys(trace.frames.at(-1)?.token.state.clients ?? {});
  for (const client of clients.filter(isUsersClient)) {
    const { frames } = await extendTrace(trace, { type: 'request', client, fold: true });
    for (const lane of STRATEGIES)
      expect(frames.at(-1)?.[lane].outcome.allowed, `${lane}, ${client}`).toBe(false);
  }
  return true;
}

test('where a Scenario ends nobody is let in any more, on no device', async () => {
  let over = 0;
  for (const scenario of SCENARIOS) if (await expectOver(await runScenario(scenario))) over += 1;
  expect(over).toBeGreaterThan(3);
});

test('nor where any other run does', async () => {
  let over = 0;
  const holds = fc.asyncProperty(anyTold, async ({ settings, actions }) => {
    const ended = [...actions.filter(({ type }) => type !== 'end'), END];
    const trace = await runScenario({ ...toScenario(), settings, actions: ended });
    if (await expectOver(trace)) over += 1;
  });
  await fc.assert(holds, { numRuns: 200 });
  expect(over).toBeGreaterThan(3);
});

test.each<readonly [string, SettingsPatch, readonly Action[], string]>([
  [
    'a token of its own',
    {},
    [LOGIN, wait(60), { type: 'login', ...PHONE }, { type: 'logoutEverywhere' }, END],
    '1 other browser of the user still has a token of its own.',
  ],
  [
    'two tokens',
    {},
    [
      LOGIN,
      { type: 'login', ...PHONE },
      { type: 'login', client: 'tablet', fold: true },
      LOGOUT,
      END,
    ],
    '2 other browsers of the user still have tokens of their own.',
  ],
])('further browsers keep %s after a logout', async (_, patch, actions, said) => {
  const told = sayEnd(await run(actions, patch));
  expect(toPlainText(told.token.sentence)).toContain(said);
  expect(toPlainText(told.token.sentence)).not.toContain('it is over');
  expect(told.row.token.text).toBe('Other browsers have their tokens');
  expect(told.row.result).toBe('The run ends here');
});

test('so they do with session data in the cookie', async () => {
  const told = sayEnd(
    await run([LOGIN, { type: 'login', ...PHONE }, LOGOUT, END], { session: { dataIn: 'cookie' } }),
  );
  expect(toPlainText(told.session.sentence)).toContain(
    '1 other browser of the user still has a session of its own.',
  );
  expect(told.row.result).toBe('The run ends here');
});

test('what a further browser keeps is nothing once its time is over', async () => {
  const told = sayEnd(await run([LOGIN, { type: 'login', ...PHONE }, LOGOUT, wait(900), END]));
  expect(toPlainText(told.token.sentence)).not.toContain('other browser');
  expect(told.row.token.text).toBe('Token expired or deleted');
});
