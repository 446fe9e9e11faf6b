import { Stryker } from '@stryker-mutator/core';
import { clearKept, toPath } from './kept.mjs';

/**
 * Runs the tests of the engine against each mutant of some files, and keeps what became of them.
 * @param {string} name
 * @param {readonly string[]} mutate
 * @param {number} concurrency
 */
export async function runPart(name, mutate, concurrency) {
  clearKept(name);
  process.env.MUTATION_RESULTS = toPath(name);
  const options = {
    mutate,
    concurrency,
    testRunner: 'vitest',
    plugins: [
      '@stryker-mutator/vitest-runner',
      new URL('./keptReporter.mjs', import.meta.url).href,
    ],
    vitest: { configFile: 'src/cli/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // What runs at import is tables, which all tests load: each mutant would take all of them.
    ignoreStatic: true,
    // Stryker 9.6 reads it by a function that TypeScript 7 has no more; where there is none it does not.
    tsconfigFile: 'none.json',
    tempDirName: '.cache/stryker',
    ignorePatterns: ['/.cache', '/dist', '/public'],
    reporters: ['kept'],
    logLevel: 'warn',
    // Busy with other things is not the same as hanging.
    timeoutMS: 300_000,
    timeoutFactor: 4,
  };
  await new Stryker(options).runMutationTest();
}
