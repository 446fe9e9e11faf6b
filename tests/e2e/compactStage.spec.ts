import { expect, open, stage, test } from './page.ts';

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
