import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { toStepKinds } from '../../../src/sim/action.ts';
import type { LaneFrame, Trace } from '../../../src/sim/trace.ts';
import { extendTrace, forkTrace, runScenario, startTrace } from '../../../src/sim/trace.ts';
import { deepFreeze, toScenario } from '../runs.ts';
import { anyAction, anyActions, anySettings } from './arbitraries.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const RUNS = { numRuns: 80 };

const anyScenario = fc
  .tuple(anySettings, anyActions(9))
  .map(([settings, actions]) => ({ ...toScenario(), settings, actions }));

/** Key order and all; that JSON loses nothing is a property of its own. */
const toText = (trace: Trace) => JSON.stringify(trace);

const toLanes = ({ frames }: Trace): LaneFrame[] =>
  frames.flatMap(({ session, token }) => [session, token]);

test('running a and then b is running a and extending it by b', async () => {
  const holds = fc.asyncProperty(anyScenario, fc.nat(), async (scenario, n) => {
    const at = n % (scenario.actions.length + 1);
    let trace = await runScenario({ ...scenario, actions: scenario.actions.slice(0, at) });
    for (const action of scenario.actions.slice(at)) trace = await extendTrace(trace, action);
    expect(toText(trace)).toBe(toText(await runScenario(scenario)));
  });
  await fc.assert(holds, RUNS);
});

test('extending appends: the frames before are the very same, and nothing writes to them', async () => {
  const holds = fc.asyncProperty(anyScenario, anyAction, async (scenario, action) => {
    // A write to a frozen frame throws, modules being strict.
    const before = deepFreeze(await runScenario(deepFreeze(scenario)));
    const after = await extendTrace(before, deepFreeze(action));
    expect(after.frames).toHaveLength(before.frames.length + toStepKinds(action).length);
    before.frames.forEach((frame, i) => {
      expect(after.frames[i]).toBe(frame);
    });
  });
  await fc.assert(holds, RUNS);
});

test('each extension is made of frozen frames, from the first', async () => {
  const holds = fc.asyncProperty(anyScenario, async (scenario) => {
    let trace = deepFreeze(startTrace(scenario));
    for (const action of scenario.actions) trace = deepFreeze(await extendTrace(trace, action));
    expect(toText(trace)).toBe(toText(await runScenario(scenario)));
  });
  await fc.assert(holds, RUNS);
});

test('a fork leaves the original as it was, and equals a fresh run of its Actions', async () => {
  const holds = fc.asyncProperty(anyScenario, anyAction, fc.nat(), async (scenario, other, n) => {
    const original = deepFreeze(await runScenario(scenario));
    const text = toText(original);
    const step = n % original.frames.length;
    const fork = forkTrace(original, step);
    const actions = scenario.actions.slice(0, fork.scenario.actions.length);
    expect(toText(fork)).toBe(toText(await runScenario({ ...scenario, actions })));
    // It ends at or before the step, and with the next Action it would be past it.
    expect(fork.frames.length).toBeLessThanOrEqual(step + 1);
    const next = original.frames.filter(({ actionIndex }) => actionIndex === actions.length);
    if (next.length > 0) expect(fork.frames.length + next.length).toBeGreaterThan(step + 1);

    const parted = await extendTrace(fork, other);
    const whole = await runScenario({ ...scenario, actions: [...actions, other] });
    expect(toText(parted)).toBe(toText(whole));
    expect(toText(original)).toBe(text);
  });
  await fc.assert(holds, RUNS);
});

test('State, and all the rest of a Trace, survives JSON', async () => {
  const holds = fc.asyncProperty(anyScenario, anyAction, async (scenario, action) => {
    const trace = await runScenario(scenario);
    const copy: Trace = JSON.parse(JSON.stringify(trace));
    expect(copy).toStrictEqual(trace);
    // A copy read from a file goes on as the original does.
    expect(toText(await extendTrace(copy, action))).toBe(toText(await extendTrace(trace, action)));
  });
  await fc.assert(holds, RUNS);
});

test('both lanes take the steps of the Actions, numbered from 0 without a gap', async () => {
  const holds = fc.asyncProperty(anyScenario, async (scenario) => {
    const { frames } = await runScenario(scenario);
    expect(frames.map(({ step }) => step)).toEqual([...frames.keys()]);
    expect(frames.map(({ kind }) => kind)).toEqual([
      'start',
      ...scenario.actions.flatMap(toStepKinds),
    ]);
    for (const { session, token, action, actionIndex } of frames) {
      expect(action).toBe(scenario.actions[actionIndex] ?? null);
      expect(session.state.clock).toBe(token.state.clock);
      for (const { outcome } of [session, token]) {
        expect(outcome.type === 'idle').toBe(outcome.idle !== null);
        expect(outcome.type === 'denied').toBe(outcome.failure !== null);
        expect(outcome.allowed).toBe(
          { allowed: true, denied: false }[outcome.type as string] ?? null,
        );
      }
    }
  });
  await fc.assert(holds, RUNS);
});

test('no secret and no password leaves the server but in the login request', async () => {
  const holds = fc.asyncProperty(anyScenario, async (scenario) => {
    const { user, session, token } = scenario.settings;
    const guarded = [user.password, ...session.secrets, token.secret].filter((s) => s.length > 8);
    for (const { messages } of toLanes(await runScenario(scenario))) {
      const sent = messages.filter(({ target }) => target !== '/login');
      for (const secret of guarded) expect(JSON.stringify(sent)).not.toContain(secret);
    }
  });
  await fc.assert(holds, { numRuns: 40 });
});
