import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { BROWSER_SWITCHES, findBrowserHere } from '../machine/browser.mjs';
import { CACHE, DIST, ROOT } from '../machine/paths.mjs';

// `npm test` looks for a free port and hands it down; 4199 is for runs by hand.
const port = process.env.E2E_PORT ?? '4199';
const url = `http://localhost:${port}`;
// Another build than dist can be tested: E2E_DIST=/some/folder.
const dist = process.env.E2E_DIST ?? DIST;

/** The end-to-end tests of the built page, in the browser that `npm test` found. */
export default defineConfig({
  testDir: join(ROOT, 'tests/e2e'),
  outputDir: join(CACHE, 'e2e'),
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // One more than two cores, because tests wait: for a frame, or for what comes late.
  workers: 3,
  // A test is only stopped when it hangs: a busy machine, or a slow one, takes many times as long.
  timeout: 5 * 60_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: join(CACHE, 'test/e2e.json') }]],
  use: {
    baseURL: url,
    // A page of its own would cost each test more than all that it does there. Between two tests all
    // is cleared: storage, cookies, caches, routes, scripts, the clock; see reuse.spec.ts.
    reuseContext: true,
    // What a worker answers no test could hold back; what has to do with it lets it in (worker.spec.ts).
    serviceWorkers: 'block',
    // A credential that travels is half the work of a step; tests that it has a part in, let it: MOVING.
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions: {
      executablePath: findBrowserHere() ?? undefined,
      args: BROWSER_SWITCHES,
    },
  },
  webServer: {
    command: `node src/cli/page/serve.mjs --port ${port} --dir ${JSON.stringify(dist)}`,
    cwd: ROOT,
    url,
    reuseExistingServer: false,
  },
});
