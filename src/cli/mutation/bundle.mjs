// Stryker calls this where it has put its mutants: makes one file of the engine and of its tests.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { CACHE, ROOT } from '../machine/paths.mjs';

/** As deep as the folder of paths.mjs, by whose own place the bundle finds the project. */
const FOLDER = join(CACHE, 'mutation', 'bundle');
const TESTS = 'tests/sim';
/** What runs everything many times over, which a mutant that nobody finds would have to wait for. */
const TOO_LONG = new Set(
  [
    ...['laws', 'verdicts', 'notes', 'whatIf', 'scenarioOutcomes', 'runAgainAll', 'scale', 'drawn'],
    ...[
      'properties/truth',
      'properties/frames',
      'properties/allowed',
      'storeLatency',
      'lookUp',
      'account',
    ],
  ].map((name) => `${name}.test.ts`),
);
/** Compares whole runs to the letter, so that it finds most of what is wrong, and at once. */
const FIRST = 'golden.test.ts';

const files = readdirSync(join(ROOT, TESTS), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.test.ts') && !TOO_LONG.has(path))
  .toSorted((a, b) => Number(b === FIRST) - Number(a === FIRST));

mkdirSync(FOLDER, { recursive: true });
const entry = join(FOLDER, 'entry.mjs');
const imports = [join(ROOT, 'tests/seed.ts'), ...files.map((path) => join(ROOT, TESTS, path))];
writeFileSync(entry, imports.map((path) => `import ${JSON.stringify(path)};\n`).join(''));

// Loaded once, while the bundle is loaded anew for each mutant.
const ONCE = { vitest: 'bench.mjs', 'fast-check': 'fewRuns.mjs' };

await build({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  plugins: [
    {
      name: 'once',
      enforce: 'pre',
      resolveId: (id) =>
        Object.hasOwn(ONCE, id)
          ? { id: join(ROOT, 'src/cli/mutation', ONCE[id]), external: 'absolute' }
          : null,
    },
  ],
  build: {
    ...{ outDir: FOLDER, emptyOutDir: false, target: 'node20', minify: false },
    ...{ copyPublicDir: false, ssr: entry },
    rolldownOptions: { output: { entryFileNames: 'tests.mjs' } },
  },
});
