import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { test as base, expect } from '@playwright/test';
import { launch } from './browserRules/chromium.ts';
import { ORIGIN_RULES } from './origins/cases.ts';
import { playInChromium } from './origins/chromium.ts';
import { playInEngine, toSettings } from './origins/engine.ts';
import type { Site } from './origins/site.ts';
import { startSite } from './origins/site.ts';

interface WorkerFixtures {
  readonly chromium: BrowserContext;
  readonly api: Site;
  readonly pages: Site;
}

const test = base.extend<object, WorkerFixtures>({
  chromium: [
    // biome-ignore lint/correctness/noEmptyPattern: the form that Playwright demands.
    async ({}, use) => {
      const profile = mkdtempSync(join(tmpdir(), 'origins-'));
      const context = await launch(profile, { thirdPartyCookies: 'allowed', shortRule: false });
      await use(context);
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
});

for (const { rule, cases } of ORIGIN_RULES) {
  test(rule, async ({ chromium, api, pages }) => {
    for (const each of cases) {
      const { cors, credentials, design } = each;
      const settings = toSettings(each, { page: pages.port, server: api.port });
      const real = await playInChromium(chromium, settings, design.strategy, api);
      const about = `cors ${cors}, credentials ${credentials}`;
      expect(await playInEngine(settings, design.strategy), about).toEqual(real);
    }
  });
}
