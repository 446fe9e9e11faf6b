import { judge, layOutAll, readLayoutAlong } from './layout.ts';
import {
  expect,
  follow,
  LAST_STEP,
  lookAlong,
  nextPaint,
  nextPaintHere,
  open,
  type Page,
  playback,
  SIZES,
  STEPS_THERE_AND_BACK,
  settle,
  stage,
  THERE_AND_BACK,
  table,
  test,
  tracker,
  visitEach,
  walkThere,
} from './page.ts';

const ALL = ['desktop', 'tablet', 'phone', 'narrow'] as const;
const COLUMNS = ['both', 'session', 'token'] as const;

for (const size of ALL) {
  test.describe(`at ${SIZES[size].width} wide`, () => {
    test.use({ viewport: SIZES[size] });

    test('nothing moves, is cut off or scrolls sideways, in any columns', async ({ page }) => {
      const hashes = COLUMNS.map((columns) => `#step=0&columns=${columns}`);
      await visitEach(page, hashes, async (columns) => {
        await layOutAll(page);
        const all = await readLayoutAlong(page, THERE_AND_BACK);
        const { steps, moves, spills } = judge(all);
        expect.soft(steps, columns).toEqual(STEPS_THERE_AND_BACK);
        expect.soft(moves, `moved, ${columns}`).toEqual([]);
        expect.soft(spills, `cut off or sticking out, ${columns}`).toEqual([]);
        const widths = new Set(all.map(({ seen }) => seen.width));
        expect.soft([...widths], `width, ${columns}`).toEqual([SIZES[size].width]);
      });
    });

    test('a value opened in full does not make the page scroll sideways', async ({ page }) => {
      await open(page, '#step=6');
      for (const name of ['sessionStore', 'sessionCookie', 'token']) {
        await tracker(page).getByRole('button', { name }).click();
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, name).toBeLessThanOrEqual(SIZES[size].width);
      }
    });
  });
}

/** Has the browser count how far things shift, also where that follows a key: no step may shift anything. */
const countShifts = (page: Page) =>
  page.evaluate(() => {
    const found = { shifted: 0 };
    Object.assign(window, { found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & {
          value: number;
          sources: { node: Node | null }[];
        };
        // Rows move inside a box that scrolls; credentials and messages are meant to.
        const places = sources.map(({ node }) => (node instanceof Element ? node : null));
        const free = 'table, [role="group"], [aria-label="HTTP messages"], p > code, dl, pre';
        if (places.every((place) => !place || place.closest(free))) continue;
        found.shifted += value;
      }
    }).observe({ type: 'layout-shift' });
  });

test('the browser counts no layout shift while stepping, at any width', async ({ page }) => {
  await open(page);
  await page.waitForLoadState('networkidle');
  await countShifts(page);
  // Those that people have, and both sides of each that the styles name.
  for (const width of [
    1440, 1439, 1320, 1319, 1280, 1200, 1199, 1100, 1099, 1024, 768, 767, 390, 320,
  ]) {
    await page.setViewportSize({ width, height: 800 });
    await settle(page);
    await page.evaluate(() => {
      (window as unknown as { found: { shifted: number } }).found.shifted = 0;
    });
    const walked = await lookAlong(page, THERE_AND_BACK, nextPaintHere);
    expect
      .soft(
        walked.map(({ step }) => step),
        `at ${width}`,
      )
      .toEqual(STEPS_THERE_AND_BACK);
    const read = () => (window as unknown as { found: { shifted: number } }).found.shifted;
    expect.soft(await page.evaluate(read), `at ${width}`).toBe(0);
    if (width < 1100) continue;
    // Beside the table it is no wider than its box.
    const hidden = await tracker(page)
      .locator('..')
      .evaluate((box) => box.scrollWidth - box.clientWidth);
    expect.soft(hidden, `tracker at ${width}`).toBe(0);
  }
});

