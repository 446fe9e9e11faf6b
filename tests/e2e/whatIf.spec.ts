import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { findSpillsHere, layOutAll } from './layout.ts';
import {
  expect,
  expectStep,
  goTo,
  lookAlong,
  notices,
  open,
  type Page,
  playback,
  SIZES,
  scrubber,
  settleHere,
  stage,
  table,
  test,
} from './page.ts';
import { expectNoViolationsInLooks } from './violations.ts';

const panel = (page: Page) => page.getByRole('region', { name: 'What if, from here?' });
/** What tells most stands in the list of all once more. */
const action = (page: Page, name: string | RegExp) =>
  panel(page).getByRole('button', { name, exact: true }).first();
const keep = (page: Page) => page.getByRole('group', { name: 'Keep this run' });
const own = (page: Page) => page.getByRole('region', { name: 'Your run' });
const restart = (page: Page) => own(page).getByRole('button', { name: 'Back to the original' });
const opener = (page: Page) => playback(page).getByRole('button', { name: 'What if…' });
const file = (text: string) => ({
  name: 'authtrace-run.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

/** Opens the page at a step, and the panel. */
async function openPanel(page: Page, hash = '#step=5') {
  await open(page, hash);
  // On a phone the bar has no room for the button.
  if (await opener(page).isVisible()) await opener(page).click();
  else await goTo(page, 'Try it');
  await expect(panel(page)).toBeVisible();
}

/** Opens the sheet again that an Action folds on a narrow screen. */
async function unfold(page: Page) {
  const next = panel(page).getByRole('button', { name: 'Next action' });
  if (await next.isVisible()) await next.click();
}

/** Steals, logs out and uses the copy: the lanes part, and so do the runs. */
async function steal(page: Page) {
  await action(page, 'Steal the credential').click();
  await expectStep(page, 6);
  await unfold(page);
  await action(page, 'Log out').click();
  await expectStep(page, 8);
  await unfold(page);
  await action(page, 'Use the attacker’s copy for /profile').click();
  await expectStep(page, 11);
  await unfold(page);
}

/** Everything that a reader sees of the run. */
const readPicture = async (page: Page) => ({
  rows: await table(page).getByRole('row').allInnerTexts(),
  verdicts: await stage(page).getByRole('group').locator('header').allInnerTexts(),
  beside: await panel(page).getByRole('table').innerText(),
});

test('a what-if by keyboard alone: open, act, step, undo, close', async ({ page }) => {
  await open(page, '#step=5');
  await opener(page).focus();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'What if, from here?' })).toBeFocused();
  const press = async (name: string) => {
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      if ((await focused.textContent()) === name) return page.keyboard.press('Space');
    }
    throw new Error(`Tab does not reach ${name}`);
  };
  await press('Steal the credential');
  await expectStep(page, 6);
  await press('Use the attacker’s copy for /profile');
  await expectStep(page, 9);
  await expect(page.getByRole('status', { name: 'Announcements' })).toContainText(
    'Step 9 of 16: Access granted or denied.',
  );
  await page.keyboard.press('ArrowLeft');
  await expectStep(page, 8);
  await expect(scrubber(page)).toHaveAttribute('max', '16');
  await action(page, 'Undo: Use the attacker’s copy for /profile').focus();
  await page.keyboard.press('Enter');
  await expectStep(page, 6);
  await expect(scrubber(page)).toHaveAttribute('max', '13');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(opener(page)).toBeFocused();
});

