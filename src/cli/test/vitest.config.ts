import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { virtualModules } from '../../build/virtualModules.ts';
import { ROOT } from '../machine/paths.mjs';

type Room = TestProjectInlineConfiguration;
type Settings = Room['test'];

/** A test is only stopped when it hangs: a busy machine, or a slow one, takes many times as long. */
const LIMITS = { testTimeout: 120_000, hookTimeout: 120_000 } as const;

/**
 * A page, or a run, is looked at whole and then dropped: with room for it, less is kept and copied. No
 * core is idle that could clear up beside the tests.
 */
const MEMORY = {
  execArgv: ['--min-semi-space-size=128', '--max-semi-space-size=128', '--single-threaded-gc'],
};

/** Goes before every file: random runs are the same ones each time. */
const SEED = 'tests/seed.ts';

/** Signs without another thread, in rooms that sign much and are about something else. */
const AT_ONCE = 'tests/signAtOnce.ts';

/** A room of tests/ that needs nothing but Node. */
function toNodeRoom(name: string, test: Settings = {}): Room {
  const include = [`tests/${name}/**/*.test.ts`];
  const setupFiles = [SEED];
  return {
    root: ROOT,
    test: { name, environment: 'node', include, setupFiles, ...LIMITS, ...MEMORY, ...test },
  };
}

/**
 * One load of the code serves all files of a room: what is pure keeps nothing from one to the next, and
 * the page is left as new by each test (tests/page/page.tsx).
 */
const together = { isolate: false };

/** A room of tests/ that has a document, and the modules that are made at build time. */
function toDocumentRoom(name: string, setupFiles: readonly string[] = []): Room {
  return {
    root: ROOT,
    plugins: [virtualModules()],
    oxc: { jsx: { runtime: 'automatic', development: false } },
    test: {
      name,
      environment: 'happy-dom',
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      setupFiles: [SEED, AT_ONCE, 'tests/page/quickDom.ts', ...setupFiles, 'tests/page/setup.ts'],
      ...LIMITS,
      ...MEMORY,
      ...together,
    },
  };
}

/** The suites that `npm test` runs with vitest; the page's own end-to-end tests are Playwright's. */
export default defineConfig({
  root: ROOT,
  test: {
    // Left to itself, it would give two cores one worker. One more than cores, because many tests wait:
    // for a server's process, or until a field has been at rest.
    maxWorkers: availableParallelism() + 1,
    projects: [
      toNodeRoom('conformance', {
        ...together,
        setupFiles: [SEED, 'tests/conformance/setup.ts'],
        globalSetup: ['tests/conformance/bundleServer.ts'],
      }),
      toDocumentRoom('page', [
        'tests/page/production.ts',
        'tests/page/atOnce.ts',
        'tests/page/leave.ts',
      ]),
      toDocumentRoom('player'),
      toDocumentRoom('warnings', ['tests/page/atOnce.ts', 'tests/page/leave.ts']),
      toNodeRoom('cli', together),
      toNodeRoom('house', together),
      toNodeRoom('sim', { ...together, setupFiles: [SEED, AT_ONCE] }),
      toNodeRoom('lesson', { ...together, setupFiles: [SEED, AT_ONCE] }),
    ],
  },
});
