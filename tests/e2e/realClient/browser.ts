import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { BROWSER_SWITCHES, findBrowserHere } from '../../../src/cli/machine/browser.mjs';

export interface RealBrowser {
  /** Its first tab. */
  readonly page: Page;
  readonly context: BrowserContext;
  /** Ends the browser and starts it anew, with the same profile. */
  restart(): Promise<Page>;
  close(): Promise<void>;
}

/** Starts a Chromium with a profile of its own. `keepsPages`: with the back/forward cache, which Playwright switches off. */
export async function startBrowser({ keepsPages = false } = {}): Promise<RealBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'authtrace-profile-'));
  const launch = () =>
    chromium.launchPersistentContext(profile, {
      executablePath: findBrowserHere() ?? undefined,
      args: BROWSER_SWITCHES,
      ...(keepsPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    });
  let context = await launch();
  const toPage = async () => context.pages()[0] ?? (await context.newPage());
  let page = await toPage();
  return {
    get page() {
      return page;
    },
    get context() {
      return context;
    },
    async restart() {
      await context.close();
      context = await launch();
      page = await toPage();
      return page;
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
