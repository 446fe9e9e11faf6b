import type { Locator, Page } from '@playwright/test';
import { CHECKPOINT_STEPS, TRACKER_COLUMNS } from '../lesson/walkFacts.ts';
import { expect, LAST_STEP, open, table, test, tracker } from './page.ts';

const heads = (page: Page) => tracker(page).getByRole('columnheader');
const details = (page: Page) => table(page).locator('td code');
/** How many of some can be read: what keeps its room only cannot. */
const countVisible = (found: Locator) =>
  found.evaluateAll(
    (all) => all.filter((one) => getComputedStyle(one).visibility === 'visible').length,
  );

/** Columns of the tracker whose values can be read. */
const countFilled = (page: Page) => countVisible(tracker(page).locator('tbody tr:first-child td'));

test('beside the stage a value is read from its step on, and not before', async ({ page }) => {
  await open(page);
  const names = await heads(page).allTextContents();
  expect(names.slice(1)).toEqual(TRACKER_COLUMNS);
  const all = await details(page).count();
  expect(all).toBeGreaterThan(20);
  let before = -1;
  for (let step = 0; step <= LAST_STEP; step++) {
    if (step > 0) await page.keyboard.press('ArrowRight');
    const reached = CHECKPOINT_STEPS.filter((at) => at <= step).length;
    await expect.poll(() => countFilled(page), `step ${step}`).toBe(reached);
    const seen = await countVisible(details(page));
    expect(seen, `step ${step}`).toBeGreaterThanOrEqual(before);
    if (step === 0) expect(seen).toBe(0);
    before = seen;
  }
  expect(before).toBe(all);
  // The plan is there from the start: every row, with its words.
  await page.keyboard.press('Home');
  await expect(table(page).getByText('No server cleanup needed')).toBeVisible();
});

test('what a question is about has no row that tells its end before it', async ({ page }) => {
  await open(page, '#scenario=stolen-then-logout&step=3');
  const last = table(page).getByRole('row').last();
  await expect(last.getByRole('rowheader')).toBeVisible();
  expect(await countVisible(last.getByRole('cell').filter({ hasText: /[a-z]/ }))).toBe(0);
  const sign = (one: Element) => getComputedStyle(one, '::before').content;
  expect(await last.locator('td').last().evaluate(sign)).toBe('"…"');
  await page.keyboard.press('End');
  await expect
    .poll(() => countVisible(last.getByRole('cell').filter({ hasText: /[a-z]/ })))
    .toBe(3);
});

test('the reference has the whole table and tracker at any step', async ({ page }) => {
  await open(page, '#view=reference&step=1');
  await expect(page.getByText(/^To look things up: the whole table and tracker/)).toBeVisible();
  expect(await countVisible(details(page))).toBe(await details(page).count());
  expect(await countFilled(page)).toBe(CHECKPOINT_STEPS.length);
});
