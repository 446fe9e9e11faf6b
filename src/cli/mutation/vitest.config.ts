import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { ROOT } from '../machine/paths.mjs';

/** Compares whole runs to the letter, so that it finds most of what is wrong, and at once. */
const FIRST = 'golden.test.ts';

/** What runs everything many times over, which a mutant that nobody finds would have to wait for. */
const TOO_LONG = [
  ...['laws', 'verdicts', 'notes', 'whatIf', 'scenarioOutcomes', 'runAgain', 'scale', 'drawn'],
  ...['properties/truth', 'properties/frames', 'properties/allowed', 'storeLatency', 'lookUp'],
];

/** The first test that fails ends a mutant, so the one that fails most often comes first. */
class GoldenFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isFirst = ({ moduleId }: TestSpecification) => moduleId.endsWith(FIRST);
    return [...sorted.filter(isFirst), ...sorted.filter((file) => !isFirst(file))];
  }
}

/** The tests that a mutant of the engine has to get past. */
export default defineConfig({
  root: ROOT,
  resolve: { alias: { 'fast-check': join(ROOT, 'src/cli/mutation/fewRuns.mjs') } },
  test: {
    name: 'sim',
    environment: 'node',
    include: ['tests/sim/**/*.test.ts'],
    exclude: TOO_LONG.map((name) => `tests/sim/${name}.test.ts`),
    setupFiles: ['tests/seed.ts'],
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { sequencer: GoldenFirst },
  },
});
