import { expect, expectStep, open, playback, SIZES, test } from './page.ts';

for (const size of [SIZES.desktop, SIZES.phone, { width: 320, height: 568 }] as const) {
  test(`the Next button asks first, nothing moves, and the guess is answered, ${size.width} wide`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await open(page, '#step=7');
    const isPhone = size.width < 768;
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
    // On a phone it would stand above what is seen: there it comes when it is asked, as a sheet.
    await expect(group).toBeVisible({ visible: !isPhone });
    // As a finger does: Playwright's own click scrolls to where the bar would be if it did not stick.
    const { x = 0, y = 0 } = (await next.boundingBox()) ?? {};
    await page.mouse.click(x + 8, y + 8);
    await expect(group.getByRole('radio').first()).toBeFocused();
    await expectStep(page, 8);
    if (isPhone) {
      // A sheet that ends where the bar begins; the lane that is asked about is seen above it.
      await expect(group).toBeInViewport({ ratio: 1 });
      const sheet = await page.locator('[data-predict]').boundingBox();
      const bar = await playback(page).boundingBox();
      expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBeCloseTo(bar?.y ?? 0, 0);
      expect(sheet?.y).toBeGreaterThan(size.height / 3);
      const seen = await page.getByRole('group', { name: 'Session-based' }).boundingBox();
      expect(seen?.y).toBeGreaterThan(-1);
      expect(seen?.y).toBeLessThan(size.height / 3);
    }
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expectStep(page, 9);
    await expect(page.getByText(/^You said “.*”[.,]/)).toBeVisible();
    const said = page.getByRole('group', { name: 'Session-based' }).getByText(/^You said “.*”$/);
    // There the card says it, over the bar.
    await expect(said).toBeVisible({ visible: !isPhone });
    await expect(next).toBeFocused();
    const shifted = await page.evaluate(
      () => (window as unknown as { found: { shifted: number } }).found.shifted,
    );
    expect(shifted).toBe(0);
    const fold = page.getByRole('button', { name: 'Show the lanes' });
    await expect(fold).toBeVisible({ visible: isPhone });
    if (!isPhone) return;
    // In one line, and whole again.
    const high = async () => (await page.locator('[data-predict]').boundingBox())?.height;
    const whole = await high();
    await fold.click();
    expect(await high()).toBeLessThanOrEqual(48);
    await page.getByRole('button', { name: 'Show the question' }).click();
    expect(await high()).toBe(whole);
  });
}
