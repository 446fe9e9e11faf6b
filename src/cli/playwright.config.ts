import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { BROWSER_SWITCHES, findBrowserHere } from './browser.mjs';
import { CACHE, DIST, ROOT } from './paths.mjs';

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
  workers: 2,
  globalTimeout: 8 * 60_000,
  reporter: [['list'], ['json', { outputFile: join(CACHE, 'test/e2e.json') }]],
  use: {
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions: {
      executablePath: findBrowserHere() ?? undefined,
      args: BROWSER_SWITCHES,
    },
  },
  webServer: {
    command: `node src/cli/serve.mjs --port ${port} --dir ${JSON.stringify(dist)}`,
    cwd: ROOT,
    url,
    reuseExistingServer: false,
  },
});
