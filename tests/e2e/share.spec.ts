import {
  expect,
  expectStep,
  follow,
  open,
  type Page,
  playback,
  SIZES,
  settle,
  stage,
  test,
} from './page.ts';

/** How many pages a PDF has. */
const countPages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

/** Lists the words of the sheets' cells that begin in one line and end in the next; values are none. */
const findBrokenWords = (page: Page) =>
  page.locator('[data-paper] :is(th, td)').evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const broken: string[] = [];
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\b[A-Za-z]{4,}\b/g)) {
          const range = new Range();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (range.getClientRects().length > 1) broken.push(word);
        }
      }
      return broken;
    }),
  );

test('printing gives the handout: two pages, light, from wherever one is', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const hash of ['', '#step=7&view=reference', '#scenario=stolen-then-logout']) {
    await page.goto('about:blank');
    await open(page, hash);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(countPages(pdf), hash).toBe(2);
    // Afterwards the page is as it was.
    await expect(page.locator('[data-paper]')).toHaveCount(0);
  }
  await open(page, '#view=handout');
  const sheet = page.locator('[data-paper]').first();
  await expect(sheet).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(sheet).toHaveCSS('color', 'rgb(26, 25, 23)');
  await test.step('no word is broken in a cell, and a worksheet has room for a hand', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    // As wide as what a printer leaves of A4.
    await page.setViewportSize({ width: 718, height: 1000 });
    expect(await findBrokenWords(page)).toEqual([]);
    // The pictures' letters are no smaller than 7.5 pt, and paper is white between the sheets, too.
    const letters = await page
      .locator('[data-paper] svg text')
      .evaluateAll((texts) =>
        texts.map(
          (text) =>
            Number(text.getAttribute('font-size')) *
            ((text instanceof SVGGraphicsElement && text.getScreenCTM()?.a) || 0),
        ),
      );
    expect(Math.min(...letters)).toBeGreaterThan(7.5 / 0.75);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await page.emulateMedia({ media: null });
    await page.getByRole('radio', { name: 'Worksheet' }).check();
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(countPages(pdf)).toBe(2);
    const blank = page.locator('[data-blank] tbody td:empty').first();
    expect((await blank.boundingBox())?.height).toBeGreaterThan(50);
  });
  await test.step('on a phone its tools are seen whole', async () => {
    await page.setViewportSize(SIZES.phone);
    const back = page.getByRole('button', { name: 'Back to the page' });
    await expect(back).toBeInViewport({ ratio: 1 });
  });
});

test('a frame of 960×640 has room for a theft', async ({ page }) => {
  await page.setViewportSize({ width: 960, height: 640 });
  await open(page, '#embed=1&scenario=stolen-then-logout&predict=0');
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(640);
});

for (const [width, height] of [
  [960, 640],
  [640, 560],
  [360, 640],
  [320, 360],
] as const) {
  test(`in a frame of ${width}×${height} stage and bar are on the screen, and step`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1200, height: 900 });
    await page.route('**/course.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe src="/#step=6" width="${width}" height="${height}" sandbox="allow-scripts"></iframe>`,
      }),
    );
    await page.goto('/course.html');
    const frame = page.frameLocator('iframe');
    const bar = frame.getByRole('toolbar', { name: 'Playback' });
    await expect(frame.locator('html[data-ready]')).toBeAttached();
    await bar.getByRole('button', { name: 'Next step' }).click();
    await expect(frame.getByRole('slider', { name: 'Step' })).toHaveValue('7');
    await expect(frame.getByRole('navigation')).toBeHidden();
    await expect(frame.getByRole('table', { name: 'Execution table' })).toBeHidden();
    await expect(frame.getByRole('group', { name: 'Session-based' })).toBeInViewport();
    await expect(bar).toBeInViewport({ ratio: 1 });
    const link = frame.getByRole('link', { name: 'Open the whole page' });
    await expect(link).toHaveAttribute('href', /#step=7$/);
  });
}

test('P shows stage and bar alone, in larger type, and H holds the verdict back', async ({
  page,
}) => {
  await open(page, '#step=8');
  const lane = stage(page).getByRole('group', { name: 'Session-based' });
  const size = async () =>
    (await lane.getByRole('heading', { level: 3 }).boundingBox())?.height ?? 0;
  const before = await size();
  const verdict = lane.locator('header [data-tone]');
  await page.keyboard.press('p');
  expect(await size()).toBeGreaterThan(before);
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(lane).toBeInViewport();
  await expect(playback(page)).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('h');
  await expect(verdict).toBeHidden();
  // Nor is it told by what the server has found, or by what is left of a copy.
  for (const told of await stage(page).locator('[data-outcome]').all()) {
    await expect(told).toBeHidden();
  }
  await page.keyboard.press('h');
  await expect(verdict).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(verdict).toBeHidden();
  await playback(page).getByRole('button', { name: 'Stop presenting', exact: true }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  await expect(verdict).toBeVisible();
  await expectStep(page, 7);
});

/** What of the screen is out of the room's sight, in words. */
const findUnseen = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const bar = document.querySelector('[role="toolbar"]');
    const { top = 0, bottom = 0 } = bar?.getBoundingClientRect() ?? {};
    const lanes = [...document.querySelectorAll('#stage [role="group"]')];
    const names = [...(bar?.querySelectorAll<HTMLElement>('strong') ?? [])];
    return [
      scrollWidth > innerWidth && 'the page scrolls sideways',
      scrollHeight > innerHeight && 'the page scrolls',
      innerHeight - bottom > 16 && 'the bar is not at the lower edge',
      lanes.some((lane) => lane.getBoundingClientRect().bottom > top) && 'a lane is under the bar',
      names.some((name) => name.scrollWidth > name.clientWidth + 1) && 'the step’s name is cut',
    ].filter(Boolean);
  });

