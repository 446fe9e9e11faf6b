import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base, expect } from '@playwright/test';
import { launch } from '../browserRules/chromium.ts';
import type { OriginCase } from './cases.ts';
import { playInChromium } from './chromium.ts';
import { playInEngine, toSettings } from './engine.ts';
import type { Site } from './site.ts';
import { startSite } from './site.ts';

interface WorkerFixtures {
  readonly thirdPartyCookies: 'allowed' | 'blocked';
  /** One page for all cases: another one for each would cost more than all that is done in it. */
  readonly chromiumPage: Page;
  readonly api: Site;
  readonly pages: Site;
}

interface TestFixtures {
  /** Plays cases in Chromium and in the engine, and expects the same. */
  readonly prove: (cases: readonly OriginCase[]) => Promise<void>;
}

/** A test with a Chromium of its own, an API, and a site with the page of a front end. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  thirdPartyCookies: ['allowed', { option: true, scope: 'worker' }],
  chromiumPage: [
    async ({ thirdPartyCookies }, use) => {
      const profile = mkdtempSync(join(tmpdir(), 'origins-'));
      const context = await launch(profile, { thirdPartyCookies, shortRule: false });
      await use(context.pages()[0] ?? (await context.newPage()));
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  api: [
    // biome-ignore lint/correctness/noEmptyPattern: the form that Playwright demands.
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  pages: [
    // biome-ignore lint/correctness/noEmptyPattern: the form that Playwright demands.
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  prove: async ({ chromiumPage, api, pages, thirdPartyCookies }, use) => {
    await use(async (cases) => {
      for (const each of cases) {
        const { cors, credentials, design } = each;
        const settings = {
          ...toSettings(each, { page: pages.port, server: api.port }),
          ...(thirdPartyCookies === 'blocked' && { thirdPartyCookies }),
        };
        const real = await playInChromium(chromiumPage, settings, design.strategy, api);
        const about = `cors ${cors}, credentials ${credentials}`;
        expect(await playInEngine(settings, design.strategy), about).toEqual(real);
      }
    });
  },
});
