import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import type { Strategy } from '../../src/sim/strategy.ts';
import type { Trace } from '../../src/sim/trace.ts';
import { extendTrace, runScenario } from '../../src/sim/trace.ts';
import { anyRun } from './arbitraries.ts';
import { run, toScenario } from './runs.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

const fold = true;
const ADMIN: Action = { type: 'request', target: '/admin', fold };
const PROFILE: Action = { type: 'request', fold };
const END: Action = { type: 'end' };
const BAN: Action = { type: 'ban' };
const DEMOTE: Action = { type: 'demote' };

const readLast = ({ frames }: Trace, lane: Strategy) => {
  const last = frames.at(-1);
  if (!last) throw new RangeError('a run without frames');
  return last[lane].outcome;
};

const SAYS: readonly (readonly [boolean, Action, Action])[] = [true, false].flatMap((copies) => [
  [copies, BAN, PROFILE] as const,
  [copies, DEMOTE, ADMIN] as const,
]);

test.each(SAYS)(
  'a session’s server notices a changed row exactly where it looks: copied %s, %o',
  async (copiesUser, change, visit) => {
    let tried = 0;
    const holds = fc.asyncProperty(anyRun(8), async ({ settings, actions }) => {
      const before = await runScenario({
        ...toScenario(),
        settings: {
          ...settings,
          user: { ...settings.user, role: 'admin' },
          session: { ...settings.session, copiesUser },
        },
        actions: [
          { type: 'login', fold },
          ...actions.filter(({ type }) => !['ban', 'demote'].includes(type)),
        ],
      });
      const after = await extendTrace(before, change);
      const then = readLast(await extendTrace(before, visit), 'session');
      const now = readLast(await extendTrace(after, visit), 'session');
      if (then.allowed !== true) return;
      tried += 1;
      expect(now.allowed).toBe(copiesUser);
      // What is said of a copy agrees with what a request would get.
      const [worth, left] = [await extendTrace(before, END), await extendTrace(after, END)];
      const isBan = change.type === 'ban' && !copiesUser;
      if (!isBan) expect(readLast(left, 'session').copy).toEqual(readLast(worth, 'session').copy);
      else expect(readLast(left, 'session').copy?.accepted).not.toBe(true);
    });
    await fc.assert(holds, { numRuns: 120 });
    expect(tried).toBeGreaterThan(20);
  },
);

test('the next login notices, and writes the role anew although the session ID stays', async () => {
  for (const regenerate of [true, false]) {
    const trace = await run([{ type: 'login', fold }, DEMOTE, { type: 'login', fold }], {
      user: { role: 'admin' },
      session: { copiesUser: true, regenerate },
    });
    const records = Object.values(trace.frames.at(-1)?.session.state.stores ?? {});
    const roles = records.flatMap(({ sessions }) => Object.values(sessions).map((r) => r.role));
    expect(roles).toEqual(['user']);
    expect(readLast(await extendTrace(trace, ADMIN), 'session').failure).toBe('roleMissing');
  }
});

test('a user of whom no role is known has none in the record', async () => {
  const { frames } = await run([{ type: 'login', fold }], { session: { copiesUser: true } });
  const { sessions } = frames.at(-1)?.session.state.stores.sessionStore ?? { sessions: {} };
  expect(Object.values(sessions).map((record) => Object.keys(record))).toEqual([
    ['cookie', 'userId'],
  ]);
});
