import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from '../../src/cli/paths.mjs';
import {
  expect,
  expectStep,
  LAST_STEP,
  nextPaint,
  open,
  type Page,
  SIZES,
  stage,
  test,
  tracker,
  walkThere,
} from './page.ts';

const footer = (page: Page) => page.locator('footer');

/** The name of every script of the built page. */
const listScripts = () =>
  readdirSync(join(process.env.E2E_DIST ?? DIST, 'assets')).filter((name) => name.endsWith('.js'));

/** Expects the stage to show the picture that a fresh page shows at a step. */
async function expectPicture(page: Page, step: number) {
  await expectStep(page, step);
  const shown = await stage(page).innerText();
  await page.goto('about:blank');
  await open(page, `#step=${step}`);
  expect(shown).toBe(await stage(page).innerText());
}

test('a held arrow key never queues', async ({ page }) => {
  await open(page);
  await page.keyboard.down('ArrowRight');
  for (let i = 0; i < 30; i++) await page.keyboard.down('ArrowRight');
  await page.keyboard.up('ArrowRight');
  await expectStep(page, LAST_STEP);
  for (let i = 0; i < 7; i++) await page.keyboard.down('ArrowLeft');
  await page.keyboard.up('ArrowLeft');
  await nextPaint(page);
  await expectPicture(page, 5);
});

test('keys mashed at random end where they should', async ({ page }) => {
  await open(page);
  const keys = ['ArrowRight', 'ArrowLeft', 'PageDown', 'End', 'Home', 's', 't', 'b', '+', '-', ' '];
  let seed = 7;
  for (let i = 0; i < 200; i++) {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    await page.keyboard.press(keys[seed % keys.length] ?? 'b');
  }
  for (const key of ['b', 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight']) {
    await page.keyboard.press(key);
  }
  await expectPicture(page, 3);
});

test('fifty presses in one task take one picture', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    for (let i = 0; i < 50; i++) {
      const key = i % 3 === 2 ? 'ArrowLeft' : 'ArrowRight';
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
  });
  await expectPicture(page, 12);
});

test('reduced motion puts a credential at its place at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '#step=3');
  await page.waitForLoadState('networkidle');
  const read = () =>
    stage(page).evaluate((root) =>
      [...root.querySelectorAll('[role="group"] span')].map((element) => {
        const { x, y } = element.getBoundingClientRect();
        return `${element.textContent} ${Math.round(x)} ${Math.round(y)}`;
      }),
    );
  for (let step = 4; step <= 9; step++) {
    await page.keyboard.press('ArrowRight');
    await nextPaint(page);
    const soon = await read();
    await page.waitForTimeout(320);
    expect(await read(), `step ${step}`).toEqual(soon);
  }
});

test('with motion a step has come to rest after 250 ms and a frame or two', async ({ page }) => {
  await open(page, '#step=3');
  await page.waitForLoadState('networkidle');
  for (let step = 4; step <= LAST_STEP; step++) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(400);
    const moved = await stage(page)
      .locator('[style*="transform"]')
      .evaluateAll((all) => all.filter((e) => getComputedStyle(e).transform !== 'none').length);
    expect(moved, `step ${step}`).toBe(0);
  }
});

test('without crypto.subtle the walk works and the footer says what is missing', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });
  });
  await open(page);
  await walkThere(page, (step) => expectStep(page, step));
  await expect(footer(page)).toContainText('without it nothing can be signed');
});

test('with it the run is checked, to the byte', async ({ page }) => {
  await open(page);
  await expect(footer(page)).toContainText('Not yet run again');
  await page.keyboard.press('ArrowRight');
  await expect(footer(page)).toContainText('the same token, the same cookie, the same messages');
});

test('once loaded it works offline', async ({ page, context }) => {
  await open(page);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await walkThere(page, (step) => expectStep(page, step));
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  for (const name of ['sessionStore', 'sessionCookie', 'token']) {
    await tracker(page).getByRole('button', { name }).click();
  }
  const file = page.getByRole('radio', { name: 'client.js' });
  await file.scrollIntoViewIfNeeded();
  // What comes into view is laid out only then, and may move once more.
  await expect(async () => file.check({ force: true, timeout: 1000 })).toPass();
  await page.getByRole('radio', { name: 'All steps' }).check({ force: true });
  await expect(tracker(page).getByRole('columnheader')).toHaveCount(LAST_STEP + 2);
  await context.setOffline(false);
});

test('once used it has fetched all of itself, and runs what-ifs offline', async ({
  page,
  context,
}) => {
  await open(page);
  await page.keyboard.press('ArrowRight');
  await expect(footer(page)).toContainText('Run again in this browser');
  const fetched = () =>
    page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)),
    );
  await expect.poll(fetched).toEqual(expect.arrayContaining(listScripts()));
  await context.setOffline(true);
  const scenarios = page.getByRole('combobox', { name: 'Scenario' });
  for (const id of ['stolen-then-logout', 'alg-none-naive-verifier', 'refresh-reuse']) {
    await scenarios.selectOption(id);
    const title = await scenarios.locator(`option[value="${id}"]`).textContent();
    await expect(page.getByRole('region', { name: `About: ${title}` })).toBeVisible();
  }
  await context.setOffline(false);
});

test('a window that changes its size keeps the step and the row in view', async ({ page }) => {
  await open(page, '#step=11');
  for (const size of [SIZES.phone, SIZES.desktop, SIZES.narrow, SIZES.tablet, SIZES.desktop]) {
    await page.setViewportSize(size);
    await nextPaint(page);
    await expectStep(page, 11);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(size.width);
  }
  await expect(page.locator('tr[aria-current="step"]')).toBeInViewport();
  await expectPicture(page, 11);
});
