import { expect, expectStep, open, playback, test } from './page.ts';

test('the Next button asks first, nothing moves, and the guess is answered', async ({ page }) => {
  await open(page, '#step=7');
  await page.evaluate(() => {
    const found = { shifted: 0 };
    Object.assign(window, { found });
    new PerformanceObserver((list) => {
      const entries = list.getEntries() as (PerformanceEntry & { value: number })[];
      for (const { value } of entries) found.shifted += value;
    }).observe({ type: 'layout-shift' });
  });
  const next = playback(page).getByRole('button', { name: 'Next step' });
  await next.click();
  await expectStep(page, 8);
  const group = page.getByRole('group', { name: 'Before you go on' });
  await expect(group).toBeVisible();
  await next.click();
  await expect(group.getByRole('radio').first()).toBeFocused();
  await expectStep(page, 8);
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expectStep(page, 9);
  await expect(page.getByText(/^You said “.*”[.,]/)).toBeVisible();
  const said = page.getByRole('group', { name: 'Session-based' }).getByText(/^You said “.*”$/);
  await expect(said).toBeVisible();
  await expect(next).toBeFocused();
  const shifted = await page.evaluate(
    () => (window as unknown as { found: { shifted: number } }).found.shifted,
  );
  expect(shifted).toBe(0);
});
