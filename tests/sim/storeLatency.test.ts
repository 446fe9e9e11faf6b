import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { USERS_DATABASE } from '../../src/sim/actors.ts';
import { validateSettings } from '../../src/sim/check/settings.ts';
import type { Outcome } from '../../src/sim/outcome.ts';
import { areListsInSessionStore } from '../../src/sim/possible/outsideStore.ts';
import type { SessionSettings } from '../../src/sim/settings.ts';
import type { Frame } from '../../src/sim/trace.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { anyRun } from './arbitraries.ts';
import type { SettingsPatch } from './runs.ts';
import { run, toScenario } from './runs.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const SLOW: Partial<SessionSettings> = { store: 'persistent', storeLatencyMs: 300 };
const login: Action = { type: 'login', fold: true };
const onPhone: Action = { ...login, client: 'phone' };
const request: Action = { type: 'request' };

/** What each step of a run waited for the store, in the session's lane. */
async function listWaited(actions: readonly Action[], patch: SettingsPatch = { session: SLOW }) {
  const { frames } = await run(actions, patch);
  return frames.slice(1).map(({ session }) => session.outcome.waitedMs ?? 0);
}

// A login destroys and sets, by regenerate() also where there was no session before.
describe('a store that takes 300 ms for a call', () => {
  test('is waited for before the page and before the answer ends', async () => {
    expect(await listWaited([login, request])).toEqual([600, 0, 300, 300]);
    expect(await listWaited([login, { ...request, fold: true }])).toEqual([600, 600]);
  });

  test('is not waited for without a cookie, or where nothing is asked', async () => {
    expect(await listWaited([{ ...request, fold: true }])).toEqual([0]);
    const down: Action = { type: 'storeOutage' };
    expect(await listWaited([login, down, { ...request, fold: true }])).toEqual([600, 0, 0]);
  });

  test.each<[string, Action, number]>([
    ['a second login, which makes a new session', login, 900],
    ['a logout', { type: 'logout', fold: true }, 600],
    // get, destroy, all, and two records that are destroyed at once.
    ['a logout everywhere', { type: 'logoutEverywhere' }, 1200],
  ])('%s', async (_name, action, waited) => {
    const before = [login, onPhone, { ...onPhone, client: 'tablet' }];
    expect((await listWaited([...before, action])).at(-1)).toBe(waited);
  });

  test.each<[string, SettingsPatch]>([
    ['in the process', { session: { storeLatencyMs: 300 } }],
    ['where there is none', { session: { store: 'persistent', dataIn: 'cookie' } }],
  ])('is not slow %s', async (_name, patch) => {
    expect(await listWaited([login, { ...request, fold: true }], patch)).toEqual([0, 0]);
  });

  test('is slow, too, where two servers share it', async () => {
    const patch = { second: {}, sharedStore: true, session: { storeLatencyMs: 20 } };
    expect(await listWaited([login, { ...request, fold: true }], patch)).toEqual([40, 40]);
  });
});

test('a latency goes only with a store, and has a limit', () => {
  const check = (session: object) => 'errors' in validateSettings({ session });
  expect(check({ dataIn: 'cookie', storeLatencyMs: 300 })).toBe(true);
  expect(check({ storeLatencyMs: 10_001 })).toBe(true);
  expect(check({ storeLatencyMs: 10_000 })).toBe(false);
});

const withoutWaited = ({ waitedMs: _, ...outcome }: Outcome) => outcome;
const toBare = ({ session, token, ...rest }: Frame) => ({
  ...rest,
  session: { ...session, outcome: withoutWaited(session.outcome) },
  token: { ...token, outcome: withoutWaited(token.outcome) },
});

test('a slow store changes nothing but how long it takes, and in the other lane only what is in it', async () => {
  await fc.assert(
    fc.asyncProperty(anyRun(8), async ({ settings, actions }) => {
      const { storeLatencyMs: _, ...rest } = settings.session;
      const session = { ...rest, store: 'persistent' as const };
      const fast = await runScenario({
        ...toScenario(),
        settings: { ...settings, session },
        actions,
      });
      const slowed = { ...settings, session: { ...session, storeLatencyMs: 7 } };
      const slow = await runScenario({ ...toScenario(), settings: slowed, actions });
      expect(slow.frames.map(toBare)).toEqual(fast.frames);
      const isAsked = areListsInSessionStore(slowed);
      if (!isAsked)
        expect(slow.frames.some(({ token }) => token.outcome.waitedMs !== undefined)).toBe(false);
      for (const { kind: step, session: one, token } of slow.frames)
        for (const lane of isAsked ? [one, token] : [one]) {
          const calls = lane.messages.filter(
            ({ kind, to }) => kind === 'store' && to !== USERS_DATABASE,
          ).length;
          // Where both tabs read first, the second one's question is among the first one's calls.
          const asked = calls + (step === 'tabs.second' ? 1 : 0);
          expect(lane.outcome.waitedMs ?? 0).toBeLessThanOrEqual(7 * asked);
          expect((lane.outcome.waitedMs ?? 0) > 0).toBe(calls > 0);
        }
    }),
    { numRuns: 150 },
  );
});
