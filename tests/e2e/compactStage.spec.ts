import { Collection, findSpills } from './layout.ts';
import { expect, LAST_STEP, open, playback, settle, stage, test } from './page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const [width, isBeside] of [
  [639, false],
  [640, true],
  [844, true],
] as const) {
  test(`the lanes stand ${isBeside ? 'side by side' : 'one above the other'} at ${width}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    await open(page);
    const [a, b] = await Promise.all(
      ['Session-based', 'Token-based'].map((name) =>
        stage(page).getByRole('group', { name }).boundingBox(),
      ),
    );
    expect(a?.y === b?.y).toBe(isBeside);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  });
}

test('in a low frame what both lanes send stands above the bar', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await open(page, '#embed=1&step=4');
  const bar = await playback(page).boundingBox();
  for (const text of ['in Set-Cookie', 'JWT']) {
    const sent = stage(page).getByText(text).last();
    const box = await sent.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0), text).toBeLessThanOrEqual(bar?.y ?? 0);
  }
  // At every step both sentences are, and nothing is cut for it.
  const spills = new Collection();
  const next = playback(page).getByRole('button', { name: 'Next step' });
  await playback(page).getByRole('button', { name: 'First step' }).click();
  for (let step = 1; step < LAST_STEP; step++) {
    await next.click();
    await settle(page);
    const ends = await stage(page)
      .getByRole('group')
      .evaluateAll((lanes) =>
        lanes.map((lane) => lane.lastElementChild?.getBoundingClientRect().bottom),
      );
    expect
      .soft(Math.max(...ends.map((end) => end ?? 0)), `${step}`)
      .toBeLessThanOrEqual(bar?.y ?? 0);
    spills.add(step, await findSpills(page));
  }
  expect.soft(spills.list()).toEqual([]);
  // At the end the result is seen there too, whoever sets the frame's height.
  await next.click();
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toBeInViewport({ ratio: 1 });
});