test('a reload shows the run beside its original again, and Back returns to the walk, then leaves the page', async ({
  page,
}) => {
  await page.goto('about:blank');
  await openPanel(page);
  await steal(page);
  await expect(page).toHaveURL(/#step=11&run=z\.[\w-]+$/);
  await expect(table(page).getByText('first difference')).toHaveCount(1);
  await expect(own(page).getByRole('listitem')).toHaveText([
    'Steal the credential after step 5',
    'Log out after step 6',
    'Use the attacker’s copy for /profile after step 8',
    'Without “Log out”',
  ]);
  const before = await readPicture(page);
  await page.reload();
  await expectStep(page, 11);
  await expect(panel(page).getByRole('table')).toBeVisible();
  expect(await readPicture(page)).toEqual(before);
  await expect(notices(page)).toBeEmpty();
  await page.goBack();
  await expect(page).toHaveURL(/#step=5$/);
  await expectStep(page, 5);
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});

test('a run is saved and opened as a file, and nothing leaves the page', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await openPanel(page);
  await steal(page);
  const before = await readPicture(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    keep(page).getByRole('button', { name: 'Save as file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('authtrace-run.json');
  const text = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ authtrace: 1, scenario: 'login-to-logout' });
  expect(text).not.toMatch(/secret|horse|password/i);

  await restart(page).click();
  await expect(scrubber(page)).toHaveAttribute('max', '12');
  const input = keep(page).getByLabel('Open file');
  await input.setInputFiles(file(text.slice(0, -3)));
  await expect(panel(page).getByRole('alert')).toHaveText(
    /^The file was not opened\. character \d+: Expected/,
  );
  await expect(scrubber(page)).toHaveAttribute('max', '12');
  await input.setInputFiles(file(text));
  await expect(scrubber(page)).toHaveAttribute('max', '16');
  await expect(panel(page).getByRole('alert')).toBeEmpty();
  for (let step = 0; step < 11; step++) await page.keyboard.press('ArrowRight');
  await expectStep(page, 11);
  expect(await readPicture(page)).toEqual(before);
  const { origin } = new URL(page.url());
  expect(
    requests.filter((url) => !url.startsWith(origin) && !url.startsWith(`blob:${origin}`)),
  ).toEqual([]);
});

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a bad run in the address is told, and the Scenario is shown', async ({ page }) => {
  const bad = [
    ['%%%', /badly encoded/],
    ['AAAA', /The run in the address cannot be read\. The scenario is shown instead\./],
    [encode({ authtrace: 9 }), /no run of AuthTrace/],
    [
      encode({ authtrace: 1, actions: [{ type: '<img src=x onerror=alert(1)>' }] }),
      /actions\[0\]\.type/,
    ],
    ['A'.repeat(4500), /longer than any/],
    [`z.${deflateRawSync(' '.repeat(2_900_000)).toString('base64url')}`, /longer than any/],
    ['z.AAAA', /cannot be read/],
  ] as const;
  for (const [run, notice] of bad) {
    // The first is loaded, the others are followed: they are read by the same code.
    const hash = `#step=3&run=${run}`;
    if (page.url() === 'about:blank') await open(page, hash);
    else await page.evaluate((next) => location.assign(next), hash);
    await expect(notices(page)).toHaveText(notice);
    await expectStep(page, 3);
    await expect(scrubber(page)).toHaveAttribute('max', '12');
  }
});

test('a step beyond the end of a run opens its last one', async ({ page }) => {
  await open(page, `#step=99&run=${encode({ authtrace: 1, actions: [{ type: 'login' }] })}`);
  await expectStep(page, 5);
  await expect(notices(page)).toHaveText(/There is no step “99”, so this is the last one, 5\./);
});

test('a run with secrets of its own opens with the demo’s and says so', async ({ page }) => {
  const run = encode({ authtrace: 1, ownSecrets: true, actions: [{ type: 'login' }] });
  await open(page, `#step=2&run=${run}`);
  await expectStep(page, 2);
  await expect(notices(page)).toHaveText(/secrets of its own, which are never shared/);
});

test('another Scenario leaves the what-if for Undo', async ({ page }) => {
  await openPanel(page);
  await steal(page);
  const scenario = page.getByRole('combobox', { name: 'Scenario' });
  await scenario.selectOption('stolen-then-logout');
  await expect(notices(page)).toHaveText(/Your run is kept/);
  await expectStep(page, 0);
  await action(page, 'Undo: Leave your run').click();
  await expectStep(page, 11);
  await expect(scenario.locator('option:checked')).toHaveText('Your run: Log in → log out');
});

test.describe('on a phone', () => {
  test.use({ viewport: SIZES.phone, hasTouch: true, isMobile: true });

  test('by touch: it comes into view, and its targets are large enough', async ({ page }) => {
    await open(page, '#step=5');
    await page.getByRole('link', { name: 'Try it' }).tap();
    await expect(action(page, 'Steal the credential')).toBeInViewport();
    await action(page, 'Steal the credential').tap();
    await expectStep(page, 6);
    // What came of it is on the stage, which the sheet leaves free.
    await expect(action(page, 'Use the attacker’s copy for /profile')).toBeHidden();
    await unfold(page);
    await action(page, 'Use the attacker’s copy for /profile').tap();
    await expectStep(page, 9);
    await unfold(page);
    for (const button of await panel(page).locator('button, label').all()) {
      // Of what tells most the whole entry is the button: it lies over its line of why, too.
      const height = await button.evaluate(
        (one) => (one.closest('li') ?? one).getBoundingClientRect().height,
      );
      expect(height, await button.innerText()).toBeGreaterThanOrEqual(43.5);
    }
    await expect(panel(page).getByText('Both: Breach 200')).toBeInViewport();
    const header = stage(page).getByRole('group', { name: 'Session-based' }).locator('header');
    await action(page, 'Show on the stage').tap();
    await expect(header).toBeInViewport();
    await unfold(page);
    await action(page, /^Undo/).tap();
    await expectStep(page, 6);
  });
});

