import {
  expect,
  follow,
  goTo,
  type Locator,
  open,
  type Page,
  playback,
  settle,
  stage,
  table,
  test,
  tracker,
  visitEach,
} from './page.ts';

test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

/** What tells one thing from another where the browser sets all colours. */
const readLook = (locator: Locator) =>
  locator.first().evaluate((element) => {
    const { outlineStyle, outlineWidth, backgroundColor, color, borderStyle, borderWidth } =
      getComputedStyle(element);
    const outline = outlineStyle === 'none' ? 'no outline' : `${outlineStyle} ${outlineWidth}`;
    return { outline, backgroundColor, color, border: `${borderStyle} ${borderWidth}` };
  });

/** How the browser computes a colour of the system. */
const readColour = (page: Page, name: string) =>
  page.evaluate((colour) => {
    const part = document.createElement('span');
    part.style.color = colour;
    document.body.append(part);
    const { color } = getComputedStyle(part);
    part.remove();
    return color;
  }, name);

const CASES = ['#step=0', '#step=7', '#step=9', '#scenario=stolen-then-logout&step=8'].map(
  (hash) => `${hash}&predict=0`,
);

test('what is current and what is selected is told without colours of its own', async ({
  page,
}) => {
  await visitEach(page, CASES, async (hash) => {
    const columns = page.getByRole('radiogroup', { name: 'Columns' });
    const selected = await readLook(columns.locator('input:checked + span'));
    expect(selected.backgroundColor).toBe(await readColour(page, 'Highlight'));
    expect(selected.color).toBe(await readColour(page, 'HighlightText'));
    const other = await readLook(columns.locator('input:not(:checked) + span'));
    expect(other.backgroundColor).not.toBe(selected.backgroundColor);
    // Its ground hides what goes on under the bar.
    expect(await playback(page).evaluate((bar) => getComputedStyle(bar).borderImageSource)).toBe(
      'none',
    );
    // The verdict is an icon and a word.
    for (const lane of await stage(page).getByRole('group').all()) {
      const verdict = lane.locator('header [data-tone]');
      await expect(verdict).toHaveText(/\w/);
      await expect(verdict.locator('svg')).toBeVisible();
      // A breach alone stays filled there: it is the loudest.
      const { backgroundColor } = await readLook(verdict);
      const isBreach = (await verdict.getAttribute('data-tone')) === 'breach';
      expect(backgroundColor === (await readColour(page, 'CanvasText')), hash).toBe(isBreach);
    }
    if (hash === '#step=0&predict=0') return;
    const rows = table(page).locator('tbody tr');
    const row = rows.and(page.locator('[aria-current="step"]'));
    expect((await readLook(row)).outline).toBe('solid 2px');
    expect((await readLook(rows.and(page.locator(':not([aria-current])')))).outline).toBe(
      'no outline',
    );
    const word = (locator: Locator) =>
      locator
        .locator('td')
        .first()
        .evaluate((cell) => getComputedStyle(cell, '::after').content);
    expect(await word(row)).toContain('now');
    const flow = page.getByRole('region', { name: 'Flow diagram' });
    const node = flow.locator('button[aria-current="step"]');
    expect((await readLook(node)).outline).toBe('solid 3px');
    expect((await readLook(flow.locator('button:not([aria-current])'))).outline).toBe('no outline');
  });
});

test('what changed at the step is marked in the tracker, and the open drawer in the bar', async ({
  page,
}) => {
  await open(page, '#step=6&view=try&predict=0');
  await settle(page);
  expect((await readLook(tracker(page).locator('td[data-state="current"]'))).outline).toBe(
    'solid 2px',
  );
  const opener = await readLook(playback(page).getByRole('button', { name: 'What if…' }));
  expect(opener.backgroundColor).toBe(await readColour(page, 'Highlight'));
  expect(opener.color).toBe(await readColour(page, 'HighlightText'));
});

test('what is held, left and empty is told without colours of its own', async ({ page }) => {
  await open(page, '#step=7&predict=0');
  const boxes = (lane: string) => stage(page).getByRole('group', { name: lane });
  /** The edge of a lane's client, and of its server's store. */
  const readEdges = async (lane: string) => {
    const client = boxes(lane).getByRole('heading', { name: 'Client' }).locator('../..');
    const well = boxes(lane).locator('[data-empty]');
    return [(await readLook(client)).border, (await readLook(well)).border];
  };
  await test.step('a place that holds nothing does not look as if it held something', async () => {
    expect(await readEdges('Session-based')).toEqual(['solid 1px', 'solid 1px']);
    expect(await readEdges('Token-based')).toEqual(['solid 1px', 'dashed 1px']);
  });
  await test.step('what is left of a token’s life is drawn, and so is the look-up', async () => {
    const time = stage(page).locator('[data-left]').first();
    const bar = await time.evaluate((element) => {
      const { backgroundImage, backgroundSize } = getComputedStyle(element, '::before');
      return { backgroundImage, isLong: Number.parseFloat(backgroundSize) > 0 };
    });
    expect(bar.backgroundImage).toContain(await readColour(page, 'CanvasText'));
    expect(bar.isLong).toBe(true);
    const link = stage(page).locator('[data-link]').first();
    expect(
      await link.evaluate(
        (element) => getComputedStyle(element, '::before').borderInlineStartStyle,
      ),
    ).toBe('solid');
  });
  await test.step('who holds what is told by an edge and a word', async () => {
    await goTo(page, 'Reference');
    const holders = page.getByRole('table', { name: 'Who holds what now' });
    const held = holders.locator('td[data-held]');
    await held.first().scrollIntoViewIfNeeded();
    expect((await readLook(held)).outline).toBe('solid 2px');
    expect((await readLook(holders.locator('td:not([data-held])'))).outline).toBe('no outline');
    // No line of the code looks marked that is not.
    const code = page.getByRole('region', { name: 'Code sample' });
    const edge = await code
      .locator('[data-line]:not([data-marked])')
      .first()
      .evaluate((line) => getComputedStyle(line).borderLeftColor);
    expect(edge).toBe(await readColour(page, 'Canvas'));
  });
  await follow(page, '#step=0&predict=0');
  await test.step('nothing is held before the first step', async () => {
    await expect(stage(page).getByText('Not started').first()).toBeVisible();
    for (const lane of ['Session-based', 'Token-based']) {
      expect(await readEdges(lane), lane).toEqual(['dashed 1px', 'dashed 1px']);
    }
  });
  await test.step('what cannot be pressed is grey', async () => {
    const first = await readLook(playback(page).getByRole('button', { name: 'First step' }));
    expect(first.color).toBe(await readColour(page, 'GrayText'));
  });
});
