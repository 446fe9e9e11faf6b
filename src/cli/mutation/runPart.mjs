import { Stryker } from '@stryker-mutator/core';
import { clearKept, toPath } from './kept.mjs';

const toPlugin = (file) => new URL(`./${file}`, import.meta.url).href;

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
    testRunner: 'bundle',
    plugins: [toPlugin('mutantRunner.mjs'), toPlugin('keptReporter.mjs')],
    buildCommand: 'node src/cli/mutation/bundle.mjs',
    // Each mutant leaves a bundle in the memory of its process.
    maxTestRunnerReuse: 150,
    coverageAnalysis: 'perTest',
    // What runs at import is tables, of which all tests would have to be run each time.
    ignoreStatic: true,
    // Stryker 9.6 reads it by a function that TypeScript 7 has no more; where there is none it does not.
    tsconfigFile: 'none.json',
    tempDirName: '.cache/stryker',
    ignorePatterns: ['/.cache', '/dist', '/public'],
    reporters: ['kept'],
    logLevel: 'warn',
    // Busy with other things is not the same as hanging.
    timeoutMS: 120_000,
    dryRunTimeoutMinutes: 60,
    timeoutFactor: 4,
  };
  await new Stryker(options).runMutationTest();
}