interface Seen {
  readonly spills: readonly string[];
  /** What of the panel is cut off. */
  readonly panel: readonly string[];
  readonly width: number;
  /** Where the first parts of the page begin, and how high they are. */
  readonly parts: readonly (readonly number[])[];
}

/** Lists, in the page, what of the panel is cut off. */
function findCutHere(): string[] {
  const title = [...document.querySelectorAll('section h2')].find(
    ({ textContent }) => textContent === 'What if, from here?',
  );
  const texts = title
    ?.closest('section')
    ?.querySelectorAll<HTMLElement>('button, label, th, td, p, h2, h3, li');
  if (!texts) return ['no panel'];
  return [...texts]
    .filter((one) => !one.closest('.visually-hidden'))
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .map(({ innerText }) => innerText);
}

const LOOK = `async () => {
  await (${settleHere})();
  const parts = [...document.querySelectorAll('main > *')].slice(0, 3);
  return {
    spills: (${findSpillsHere})(),
    panel: (${findCutHere})(),
    width: document.documentElement.scrollWidth,
    parts: parts
      .map((part) => part.getBoundingClientRect())
      .map(({ top, height }) => [Math.round(top + scrollY), Math.round(height)]),
  };
}`;

for (const size of ['desktop', 'tablet', 'phone', 'narrow'] as const) {
  test.describe(`at ${SIZES[size].width} wide`, () => {
    test.use({ viewport: SIZES[size] });

    test('nothing is cut off or scrolls sideways, and stepping moves nothing', async ({ page }) => {
      await openPanel(page);
      await steal(page);
      await layOutAll(page);
      const backwards = Array.from({ length: 11 }, () => 'ArrowLeft');
      const all = await lookAlong<Seen>(page, backwards, LOOK);
      expect.soft(all.map(({ step }) => step)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
      for (const { step, seen } of all) {
        expect.soft(seen.spills, `at ${step}`).toEqual([]);
        expect.soft(seen.panel, `panel at ${step}`).toEqual([]);
        expect.soft(seen.width, `at ${step}`).toBeLessThanOrEqual(SIZES[size].width);
        expect.soft(seen.parts, `parts at ${step}`).toEqual(all[0]?.seen.parts);
      }
    });
  });
}

for (const viewport of [SIZES.desktop, { width: 1280, height: 720 }, SIZES.tablet, SIZES.phone]) {
  const { width, height } = viewport;
  test(`neither drawer nor bar covers the other, nor the stage, ${width} by ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await open(page, '#step=6&view=try');
    await expect(panel(page)).toBeVisible();
    await expect(keep(page)).toBeVisible();
    const findCovered = () =>
      page.evaluate(() => {
        const isCovered = (part: Element, x: number, y: number) =>
          !part.contains(document.elementFromPoint(x, y));
        const toMiddle = (part: Element) => {
          const { left, top, width, height } = part.getBoundingClientRect();
          return [left + width / 2, top + height / 2] as const;
        };
        const drawer = document.querySelector('[data-place="try"]') as Element;
        const { left, width } = drawer.getBoundingClientRect();
        const { bottom } = (document.querySelector('header') as Element).getBoundingClientRect();
        const first = Math.max(bottom, drawer.getBoundingClientRect().top) + 4;
        const heights = Array.from(
          { length: 24 },
          (_, i) => first + ((innerHeight - first) * i) / 24,
        );
        const seen = [
          ...document.querySelectorAll('[role="toolbar"] button, [data-lane="session"] > header'),
        ].filter((part) => part.getClientRects().length > 0);
        return [
          ...heights.filter((y) => isCovered(drawer, left + width / 2, y)).map(String),
          ...seen.filter((part) => isCovered(part, ...toMiddle(part))).map((one) => one.outerHTML),
        ];
      });
    expect(await findCovered()).toEqual([]);
    await action(page, 'Steal the credential').click();
    await expectStep(page, 6);
    await expect(own(page)).toBeVisible();
    expect(await findCovered()).toEqual([]);
    // Where the sheet leaves no room for the list of one's own, it counts them, and leads there.
    const toOwn = panel(page).getByRole('button', { name: 'Your run (1)' });
    await expect(toOwn).toBeVisible({ visible: width < 1100 });
    if (width >= 1100) return;
    await toOwn.click();
    await expect(own(page).getByRole('heading')).toBeFocused();
    await expect(own(page)).toBeInViewport({ ratio: 1 });
  });
}

test('axe finds nothing, before and after', async ({ page }) => {
  await openPanel(page);
  await expectNoViolationsInLooks(page, 'before');
  await steal(page);
  await keep(page).getByLabel('Open file').setInputFiles(file('{'));
  await expect(panel(page).getByRole('alert')).toContainText('not opened');
  await expectNoViolationsInLooks(page, 'after');
});
