import {
  expect,
  expectStep,
  LAST_STEP,
  MOVING,
  nextPaint,
  open,
  type Page,
  SIZES,
  settle,
  stage,
  test,
  walkThere,
} from './page.ts';

test.use(MOVING);

const footer = (page: Page) => page.locator('footer');

/** Expects the stage to show the picture that a fresh page shows at a step. */
async function expectPicture(page: Page, step: number) {
  await expectStep(page, step);
  // The stage follows once the step is painted.
  await settle(page);
  const shown = await stage(page).innerText();
  await page.goto('about:blank');
  await open(page, `#step=${step}`);
  await settle(page);
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

/**
 * Presses a key and tells how often the words of the stage changed or moved after it, from the first
 * such frame to the last, until nothing has for long; and how long a frame took at most.
 */
const followKey = (page: Page, key: string) =>
  page.evaluate(async (pressed) => {
    const QUIET_MS = 400;
    const stage = document.querySelector('section[aria-label="Client and server"]');
    const read = () =>
      [...(stage?.querySelectorAll('[role="group"] span') ?? [])]
        .map((element) => {
          const { x, y } = element.getBoundingClientRect();
          return `${element.textContent} ${Math.round(x)} ${Math.round(y)}`;
        })
        .join();
    let words = read();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }));
    let before = await new Promise<number>(requestAnimationFrame);
    const found = { changes: 0, firstMs: before, lastMs: before, longestFrameMs: 0 };
    for (let now = before; now - found.lastMs < QUIET_MS; before = now) {
      const next = read();
      if (next !== words) {
        if (found.changes === 0) found.firstMs = now;
        found.changes += 1;
        found.lastMs = now;
      }
      words = next;
      now = await new Promise<number>(requestAnimationFrame);
      found.longestFrameMs = Math.max(found.longestFrameMs, now - before);
    }
    return { ...found, tookMs: found.lastMs - found.firstMs };
  }, key);

test('reduced motion puts a credential at its place at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '#step=3');
  await page.waitForLoadState('networkidle');
  for (let step = 4; step <= 9; step++) {
    const { changes } = await followKey(page, 'ArrowRight');
    // A few pictures, however long each takes: the words, then all at its place. Motion shows ten.
    expect(changes, `step ${step}`).toBeGreaterThan(0);
    expect(changes, `step ${step}`).toBeLessThanOrEqual(4);
  }
});

/** How many messages cross one after the other in a lane: the answer sets out when the question has arrived. */
const countLegs = (page: Page) =>
  stage(page)
    .getByRole('group')
    .evaluateAll((lanes) =>
      Math.max(...lanes.map((lane) => lane.querySelectorAll('[data-state="crossing"]').length), 1),
    );

test('with motion a step has come to rest after 250 ms a leg and a frame or two', async ({
  page,
}) => {
  await open(page, '#step=3');
  await page.waitForLoadState('networkidle');
  for (let step = 4; step <= LAST_STEP; step++) {
    const { tookMs, longestFrameMs } = await followKey(page, 'ArrowRight');
    const legs = await countLegs(page);
    expect(legs, `step ${step}`).toBeLessThanOrEqual(2);
    expect(tookMs, `step ${step}`).toBeLessThanOrEqual(250 * legs + 6 * longestFrameMs);
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
  await footer(page).scrollIntoViewIfNeeded();
  await expect(footer(page)).toContainText('without it nothing can be signed');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByRole('button', { name: /^File of the run/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('only to secure contexts');
});

test('with it the run is checked, to the byte', async ({ page }) => {
  await open(page);
  await expect(footer(page)).toContainText('Not yet run again');
  await page.keyboard.press('ArrowRight');
  // Where it is read.
  await footer(page).scrollIntoViewIfNeeded();
  await expect(footer(page)).toContainText('the same token, the same cookie, the same messages');
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
