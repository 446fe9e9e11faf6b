import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { DIST } from '../../src/cli/machine/paths.mjs';
import { expect, notices, open, type Page } from './page.ts';

// A file that does not come is a complaint of the browser's own, and what another test fetched is here.
const test = base.extend({});
test.use({ reuseContext: false });

const whatIfs = (page: Page) => page.locator('#what-if');
const openWhatIfs = (page: Page) => page.getByRole('button', { name: 'What if…' }).click();
const tryAgain = (page: Page) => whatIfs(page).getByRole('button', { name: 'Try again' }).click();
const panel = (page: Page) => page.getByRole('region', { name: 'What if, from here?' });

/** Lets the files whose names match fail as often as told; counts what was asked for. */
async function lose(
  page: Page,
  names: string,
  { times, status }: { times: number; status: number },
) {
  const asked: string[] = [];
  await page.route(`**/assets/{${names}}-*.js*`, (route) => {
    asked.push(route.request().url());
    if (asked.length > times) return route.continue();
    return status === 0 ? route.abort() : route.fulfill({ status, body: 'cut {' });
  });
  return asked;
}

for (const [how, file, status] of [
  ['is not there', 'WhatIfPanel', 404],
  ['is broken off', 'runner', 0],
] as const) {
  test(`a part whose file ${how} says so where it is seen, and comes when asked again`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await lose(page, file, { times: 1, status });
    await open(page);
    await openWhatIfs(page);
    await expect(whatIfs(page).getByRole('alert')).toHaveText(
      'The what-ifs could not be loaded. Try again',
    );
    await expect(whatIfs(page).getByRole('alert')).toBeInViewport();
    await tryAgain(page);
    await expect(panel(page)).toBeVisible();
  });
}

test('a file that comes cut off is asked for under another address, which nobody has kept', async ({
  page,
}) => {
  const asked = await lose(page, 'WhatIfPanel', { times: 1, status: 200 });
  await open(page);
  await openWhatIfs(page);
  await expect(panel(page)).toBeVisible();
  expect(asked.some((url) => url.includes('?again='))).toBe(true);
});

test('after a deploy the page is loaded anew, once, at the same step', async ({ page }) => {
  const names = readdirSync(join(process.env.E2E_DIST ?? DIST, 'assets'));
  expect(names.some((name) => name.startsWith('WhatIfPanel-'))).toBe(true);
  await lose(page, 'WhatIfPanel', { times: 1000, status: 404 });
  await open(page, '#step=3');
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await openWhatIfs(page);
  await tryAgain(page);
  await expect.poll(() => loads).toBe(1);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  // In the same place, where it is asked for by itself.
  expect(new URL(page.url()).hash).toBe('#step=3&view=try');
  await tryAgain(page);
  await tryAgain(page);
  await expect(whatIfs(page).getByRole('alert')).toBeVisible();
  expect(loads).toBe(1);
});

test('a run that does not come stays in the address, and a reload brings it', async ({ page }) => {
  const run = Buffer.from(
    JSON.stringify({ authtrace: 1, settings: {}, actions: [{ type: 'login' }, { type: 'steal' }] }),
  ).toString('base64url');
  const hash = `#step=2&run=${run}`;
  await lose(page, 'runner', { times: 1, status: 0 });
  await page.goto(`/${hash}`);
  await expect(notices(page)).toContainText('The run in the address could not be opened');
  await page.waitForTimeout(400); // Longer than the address waits to be written.
  expect(new URL(page.url()).hash).toBe(hash);
  await page.reload();
  const own = page.getByRole('region', { name: 'Your run' });
  await expect(own.getByRole('button', { name: /^Take back: / })).not.toHaveCount(0);
});

test('waiting is said, and offline too', async ({ page, context }) => {
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route('**/assets/WhatIfPanel-*.js', async (route) => {
    await coming;
    await route.continue();
  });
  await open(page);
  await openWhatIfs(page);
  await expect(whatIfs(page)).toHaveText('The what-ifs: loading …');
  come();
  await expect(panel(page)).toBeVisible();
  // Back to the walk, which a reload opens then.
  await openWhatIfs(page);
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('');
  await page.reload();
  await page.locator('html[data-ready][data-alive]').waitFor({ state: 'attached' });
  await context.setOffline(true);
  await openWhatIfs(page);
  await expect(whatIfs(page)).toHaveText('The what-ifs: waiting for the network. Try again');
  await context.setOffline(false);
  await expect(panel(page)).toBeVisible();
});
