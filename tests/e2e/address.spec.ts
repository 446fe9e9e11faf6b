import { expect, expectStep, goTo, notices, open, SIZES, settle, stage, test } from './page.ts';

test('a deep link shows its picture, and a reload shows it again', async ({ page }) => {
  await open(page, '#step=7&columns=token');
  await expectStep(page, 7);
  await expect(stage(page).getByRole('group', { name: 'Session-based' })).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/#step=8&columns=token$/);
  await page.reload();
  await expectStep(page, 8);
  await expect(page.getByRole('radio', { name: 'Token', exact: true })).toBeChecked();
  await expect(notices(page)).toBeEmpty();
});

test('stepping replaces the address, so that Back leaves the page', async ({ page }) => {
  await page.goto('about:blank');
  await open(page);
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/#step=5$/);
  await page.goBack();
  expect(page.url()).toBe('about:blank');
  await page.goForward();
  await expectStep(page, 5);
});

test('Back returns to the place and step that one came from, and Forward leads on', async ({
  page,
}) => {
  await open(page);
  const view = () => page.evaluate(() => document.documentElement.dataset.view);
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expectStep(page, 3);
  await goTo(page, 'What breaks it');
  await expect(page).toHaveURL(/#step=3&view=breaks$/);
  const question = page.getByRole('button', { name: 'What does a second server change?' });
  await expect(question).toBeVisible();
  await settle(page);
  await page.evaluate(() => window.scrollTo({ top: 150 }));
  await question.click();
  await expect(page).toHaveURL(/#step=0&scenario=two-servers-no-shared-store$/);
  await expectStep(page, 0);
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/#step=1&scenario=two-servers-no-shared-store$/);

  await page.goBack();
  await expect.poll(view).toBe('breaks');
  await expect(page).toHaveURL(/#step=3&view=breaks$/);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  await page.goBack();
  await expect.poll(view).toBe('walk');
  await expectStep(page, 3);
  await page.goForward();
  await expect.poll(view).toBe('breaks');
  await page.goForward();
  await expect.poll(view).toBe('walk');
  await expectStep(page, 1);
  await expect(page).toHaveURL(/#step=1&scenario=two-servers-no-shared-store$/);
  await expect(notices(page)).toBeEmpty();
});

test('the place on show is no entry of its own, and Back out of a bad address leaves the page', async ({
  page,
}) => {
  await page.goto('about:blank');
  await open(page, '#step=99&view=check');
  const entries = await page.evaluate(() => history.length);
  await goTo(page, 'Check yourself');
  await expect(page).toHaveURL(/#step=12&view=check$/);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});

test('the start has no hash, and an edited hash is followed', async ({ page }) => {
  await open(page, '#step=2');
  await page.keyboard.press('Home');
  await expect.poll(() => new URL(page.url()).hash).toBe('');
  await page.evaluate(() => location.assign('#step=9&columns=session'));
  await expectStep(page, 9);
  await expect(stage(page).getByRole('group', { name: 'Token-based' })).toHaveCount(0);
});

const BAD: readonly (readonly [hash: string, step: number, notice: RegExp])[] = [
  ['#step=13', 12, /There is no step “13”, so this is the last one, 12\./],
  ['#step=-1', 0, /There is no step “-1”/],
  ['#step=3.6', 4, /There is no step “3\.6”, so this is step 4\./],
  ['#step=', 0, /is no number/],
  ['#step=abc', 0, /“abc” is no number/],
  ['#step=1e3', 0, /“1e3” is no number/],
  ['#step=99999999999999999999', 12, /so this is the last one/],
  ['#step=%E0%A4%A', 0, /badly encoded/],
  ['#step=3&step=4', 3, /more than once; the first one counts/],
  ['#step=3&columns=purple', 3, /columns=“purple”/],
  ['#step=2&scenario=nowhere', 2, /scenario “nowhere”, which does not exist/],
  ['#hello', 0, /mean nothing here: “hello”/],
  ['#__proto__=1', 0, /mean nothing here: “__proto__”/],
  ['#step=<img src=x onerror=alert(1)>', 0, /is no number/],
  [`#${'x'.repeat(9000)}`, 0, /too long/],
];

test('a bad address opens the nearest picture and says what was wrong', async ({ page }) => {
  for (const [nth, [hash, step, notice]] of BAD.entries()) {
    // The first is loaded, the others are followed: they are read by the same code.
    if (nth === 0) await open(page, hash);
    else await page.evaluate((next) => location.assign(next), hash);
    await expectStep(page, step);
    await expect(notices(page), hash).toHaveText(notice);
  }
  await notices(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(notices(page)).toBeEmpty();
  await page.keyboard.press('ArrowRight');
  await expectStep(page, 1);
});

test('no secret is ever in the address', async ({ page }) => {
  await open(page);
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('ArrowRight');
    await expectStep(page, i + 1);
    expect(page.url()).toMatch(/\/(#step=\d+)?$/);
  }
});

test('a notice lies over no question that is asked, and over nothing that can be pressed', async ({
  page,
}) => {
  const notice = notices(page).getByRole('paragraph');
  /** Lists what lies under the notice and can be pressed. */
  const listUnder = () =>
    notice.evaluate((element) => {
      const box = element.getBoundingClientRect();
      return [...document.querySelectorAll(':is(header, main) :is(a, button, input, select)')]
        .filter((other) => other.checkVisibility({ visibilityProperty: true }))
        .filter((other) => !other.closest('[role="status"]'))
        .filter((other) => {
          const { left, right, top, bottom } = other.getBoundingClientRect();
          if (right - left < 2 || bottom - top < 2) return false;
          return left < box.right && right > box.left && top < box.bottom && bottom > box.top;
        })
        .map((other) => other.textContent);
    });
  await open(page, '#scenario=nope');
  for (const place of ['Walk', 'What breaks it', 'Check yourself', 'Try it']) {
    for (const size of [SIZES.desktop, SIZES.phone]) {
      await page.setViewportSize(size);
      await goTo(page, place);
      await page.evaluate(() => window.scrollTo(0, 0));
      await expect(notice).toBeInViewport({ ratio: 1 });
      expect.soft(await listUnder(), `${place}, ${size.width} wide`).toEqual([]);
    }
  }
  await page.goto('about:blank');
  await open(page, '#step=2&x=1');
  await page.getByRole('button', { name: 'Next step' }).click();
  const question = page.getByRole('group', { name: 'Before you go on' });
  for (const size of [SIZES.narrow, SIZES.phone, SIZES.desktop]) {
    await page.setViewportSize(size);
    await page.evaluate(() => window.scrollTo(0, 0));
    const [asked, told] = [await question.boundingBox(), await notice.boundingBox()];
    if (!asked || !told) throw new TypeError('nothing is shown');
    const isClear = asked.y + asked.height <= told.y || told.y + told.height <= asked.y;
    expect(isClear, `${size.width} wide`).toBe(true);
  }
  for (const place of ['Check yourself', 'Reference']) {
    await goTo(page, place);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const last = await page.getByRole('contentinfo').boundingBox();
    const told = await notice.boundingBox();
    if (!last || !told) throw new TypeError('nothing is shown');
    const isClear = last.y + last.height <= told.y || told.y + told.height <= last.y;
    expect(isClear, place).toBe(true);
  }
});
