// npm run random: random runs against the real servers, as many as one likes and the same ones again.
import { launch } from './machine/launch.mjs';

const USAGE = 'npm run random -- [--runs 5000] [--seed 1]';

launch(async (args) => {
  const { parseArguments } = await import('./machine/arguments.mjs');
  const { Complaint } = await import('./machine/complaint.mjs');
  const { runScript } = await import('./machine/run.mjs');
  const { values } = parseArguments(args, {
    runs: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  });
  const { runs, seed } = values;
  if (!/^[1-9]\d{0,6}$/.test(runs)) throw new Complaint(`--runs is a number. ${USAGE}`);
  if (!/^-?\d{1,10}$/.test(seed)) throw new Complaint(`--seed is a whole number. ${USAGE}`);
  console.log(`${runs} random runs with seed ${seed}`);
  const test = ['--project=conformance', 'whatIfs', '-t', 'real ones send|servers that restart'];
  process.exitCode = await runScript(
    'vitest/vitest.mjs',
    ['run', '--config=src/cli/test/vitest.config.ts', ...test],
    { env: { RANDOM_RUNS: runs, RANDOM_SEED: seed } },
  );
});
