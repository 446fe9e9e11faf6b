import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { isStillPossible, listPlaced, runAgain } from '../../src/sim/runs/runAgain.ts';
import { LOGIN_TO_LOGOUT } from '../../src/sim/scenarios.ts';
import type { Frame, Trace } from '../../src/sim/trace.ts';
import { extendTrace, forkTrace, runScenario } from '../../src/sim/trace.ts';

const lastOf = ({ frames }: Trace) => frames.at(-1) as Frame;
const run = (actions: readonly Action[]) => runScenario({ ...LOGIN_TO_LOGOUT, actions });
const ofType = async (trace: Trace, type: Action['type']) => {
  const found = listPlaced(trace, 0).find(({ action }) => action.type === type);
  if (!found) throw new RangeError(`no ${type}`);
  return found;
};

describe('an Action after another one was put in before it', () => {
  test('makes no sense where that has taken what it needs', async () => {
    const walk = await runScenario(LOGIN_TO_LOGOUT);
    const out = await run([{ type: 'login' }, { type: 'logout' }]);
    expect(await runAgain(out, await ofType(walk, 'logout'))).toBeNull();
    expect(await runAgain(out, await ofType(walk, 'end'))).not.toBeNull();
    const banned = await run([{ type: 'login' }, { type: 'ban' }]);
    expect(await runAgain(banned, await ofType(banned, 'ban'))).toBeNull();
  });

  test('makes sense where it still can be done, whatever comes of it', async () => {
    const walk = await runScenario(LOGIN_TO_LOGOUT);
    const out = await run([{ type: 'login' }, { type: 'logout' }]);
    const again = await runAgain(out, await ofType(walk, 'request'));
    expect(again && lastOf(again).session.outcome).toMatchObject({ allowed: false, status: 401 });
  });

  test('is another one only where it does something else', async () => {
    const settings = LOGIN_TO_LOGOUT.settings;
    const out = lastOf(await run([]));
    const before = lastOf(await run([{ type: 'login' }]));
    for (const action of [
      { type: 'logout', fold: true },
      { client: 'client', type: 'logout' },
      { type: 'logout', server: 'server' },
    ] as const) {
      expect(isStillPossible({ action, before }, before, settings)).toBe(true);
      expect(isStillPossible({ action, before }, out, settings)).toBe(false);
    }
  });

  test('that nobody offers is tried, and left out where it cannot be', async () => {
    const empty = await run([]);
    const before = lastOf(await run([{ type: 'login' }]));
    const odd: Action = { type: 'request', client: 'tablet' };
    expect(await runAgain(empty, { action: odd, before })).not.toBeNull();
    const elsewhere: Action = { type: 'request', server: 'server2' };
    await expect(extendTrace(empty, elsewhere)).rejects.toThrow(RangeError);
    expect(await runAgain(empty, { action: elsewhere, before })).toBeNull();
  });
});

test('listed from the middle are those that come after', async () => {
  const walk = await runScenario(LOGIN_TO_LOGOUT);
  const types = (from: number) => listPlaced(walk, from).map(({ action }) => action.type);
  expect(types(0)).toEqual(['login', 'request', 'logout', 'request', 'end']);
  expect(types(2)).toEqual(['logout', 'request', 'end']);
  expect(types(5)).toEqual([]);
  const fork = forkTrace(walk, 5);
  expect(listPlaced(fork, 0)).toHaveLength(1);
});
