import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from '../../src/cli/machine/paths.mjs';
import {
  expect,
  expectStep,
  goTo,
  LAST_STEP,
  open,
  type Page,
  test,
  tracker,
  walkThere,
} from './page.ts';

// Nothing may be there that another test has fetched.
test.use({ reuseContext: false });

const footer = (page: Page) => page.locator('footer');

/** The names of the scripts that come late, as the page has them; what only a frame needs is not among them. */
const listLate = () => {
  const page = readFileSync(join(process.env.E2E_DIST ?? DIST, 'index.html'), 'utf8');
  const [, names = ''] = /data-late="([^"]+)"/.exec(page) ?? [];
  return names.split(' ').map((name) => name.replace('./', ''));
};

test('once loaded it works offline', async ({ page, context }) => {
  await open(page);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await walkThere(page, (step) => expectStep(page, step));
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Next step');
  await page.keyboard.press('Escape');
  for (const name of ['sessionStore', 'sessionCookie', 'token']) {
    await tracker(page).getByRole('button', { name }).click();
  }
  const all = page.getByRole('radio', { name: 'All steps' });
  await expect(async () => all.check({ force: true, timeout: 1000 })).toPass();
  await expect(tracker(page).getByRole('columnheader')).toHaveCount(LAST_STEP + 2);
  await context.setOffline(false);
});

/** Uses the page, until its run has been checked once more where that is read. */
async function useOnce(page: Page) {
  await open(page);
  await page.keyboard.press('ArrowRight');
  await footer(page).scrollIntoViewIfNeeded();
  await expect(footer(page)).toContainText('Run again in this browser');
}

/** The names of all that the page has fetched. */
const listFetched = (page: Page) =>
  page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)),
  );

test('who is to save data fetches nothing that nobody wants', async ({ page }) => {
  await useOnce(page);
  await page.waitForLoadState('networkidle');
  const fetched = await listFetched(page);
  expect(fetched.length).toBeGreaterThan(0);
  expect(listLate().filter((name) => !fetched.includes(name)).length).toBeGreaterThan(50);
});

test.describe('where data need not be saved', () => {
  test.use({ savesData: false });

  test('once used it has fetched all of itself, and runs what-ifs offline', async ({
    page,
    context,
  }) => {
    await useOnce(page);
    expect(listLate().length).toBeGreaterThan(50);
    await expect.poll(() => listFetched(page)).toEqual(expect.arrayContaining(listLate()));
    await context.setOffline(true);
    const scenarios = page.getByRole('combobox', { name: 'Scenario' });
    for (const id of ['stolen-then-logout', 'alg-none-naive-verifier', 'refresh-reuse']) {
      await scenarios.selectOption(id);
      const title = await scenarios.locator(`option[value="${id}"]`).textContent();
      await expect(page.getByRole('region', { name: `About: ${title}` })).toBeVisible();
    }
    // What is in the other places came with the first use.
    await goTo(page, 'Reference');
    const file = page.getByRole('radio', { name: 'client.js' });
    // What comes into view is laid out only then, and may move once more.
    await expect(async () => file.check({ force: true, timeout: 1000 })).toPass();
    await expect(page.getByRole('group', { name: 'client.js' })).toBeVisible();
    await context.setOffline(false);
  });
});
