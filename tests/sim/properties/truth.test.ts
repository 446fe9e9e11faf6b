import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { openTelling } from '../../../src/lesson/tell.ts';
import { countTrace } from '../../../src/sim/counts.ts';
import { listRecords } from '../../../src/sim/session/store.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import type { Frame } from '../../../src/sim/trace.ts';
import { extendTrace, runScenario } from '../../../src/sim/trace.ts';
import { toScenario } from '../runs.ts';
import { anyPeace, anyTold } from './stories.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 });

test('“Session kept” is said only where one is, whatever else the server destroyed', async () => {
  let kept = 0;
  const holds = fc.asyncProperty(anyTold, async ({ settings, actions }) => {
    const trace = await runScenario({ ...toScenario(), settings, actions });
    const { at } = openTelling(trace);
    for (const { step, session } of trace.frames) {
      if (!at(step).row.result.startsWith('Session kept')) continue;
      kept += 1;
      const destroyed = session.messages.flatMap(({ method, target }) =>
        method === 'destroy' ? [target] : [],
      );
      // What stays beside a session that was destroyed must be one that somebody is logged in to.
      const left = Object.values(session.state.stores)
        .flatMap((store) => listRecords(store))
        .filter(([, { userId }]) => userId !== undefined || destroyed.length === 0);
      expect(left.some(([sid]) => !destroyed.includes(sid))).toBe(true);
    }
  });
  await fc.assert(holds, { numRuns: 200 });
  expect(kept).toBeGreaterThan(0);
});

test('what is said to be left for a stolen copy is what a replay gets', async () => {
  let tried = 0;
  const holds = fc.asyncProperty(anyTold, async ({ settings, actions }) => {
    const trace = await runScenario({ ...toScenario(), settings, actions });
    const last = countTrace(trace, trace.frames.length - 1);
    const servers = settings.second ? (['server', 'server2'] as const) : (['server'] as const);
    for (const server of servers) {
      const longer = await extendTrace(trace, { type: 'replay', server, fold: true });
      const replay = longer.frames.at(-1) as Frame;
      for (const strategy of STRATEGIES) {
        if (last[strategy].copy?.seconds !== 0) continue;
        tried += 1;
        expect(replay[strategy].outcome.allowed, `${strategy} at ${server}`).not.toBe(true);
      }
    }
  });
  await fc.assert(holds, { numRuns: 300 });
  expect(tried).toBeGreaterThan(20);
});

test('a session that is said to be alive at the end opens the page', async () => {
  let alive = 0;
  const holds = fc.asyncProperty(fc.oneof(anyTold, anyPeace), async ({ settings, actions }) => {
    const before = await runScenario({ ...toScenario(), settings, actions });
    const trace = await extendTrace(before, { type: 'end' });
    const { run, at } = openTelling(trace);
    if (at(run.lastStep).row.session.text !== 'Session still alive') return;
    alive += 1;
    const asked = (await extendTrace(before, { type: 'request', fold: true })).frames.at(-1);
    expect(asked?.session.outcome.allowed).toBe(true);
  });
  await fc.assert(holds, { numRuns: 400 });
  expect(alive).toBeGreaterThan(5);
});