/** Lists the nodes that are not under the ticks of their steps, of which the flow names some. */
async function expectUnderTicks(page: Page, nodes: readonly (readonly [string, number, number])[]) {
  const ticks = playback(page).locator('[data-done]');
  for (const [name, from, to] of nodes) {
    const [first, last] = [await ticks.nth(from).boundingBox(), await ticks.nth(to).boundingBox()];
    const node = await page.getByRole('button', { name }).boundingBox();
    if (!first || !last || !node) throw new Error(`no box of ${name}`);
    // A node keeps the same distance from both edges of its columns: 2 px, or less where they are narrow.
    const before = node.x - first.x;
    expect(before, name).toBeGreaterThan(0);
    expect(before, name).toBeLessThan(3);
    expect(last.x + last.width - node.x - node.width, name).toBeCloseTo(before, 0);
  }
}

test('the whole flow is under the slider, each node under the ticks of its steps, at any width', async ({
  page,
}) => {
  const flow = page.getByRole('region', { name: 'Flow diagram' });
  for (const [hash, nodes] of [
    [
      '#step=7',
      [
        ['User sends login request', 1, 1],
        ['Server checks session ID', 6, 7],
        ['Destroy session on server', 9, 10],
      ],
    ],
    ['#scenario=stolen-then-logout&step=8', [['Steal the credential', 2, 2]]],
  ] as const) {
    await page.goto('about:blank');
    await open(page, `${hash}&predict=0`);
    for (const size of Object.values(SIZES)) {
      await page.setViewportSize(size);
      await flow.scrollIntoViewIfNeeded();
      await settle(page);
      await expectUnderTicks(page, nodes);
      const hidden = await flow.evaluate(({ children: [, box] }) =>
        box ? box.scrollWidth - box.clientWidth : null,
      );
      expect(hidden, `${hash} at ${size.width}`).toBe(0);
    }
  }
});

test('playback is one bar of at most 64 px, on the screen with the stage, at any size', async ({
  page,
}) => {
  await open(page, '#step=6');
  for (const [name, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size);
    await settle(page);
    const box = await playback(page).boundingBox();
    expect(box?.height, name).toBeLessThanOrEqual(64);
    await expect(playback(page), name).toBeInViewport({ ratio: 1 });
  }
});

/** Lists the steps whose rows are whole in the table's box, below its head. */
const listWholeRows = (page: Page) =>
  table(page).evaluate((element) => {
    const top = element.querySelector('thead')?.getBoundingClientRect().bottom ?? 0;
    const end = element.parentElement?.getBoundingClientRect().bottom ?? 0;
    return [...element.querySelectorAll<HTMLElement>('tr[data-step]')]
      .filter((row) => {
        const box = row.getBoundingClientRect();
        return box.top >= top - 1 && box.bottom <= end;
      })
      .map((row) => Number(row.dataset.step));
  });

/** Lists the cells whose sign is on another line than the word before it. */
const listLoneSigns = (page: Page) =>
  table(page)
    .locator('td > [data-tone]')
    .evaluateAll((signs) =>
      signs.flatMap((sign) => {
        const words = document.createRange();
        words.selectNodeContents(sign.previousSibling ?? sign);
        const last = [...words.getClientRects()].at(-1);
        const icon = sign.firstElementChild?.getBoundingClientRect();
        const isBeside = last && icon && icon.top < last.bottom && icon.bottom > last.top;
        return isBeside ? [] : [sign.parentElement?.textContent];
      }),
    );

