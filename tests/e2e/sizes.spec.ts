import { findSpills } from './layout.ts';
import {
  expect,
  follow,
  nextPaint,
  open,
  type Page,
  playback,
  settle,
  stage,
  table,
  test,
  visitEach,
} from './page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Those that the other tests do not open: a projector, laptops, a phone on its side, a watch's, and 400 % zoom of 1280 by 1024. */
const SIZES = [
  [1920, 1080],
  [1280, 720],
  [960, 540],
  [844, 390],
  [768, 1024],
  [320, 360],
  [320, 256],
] as const;

const HASHES = [
  '#step=0',
  '#step=7',
  '#step=12',
  '#scenario=stolen-then-logout&step=8',
  '#step=6&view=try',
].map((hash) => `${hash}&predict=0`);

/** Names the element that has the focus, where it is out of view or wholly under the bar. */
const findHiddenFocus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const bar = document.querySelector('[role="toolbar"]');
    const name = `${focused.outerHTML.slice(0, 120)} at ${[left, top].map(Math.round)}`;
    if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth)
      return `out: ${name}`;
    if (!bar || bar.contains(focused)) return null;
    const over = bar.getBoundingClientRect();
    const isUnder =
      top >= over.top && bottom <= over.bottom && left >= over.left && right <= over.right;
    return isUnder ? `under the bar: ${name}` : null;
  });

for (const [width, height] of SIZES) {
  test.describe(`at ${width} by ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('nothing is cut off or scrolls sideways, and stage and playback are on the screen together', async ({
      page,
    }) => {
      await visitEach(page, HASHES, async (hash) => {
        await settle(page);
        expect.soft(await findSpills(page), `cut off at ${hash}`).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(wide, `wide at ${hash}`).toBeLessThanOrEqual(width);
      });
      await follow(page, '#step=7&predict=0');
      await stage(page).evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await expect(playback(page)).toBeInViewport({ ratio: 1 });
      const lane = stage(page).getByRole('group', { name: 'Session-based' });
      await expect(lane.getByRole('heading', { name: 'Session-based' })).toBeInViewport();
      if (height < 360) return;
      await expect(lane.getByRole('heading', { name: 'Client' })).toBeInViewport({ ratio: 1 });
      await expect(lane.getByRole('heading', { name: 'Server' })).toBeInViewport({ ratio: 1 });
    });

    test('each stop of the tab order is seen', async ({ page }) => {
      await open(page, '#step=0&predict=0');
      const hidden: string[] = [];
      for (let stop = 1; stop <= 60; stop++) {
        await page.keyboard.press('Tab');
        await nextPaint(page);
        const found = await findHiddenFocus(page);
        if (found) hidden.push(`${stop}: ${found}`);
      }
      expect(hidden).toEqual([]);
    });
  });
}

test('the skip links and the navigation come first, and the table is at most 12 stops away', async ({
  page,
}) => {
  await open(page, '#step=0&predict=0');
  const names: (string | null)[] = [];
  const isInTable = () =>
    table(page).evaluate((element) => element.contains(document.activeElement));
  let stops = 0;
  while (!(await isInTable()) && stops < 20) {
    await page.keyboard.press('Tab');
    stops += 1;
    const focused = page.locator(':focus');
    const name = await focused.textContent();
    names.push(name);
    if (name === 'Skip to the table') {
      await page.keyboard.press('Enter');
      stops += 1;
    }
  }
  expect(names.slice(0, 3)).toEqual(['Skip to the stage', 'Skip to playback', 'Skip to the table']);
  expect(stops).toBeLessThanOrEqual(12);
});

test('Start brings the whole stage of a phone on the screen, and keeps the focus', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '#predict=0');
  await page.getByRole('button', { name: /^Start/ }).click();
  await expect(playback(page)).toBeInViewport({ ratio: 1 });
  await expect(playback(page).getByRole('button', { name: 'Next step' })).toBeFocused();
  for (const name of ['Session-based', 'Token-based']) {
    const lane = stage(page).getByRole('group', { name });
    for (const box of ['Client', 'Server']) {
      await expect(lane.getByRole('heading', { name: box })).toBeInViewport({ ratio: 1 });
    }
  }
  const bar = await playback(page).boundingBox();
  const last = await stage(page)
    .getByRole('heading', { name: 'Server' })
    .last()
    .locator('../..')
    .boundingBox();
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
});

/** As a reader may set it, by WCAG 1.4.12. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }`;

for (const size of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`with wide spacing no text is lost and nothing scrolls sideways, ${size.width} wide`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    const hashes = ['#step=7', '#step=9', '#view=check', '#view=breaks', '#view=reference'];
    const asked = hashes.map((hash) => `${hash}&predict=0`);
    await visitEach(page, asked, async (hash) => {
      await page.evaluate((rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets = [sheet];
      }, SPACING);
      await settle(page);
      const found = await page.evaluate(() => {
        const parts =
          'main section[aria-label="Client and server"] *, main button, main legend, main p';
        const lost = [...document.querySelectorAll<HTMLElement>(parts)]
          .filter((part) => part.checkVisibility() && part.innerText?.trim())
          .filter((part) => !part.closest('svg, .visually-hidden, [aria-hidden="true"]'))
          .filter((part) => {
            const { display, textOverflow, clipPath } = getComputedStyle(part);
            // Cut short where it is to be, and whole in its title.
            if (textOverflow === 'ellipsis' && part.closest('[title]')) return false;
            return display !== 'inline' && clipPath === 'none';
          })
          // The padding at a text's end is room as well.
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 4)
          // A node that comes again has its words a second time, further on.
          .filter((part) => !part.querySelector('[data-again]'))
          .map(
            ({ innerText, scrollWidth, clientWidth }) =>
              `“${innerText.slice(0, 40)}”: ${scrollWidth} in ${clientWidth}`,
          );
        return { lost, wide: document.documentElement.scrollWidth - innerWidth };
      });
      expect.soft(found.lost, hash).toEqual([]);
      expect.soft(found.wide, hash).toBeLessThanOrEqual(0);
    });
  });
}
