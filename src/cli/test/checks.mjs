import { runScript } from '../machine/run.mjs';

/** What holds for every file: the types agree, and the house style is kept. */
export const CHECKS = [
  { name: 'types', run: (options) => runScript('typescript/bin/tsc', ['--pretty'], options) },
  {
    name: 'lint and format',
    run: (options) =>
      runScript('@biomejs/biome/bin/biome', ['check', '--error-on-warnings'], options),
  },
];
