import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { openTelling } from '../../../src/lesson/tell.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { anyTold, RARE } from '../../sim/properties/stories.ts';
import { runOnce, toScenario } from '../../sim/runs.ts';
import { countWords, listSentences } from './sentenceLengths.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 });

const MOST_WORDS = 22;

/** Lists the sentences of a run’s lanes and of its result that are too long to be read at once. */
function listLong(trace: Trace): readonly string[] {
  const { run, at } = openTelling(trace);
  const texts = STRATEGIES.flatMap((lane) => [
    run.result[lane].sentence,
    ...trace.frames.map(({ step }) => at(step)[lane].sentence),
  ]);
  return texts.flatMap(listSentences).filter((sentence) => countWords(sentence) > MOST_WORDS);
}

test(`no sentence of a lane has more than ${MOST_WORDS} words, a computed value counted as one`, async () => {
  for (const scenario of SCENARIOS)
    expect(listLong(await runScenario(scenario)), scenario.id).toEqual([]);
});

test('nor in any other run', async () => {
  const holds = fc.asyncProperty(anyTold, async ({ settings, actions }) => {
    expect(listLong(await runOnce({ ...toScenario(), settings, actions }))).toEqual([]);
  });
  await fc.assert(holds, { numRuns: 300, examples: RARE.map((one) => [one]) });
});
