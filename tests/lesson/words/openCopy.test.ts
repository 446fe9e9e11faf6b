import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { sayAnnouncement } from '../../../src/lesson/page/announcement.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { checkCopy as checkData } from '../../../src/sim/cookieSession/proof.ts';
import type { CheckCopy } from '../../../src/sim/lanes/lane.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { checkCopy as checkCookie } from '../../../src/sim/session/proof.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { checkCopy as checkToken } from '../../../src/sim/token/verify/verifyRequest.ts';
import type { Frame, Trace } from '../../../src/sim/trace.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { anyTold, RARE } from '../../sim/properties/stories.ts';
import { runOnce, toScenario } from '../../sim/runs.ts';
import { listTexts } from '../holes.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 });

/** What nobody may read while something opens the server that somebody holds, or could have copied. */
const OVER = /expired or deleted|worth nothing|at rest/i;

const CHECKS: Readonly<Record<(typeof STRATEGIES)[number], CheckCopy>> = {
  session: (settings, ...more) =>
    settings.session.dataIn === 'cookie'
      ? checkData(settings, ...more)
      : checkCookie(settings, ...more),
  token: checkToken,
};

/** The end's cells are about the user's own credential, where nobody has another. */
const isOwnEnd = (frame: Frame, lane: (typeof STRATEGIES)[number]) =>
  frame.kind === 'end.rest' && (frame[lane].state.clients.attacker?.stolen ?? []).length === 0;

/** Reads a run through with what the engine finds out at each step, whether the step asks or not. */
async function expectTruth(trace: Trace, seen: { open: number; own: number }): Promise<void> {
  const { run, at } = openTelling(trace);
  for (const frame of trace.frames) {
    const told = at(frame.step);
    for (const lane of STRATEGIES) {
      const check = await CHECKS[lane](trace.scenario.settings, frame[lane].state);
      if (!check?.accepted && !check?.other) continue;
      seen.open += 1;
      const own = isOwnEnd(frame, lane);
      if (own) seen.own += 1;
      const said = [
        told[lane],
        told.transcript?.parts?.[lane] ?? '',
        told.flow?.nodes.filter(({ last }) => last === frame.step).map((node) => node[lane]) ?? [],
        frame.step === run.lastStep ? run.end[lane] : '',
        sayAnnouncement(told, run.lastStep, lane),
        own ? '' : [told.row[lane], told.row.result],
      ];
      const over = listTexts(said).filter(([, text]) => OVER.test(text));
      expect(over, `${run.scenario.id} ${frame.step} ${lane}`).toEqual([]);
    }
  }
}

test('nothing is called over while a copy opens a server, in any Scenario', async () => {
  const seen = { open: 0, own: 0 };
  for (const scenario of SCENARIOS) await expectTruth(await runScenario(scenario), seen);
  expect(seen.open).toBeGreaterThan(150);
  expect(seen.own).toBeGreaterThan(0);
});

test('nor in any other run', async () => {
  const seen = { open: 0, own: 0 };
  const holds = fc.asyncProperty(anyTold, async ({ settings, actions }) => {
    await expectTruth(await runOnce({ ...toScenario(), settings, actions }), seen);
  });
  await fc.assert(holds, { numRuns: 300, examples: RARE.map((one) => [one]) });
  // Many of these pages are let do nothing that could be copied.
  expect(seen.open).toBeGreaterThan(200);
});
