import { expect, open, type Page, playback, settle, stage, test, visitEach } from './page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Lists what of both lanes' clients and servers is not whole between the upper edge and the bar. */
const listHidden = (page: Page) =>
  page.evaluate(() => {
    const bar = document.querySelector('[role="toolbar"]')?.getBoundingClientRect();
    const lanes = document.querySelectorAll(
      'section[aria-label="Client and server"] [role="group"]',
    );
    return [...lanes].flatMap((lane) =>
      [...lane.querySelectorAll('h4')].flatMap((title) => {
        const box = title.parentElement?.parentElement?.getBoundingClientRect();
        const isSeen = bar && box && box.top >= 0 && box.bottom <= bar.top;
        return isSeen ? [] : [`${lane.getAttribute('aria-label')}: ${title.textContent}`];
      }),
    );
  });

const CASES = [
  ...[0, 4, 7, 12].map((step) => `#step=${step}`),
  '#scenario=stolen-then-logout&step=8',
];

test('on a phone both lanes are seen one above the other, with playback', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visitEach(page, CASES, async () => {
    await expect(stage(page).getByRole('heading', { name: 'Server' })).toHaveCount(2);
    await stage(page).evaluate((element) => scrollBy(0, element.getBoundingClientRect().top));
    await expect(playback(page)).toBeInViewport({ ratio: 1 });
    await expect.poll(() => listHidden(page)).toEqual([]);
    for (const name of ['Session-based', 'Token-based']) {
      await expect(stage(page).getByRole('group', { name })).toBeInViewport();
    }
  });
});

test('stage and playback are on the screen together on the smallest ones', async ({ page }) => {
  await open(page, '#step=7');
  for (const size of [
    { width: 320, height: 360 },
    { width: 320, height: 568 },
    { width: 844, height: 390 },
  ]) {
    const at = `${size.width}×${size.height}`;
    await page.setViewportSize(size);
    await settle(page);
    await stage(page).evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await expect(playback(page), at).toBeInViewport({ ratio: 1 });
    const first = stage(page).getByRole('group', { name: 'Session-based' });
    await expect(first.getByRole('heading', { name: 'Client' }), at).toBeInViewport({ ratio: 1 });
    await expect(first.getByRole('heading', { name: 'Server' }), at).toBeInViewport({ ratio: 1 });
  }
});

test('the lanes stand one above the other up to 639, and side by side from 640 on', async ({
  page,
}) => {
  await open(page);
  for (const [width, isBeside] of [
    [639, false],
    [640, true],
    [844, true],
  ] as const) {
    await page.setViewportSize({ width, height: 700 });
    await settle(page);
    const [a, b] = await Promise.all(
      ['Session-based', 'Token-based'].map((name) =>
        stage(page).getByRole('group', { name }).boundingBox(),
      ),
    );
    expect(a?.y === b?.y, `at ${width}`).toBe(isBeside);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  }
});
