import fc from 'fast-check';

/** Tests make the same random runs each time, so that none fails by luck. `npm run random` makes others. */
const SEED = 20261126;

fc.configureGlobal({ seed: Number(process.env.RANDOM_SEED ?? SEED) });