test('in Present all of a run is on the screen, whatever the screen is', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, '#step=9&predict=0');
  const name = stage(page).getByRole('heading', { name: 'Session-based' });
  const before = (await name.boundingBox())?.height ?? 0;
  await page.keyboard.press('p');
  expect(((await name.boundingBox())?.height ?? 0) / before).toBeGreaterThan(1.3);
  for (const hash of [
    '#step=7',
    '#scenario=stolen-then-logout&step=8',
    '#scenario=csrf-samesite-none&step=4',
    '#scenario=fixation-without-regenerate&step=2',
    '#scenario=two-servers-no-shared-store&step=4',
  ]) {
    await follow(page, `${hash}&predict=0`);
    for (const [width, height] of [
      [1280, 720],
      [1440, 900],
      [1920, 1080],
      [1024, 768],
    ] as const) {
      await page.setViewportSize({ width, height });
      await settle(page);
      expect.soft(await findUnseen(page), `${hash} ${width}`).toEqual([]);
    }
  }
});

/** What of a sentence's own box is above the window or under the bar. */
const isWhole = (page: Page, text: RegExp) =>
  page
    .getByText(text)
    .last()
    .evaluate((said) => {
      const { top, bottom } = said.getBoundingClientRect();
      const bar = document.querySelector('[role="toolbar"]')?.getBoundingClientRect().top ?? 0;
      return top >= 0 && bottom <= bar;
    });

test('in Present what is asked, and what the walk comes to, is whole in small windows too', async ({
  page,
}) => {
  const small = [
    [1024, 768],
    [960, 540],
    [844, 390],
    [390, 844],
    [320, 568],
  ] as const;
  for (const [width, height] of small) {
    await page.setViewportSize({ width, height });
    await page.goto('about:blank');
    await open(page, '#scenario=stolen-then-logout&step=8&predict=0');
    await page.keyboard.press('p');
    // The page goes to its stage, and to its question, after the frame that shows them.
    const name = stage(page).getByRole('heading', { name: 'Session-based' });
    await expect(name, `${width}×${height}`).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('h');
    await expect.poll(() => isWhole(page, /^Who lets the last attack through/)).toBe(true);
    await page.goto('about:blank');
    await open(page, '#step=12&predict=0');
    await page.keyboard.press('p');
    const principle = /^A server can end a session; it cannot/;
    await expect.poll(() => isWhole(page, principle), `${width}×${height}`).toBe(true);
  }
});

test('held back, the verdict is nowhere on the way to the end, and what was there before it is', async ({
  page,
}) => {
  await open(page, '#step=7');
  await page.keyboard.press('p');
  await page.keyboard.press('h');
  const record = stage(page).getByText("{ userId: 'abc123' }").first();
  await expect(record).toBeVisible();
  await page.keyboard.press('End');
  await expect(stage(page).locator('[data-ghost]')).toHaveCount(2);
  for (const told of await page.locator('[data-ghost]').all()) await expect(told).toBeHidden();
  await expect(page.getByRole('region', { name: 'Result' })).toHaveCount(0);
  // What was asked stays.
  await page.goto('about:blank');
  await open(page, '#scenario=stolen-then-logout&step=9');
  await page.keyboard.press('p');
  await page.keyboard.press('h');
  await expect(page.getByRole('heading', { name: /^My credential was stolen/ })).toBeVisible();
  await expect(page.getByText('The stolen cookie gets 401')).toBeHidden();
  await expect(page.getByRole('button', { name: 'More', exact: true })).toHaveCount(0);
  // Nor what a copy is worth.
  await expect(stage(page).locator('[data-worth]')).not.toHaveCount(0);
  for (const told of await stage(page).locator('[data-worth]').all())
    await expect(told).toBeHidden();
  // That it is stolen is seen; what comes of what another site sends is not.
  await page.goto('about:blank');
  await open(page, '#scenario=csrf-samesite-none&step=6');
  await page.keyboard.press('p');
  await page.keyboard.press('h');
  await expect(stage(page).getByText('Another site').first()).toBeVisible();
  for (const told of await stage(page)
    .getByText(/^(Breach|Held)/)
    .all())
    await expect(told).toBeHidden();
  await page.goto('about:blank');
  await open(page, '#scenario=stolen-then-logout&step=2');
  await page.keyboard.press('p');
  await page.keyboard.press('h');
  await expect(stage(page).getByText('takes a copy').first()).toBeVisible();
  await page.goto('about:blank');
  await open(page, '#scenario=stolen-then-logout&step=9');
  await page.keyboard.press('p');
  await page.keyboard.press('h');
  await page.keyboard.press('h');
  await expect(page.getByRole('region', { name: 'Result' })).toContainText(
    'The stolen cookie gets 401',
  );
});
