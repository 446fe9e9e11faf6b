import {
  expect,
  expectStep,
  LAST_STEP,
  open,
  type Page,
  playback,
  SIZES,
  stage,
  table,
  test,
} from './page.ts';

test.use({ viewport: SIZES.phone, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

/** Draws a finger over the stage by so many pixels. */
async function swipe(page: Page, dx: number, dy = 0) {
  const box = await stage(page).boundingBox();
  if (!box) throw new Error('the stage has no box');
  const from = { x: box.x + box.width / 2 - dx / 2, y: Math.max(box.y, 0) + 220 - dy / 2 };
  const client = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  await send('touchStart', from);
  for (let i = 1; i <= 4; i++) {
    await send('touchMove', { x: from.x + (dx * i) / 4, y: from.y + (dy * i) / 4 });
  }
  await send('touchEnd');
  await client.detach();
}

test('the whole walk and back by taps, the bar always in reach', async ({ page }) => {
  await open(page, '#predict=0');
  const button = (name: string) => playback(page).getByRole('button', { name });
  for (let step = 1; step <= LAST_STEP; step++) {
    // A tap would scroll to a button that is out of reach.
    await expect(button('Next step')).toBeInViewport({ ratio: 1 });
    await button('Next step').tap();
    await expectStep(page, step);
  }
  for (let step = LAST_STEP - 1; step >= 0; step--) {
    await button('Previous step').tap();
    await expectStep(page, step);
  }
});

test('a swipe on the stage steps, a scroll does not', async ({ page }) => {
  await open(page);
  await swipe(page, -160);
  await expectStep(page, 1);
  // Who leaves the start is brought to the stage: a finger would be held to be scrolling till then.
  await expect.poll(async () => (await stage(page).boundingBox())?.y).toBeLessThan(100);
  await swipe(page, -160, 20);
  await expectStep(page, 2);
  await swipe(page, 160);
  await expectStep(page, 1);
  await swipe(page, -20);
  await swipe(page, -60, -200);
  await expectStep(page, 1);
});

test('playback, 64 px high, stays at the lower edge while the page scrolls', async ({ page }) => {
  await open(page);
  const readBar = async () => {
    const box = await playback(page).boundingBox();
    return box ? [Math.round(box.y), Math.round(box.y + box.height)] : null;
  };
  expect(await readBar()).toEqual([SIZES.phone.height - 64, SIZES.phone.height]);
  await page.evaluate(() => scrollTo(0, 2000));
  expect(await readBar()).toEqual([SIZES.phone.height - 64, SIZES.phone.height]);
  // Nor does it lie on the end of the page.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const footer = await page.getByRole('contentinfo').locator('p').last().boundingBox();
  expect((footer?.y ?? 0) + (footer?.height ?? 0)).toBeLessThan(SIZES.phone.height - 64);
});

test('taps jump from the table and the flow, and fingers find their targets', async ({ page }) => {
  await open(page);
  await table(page).getByRole('button', { name: 'Go to step 3' }).tap();
  await expectStep(page, 3);
  await page.getByRole('button', { name: 'Server checks session ID' }).tap();
  await expectStep(page, 7);
  for (const control of await playback(page).getByRole('button').all()) {
    const box = await control.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
});

test('both lanes say which they are, session first, without scrolling', async ({ page }) => {
  await open(page);
  const lane = (name: string) => stage(page).getByRole('group', { name });
  await expect(
    lane('Session-based').getByRole('heading', { name: 'Session-based' }),
  ).toBeInViewport();
  const session = await lane('Session-based').boundingBox();
  const token = await lane('Token-based').boundingBox();
  expect(session && token && token.y >= session.y + session.height).toBe(true);
});
