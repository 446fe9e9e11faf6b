import fc from 'fast-check';

/** More runs find more, and a mutant that nobody finds waits for all of them. */
const MOST_RUNS = 20;

function assert(property, parameters = {}) {
  const numRuns = Math.min(parameters.numRuns ?? MOST_RUNS, MOST_RUNS);
  return fc.assert(property, { ...parameters, numRuns });
}

/** Stands for fast-check where mutants are run: each property is tried a few times. */
export default { ...fc, assert };