test('at 1440×900 stage, playback, current row and tracker are in view at every step', async ({
  page,
}) => {
  await page.setViewportSize(SIZES.desktop);
  await open(page);
  await walkThere(page, async (step) => {
    await nextPaint(page);
    await expect.soft(stage(page), `stage at ${step}`).toBeInViewport({ ratio: 1 });
    await expect.soft(playback(page), `playback at ${step}`).toBeInViewport({ ratio: 1 });
    for (const name of ['sessionStore', 'sessionCookie', 'token']) {
      const row = tracker(page).getByRole('rowheader', { name, exact: true });
      await expect.soft(row, `${name} at ${step}`).toBeInViewport();
    }
    // Nothing is veiled that is whole.
    await expect
      .soft(tracker(page).locator('xpath=ancestor::section'))
      .not.toHaveAttribute('data-below');
    if (step === 0) return;
    const row = table(page).locator('[aria-current="step"]');
    await expect.soft(row, `row at ${step}`).toBeInViewport({ ratio: 1 });
    // One of three at least, with the one to come; at the end the last three.
    const next = Math.min(step + 1, LAST_STEP);
    await expect
      .poll(() => listWholeRows(page), `rows at ${step}`)
      .toEqual(expect.arrayContaining(step === LAST_STEP ? [10, 11, 12] : [step, next]));
    expect.soft((await listWholeRows(page)).length, `rows at ${step}`).toBeGreaterThanOrEqual(3);
    const panes = page.locator('#table > *');
    const ends = await panes.evaluateAll((all) =>
      all.map((pane) => Math.round(pane.getBoundingClientRect().bottom)),
    );
    expect.soft(new Set(ends).size, `the dock’s two ends at ${step}: ${ends}`).toBe(1);
    await expect.soft(page.locator('[data-cut-above]'), `above at ${step}`).toHaveCount(0);
    // Rows go on below it until the last one is there, and fade into that edge.
    const box = table(page).locator('..');
    const isFadeRight = () =>
      box.evaluate((one) => {
        const end = one.getBoundingClientRect().bottom;
        const last = one.querySelector('tr:last-child td')?.getBoundingClientRect().bottom ?? end;
        return last > end + 1 === 'below' in one.dataset;
      });
    await expect.poll(isFadeRight, `below at ${step}`).toBe(true);
  });
  expect(await page.evaluate(() => scrollY)).toBe(0);
  // So is the row of a run with an answer, somebody else on its stage and many Actions.
  for (const hash of ['#scenario=stolen-then-logout&step=8', '#scenario=refresh-reuse&step=10']) {
    await page.evaluate((next) => location.assign(next), `${hash}&predict=0`);
    await expect(page.getByRole('region', { name: 'Flow diagram' })).toContainText('Steal');
    const row = table(page).locator('[aria-current="step"]');
    await expect.soft(row, hash).toBeInViewport({ ratio: 1 });
  }
  // In a laptop's window the row is seen as well, with its Action; and no sign stands alone on its line.
  for (const width of [1440, 1280, 1100]) {
    await page.setViewportSize({ width, height: 720 });
    await settle(page);
    expect.soft(await listLoneSigns(page), `${width}`).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const hash of [
    '#step=7&predict=0',
    '#step=12&predict=0',
    '#scenario=stolen-then-logout&step=8&predict=0',
  ]) {
    await follow(page, hash);
    const row = table(page).locator('[aria-current="step"]');
    await expect.soft(row, hash).toBeInViewport({ ratio: 0.6 });
    await expect.soft(stage(page), hash).toBeInViewport({ ratio: 1 });
    await expect.soft(playback(page), hash).toBeInViewport({ ratio: 1 });
  }
  expect(await page.evaluate(() => scrollY)).toBe(0);
  // The end moves nothing there, and its ways on stand in rows of more than one.
  for (const id of [
    'csrf-samesite-none',
    'fixation-without-regenerate',
    'two-servers-no-shared-store',
  ]) {
    await follow(page, `#scenario=${id}&step=1&predict=0`);
    const before = (await playback(page).boundingBox())?.y;
    await page.keyboard.press('End');
    const ways = page.getByRole('region', { name: 'Result' }).getByRole('button');
    await expect(ways).toHaveCount(4);
    await settle(page);
    expect.soft((await playback(page).boundingBox())?.y, id).toBeCloseTo(before ?? 0, 0);
    for (const width of [1280, 1440]) {
      await page.setViewportSize({ width, height: width === 1280 ? 720 : 900 });
      const [, ...places] = await ways.evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect().top),
      );
      expect.soft(new Set(places).size, `${id} ${width}`).toBe(1);
    }
    await page.setViewportSize({ width: 1280, height: 720 });
  }
  await page.setViewportSize(SIZES.desktop);
  // With two stores there are more rows than room: they fade where they go on.
  await page.evaluate(() => location.assign('#scenario=two-servers-no-shared-store&step=3'));
  await expect(tracker(page).getByRole('row')).toHaveCount(5);
  const pane = page.getByRole('region', { name: 'Variable tracker' });
  await expect(pane).toHaveAttribute('data-below');
  await pane.evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await expect(pane).not.toHaveAttribute('data-below');
});
