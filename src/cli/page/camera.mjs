import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER_SWITCHES, requireBrowser } from '../machine/browser.mjs';
import { listenFrom } from '../machine/listen.mjs';
import { DIST } from '../machine/paths.mjs';
import { buildIfStale } from './build.mjs';
import { createStaticServer } from './staticServer.mjs';

/** Waits until the page has hydrated, its fonts are there and nothing moves any more. */
async function settle(page) {
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.evaluate(async () => {
    const nextPaint = () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const isBounded = ({ effect }) => effect?.getComputedTiming().endTime !== Infinity;
    await document.fonts.ready;
    await nextPaint();
    const running = document.getAnimations().filter(isBounded);
    await Promise.allSettled(running.map(({ finished }) => finished));
    await nextPaint();
  });
  // Motion that a script drives frame by frame is not on the browser's list; none takes longer.
  await page.waitForTimeout(400);
}

async function takeOne(browser, address, shot, path, fullPage) {
  const { width, height, theme, step } = shot;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  try {
    const page = await context.newPage();
    await page.goto(`${address}/#step=${step}&predict=0`);
    await settle(page);
    await page.screenshot({ path, fullPage });
  } finally {
    await context.close();
  }
}

/** Takes pictures of the built page, one after the other, and yields the path of each. */
export async function* takeScreenshots(shots, folder, fullPage) {
  const executablePath = await requireBrowser();
  await buildIfStale();
  await mkdir(folder, { recursive: true });
  const { port, close } = await listenFrom(() => createStaticServer(DIST), 4299);
  const browser = await chromium.launch({ executablePath, args: BROWSER_SWITCHES });
  try {
    for (const shot of shots) {
      const path = resolve(join(folder, shot.name));
      await takeOne(browser, `http://localhost:${port}`, shot, path, fullPage);
      yield path;
    }
  } finally {
    await browser.close();
    close();
  }
}
