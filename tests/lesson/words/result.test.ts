import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { SCENARIO_NOTES } from '../../../src/lesson/texts/scenarios/scenarioNotes.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { anyTold, RARE } from '../../sim/properties/stories.ts';
import { runOnce, toScenario } from '../../sim/runs.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 });

/** By which an attacker comes by something, and not in. */
const TAKES: ReadonlySet<string> = new Set(['steal.copy', 'inject.read', 'plant.place']);

/** Returns how many lanes had a breach. */
function expectResult(trace: Trace): number {
  const { run, at } = openTelling(trace);
  const last = at(run.lastStep);
  let breaches = 0;
  for (const lane of STRATEGIES) {
    const { badge, sentence } = run.result[lane];
    const steps = trace.frames.slice(1).map(({ step }) => at(step));
    const gotIn = steps.some((one) => one[lane].badge.tone === 'breach' && !TAKES.has(one.kind));
    const where = `${run.scenario.id} ${lane}`;
    if (gotIn) {
      breaches += 1;
      if (badge?.tone === 'held')
        expect(toPlainText(sentence), where).toMatch(
          /^The attacker got in .* was kept out from step/,
        );
      else expect(badge?.word, where).toMatch(/^Breach (possible )?(until|at step|for ever)/);
    } else {
      expect(['breach', 'held', undefined], where).toContain(badge?.tone);
    }
    // Where nobody used a stolen copy, somebody could get in, and has not.
    const isUsed = /got in (at|from) step/.test(toPlainText(sentence));
    if (badge?.tone === 'breach')
      expect(badge.word.startsWith('Breach possible '), where).toBe(!isUsed);
    expect(toPlainText(sentence), where).not.toMatch(/expired or/);
    if (last.kind === 'end.rest' && badge) expect(last[lane].badge, where).toEqual(badge);
  }
  return breaches;
}

test('a run in which somebody got in leads its result with that, in any Scenario', async () => {
  for (const scenario of SCENARIOS) {
    const breaches = expectResult(await runScenario(scenario));
    if (breaches > 0) expect(SCENARIO_NOTES[scenario.id].text).not.toMatch(/no (break-in|attack)/i);
  }
});

test('where SameSite held forms and let a link through, the result and the answer say so', async () => {
  const seen: string[] = [];
  for (const scenario of SCENARIOS) {
    const trace = await runScenario(scenario);
    const { run, at } = openTelling(trace);
    const link = trace.frames.find(({ action, session }) => {
      const isLink = action?.type === 'crossSite' && action.vehicle === 'link';
      return isLink && session.outcome.allowed === true;
    });
    const { badge, sentence } = run.result.session;
    const isHeld = link !== undefined && badge?.tone === 'held';
    expect(/ but links pass$/.test(badge?.word ?? ''), scenario.id).toBe(isHeld);
    if (!isHeld || run.answers === null) continue;
    seen.push(scenario.id);
    expect(toPlainText(sentence)).toContain(`link brought the cookie at step ${link.step}.`);
    expect(at(run.answers).session.answer).toEqual(badge);
    expect(at(run.answers).session.badge.word).not.toContain('links');
  }
  expect(seen).toEqual(['csrf-samesite-unset-old', 'csrf-samesite-lax']);
});

test('and in random runs', async () => {
  let breaches = 0;
  const holds = fc.asyncProperty(anyTold, async ({ settings, actions }) => {
    breaches += expectResult(await runOnce({ ...toScenario(), settings, actions }));
  });
  await fc.assert(holds, { numRuns: 200, examples: RARE.map((one) => [one]) });
  expect(breaches).toBeGreaterThan(20);
});
