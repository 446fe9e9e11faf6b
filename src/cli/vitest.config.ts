import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { virtualModules } from '../build/virtualModules.ts';
import { ROOT } from './paths.mjs';

/** The suites that `npm test` runs with vitest; the page's own end-to-end tests are Playwright's. */
export default defineConfig({
  root: ROOT,
  test: {
    projects: [
      {
        root: ROOT,
        test: {
          name: 'sim',
          environment: 'node',
          include: ['tests/sim/**/*.test.ts'],
          setupFiles: ['tests/sim/setup.ts'],
        },
      },
      {
        root: ROOT,
        plugins: [react(), virtualModules()],
        test: {
          name: 'app',
          environment: 'happy-dom',
          include: ['tests/app/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/app/setup.ts'],
          // The whole page is rendered here; a busy machine takes its time.
          testTimeout: 20_000,
        },
      },
      {
        root: ROOT,
        test: {
          name: 'conformance',
          environment: 'node',
          include: ['tests/conformance/**/*.test.ts'],
          // A test waits for its servers' processes most of the time, so that the one worker which
          // two cores get would leave half of them idle. Another number takes a group of its own.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          // Real servers start and stop here.
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
