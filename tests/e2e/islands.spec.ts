import { expect, expectStep, open, type Page, test } from './page.ts';

/** What each panel shows at the start, by the name of its region. */
const PANELS: Readonly<Record<string, string>> = {
  'Flow diagram': 'Client stores token',
  'Variable tracker': 'sessionStore',
  Questions: 'What is left after 15 minutes of doing nothing?',
  Counts: 'up to step 0 of 12',
  Settings: 'Session lifetime',
  'HTTP messages': 'Checked byte for byte',
  'Code sample': "import express from 'express'",
  'Key moments': 'Why does one need storage',
  Quiz: 'Check answer',
  Snapshot: 'The server checks the session',
  Transcript: 'The user ada sends a login request',
};

/** What paper shows: the list of questions is for whoever can click on one. */
const { Questions: _, ...ON_PAPER } = PANELS;

/** The same of those that go with the step, at whichever step they are: out of view they follow late. */
const AT_ANY_STEP = { ...ON_PAPER, Counts: 'of 12', 'Code sample': 'client.js' };

/** Expects each panel to be there, and all of it laid out. */
async function expectPanels(page: Page, texts: Readonly<Record<string, string>> = ON_PAPER) {
  for (const [name, text] of Object.entries(texts)) {
    const panel = page.getByRole('region', { name, exact: true });
    await expect(panel, name).toContainText(text);
    const skipped = await panel.evaluate((root) => {
      const isSkipped = (element: Element) =>
        !element.checkVisibility({ contentVisibilityAuto: true });
      const inside = [...root.querySelectorAll('*:not(option, details:not([open]) *)')];
      // What is not displayed at all within it is so by intent.
      const shown = inside.filter((element) => element.checkVisibility());
      return [root, ...shown].filter(isSkipped).length;
    });
    expect(skipped, name).toBe(0);
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every panel shows its content', async ({ page }) => {
    await page.goto('/');
    for (const [name, text] of Object.entries(PANELS)) {
      const panel = page.getByRole('region', { name, exact: true });
      await expect(panel, name).toContainText(text);
    }
    const visible = await page
      .locator('main > div')
      .evaluateAll(
        (parts) =>
          parts.filter((part) => getComputedStyle(part).contentVisibility !== 'visible').length,
      );
    expect(visible).toBe(0);
  });
});

test('in the print style every panel shows its content, before the page is used and after', async ({
  page,
}) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  await expectPanels(page);
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('ArrowRight');
  await page.emulateMedia({ media: 'print' });
  await expectPanels(page, AT_ANY_STEP);
});

/** Holds files back until the function that it returns is called. */
async function holdBack(page: Page, files: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(files, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('a click on a panel that is not alive yet is answered when it is', async ({ page }) => {
  const release = await holdBack(page, '**/assets/CodeSample-*.js');
  await page.goto('/#view=reference');
  await page.locator('html[data-ready]').waitFor();
  const file = page.getByRole('radio', { name: 'client.js' });
  const listing = page.getByRole('group', { name: 'client.js' });
  await file.evaluate((input) => input.closest('label')?.click());
  await expect(listing).toHaveCount(0);
  release();
  await expect(listing).toHaveCount(1);
  await expect(file).toBeChecked();
});

test('what is written into a panel that is not alive yet is not lost', async ({ page }) => {
  // The settings wait for the first use of the page, and then for their code.
  const release = await holdBack(page, '**/assets/Settings-*.js');
  await open(page, '#view=try');
  await page.getByLabel('Token lifetime').fill('1800');
  // What is typed moves what is beneath, once it is read: not while somebody presses that.
  await page.getByLabel('Deny-list').click();
  release();
  const settings = page.getByRole('region', { name: 'Settings' });
  await expect(settings.getByRole('checkbox', { name: 'Deny-list' })).toBeChecked();
  await expect(settings.getByRole('textbox', { name: 'Token lifetime' })).toHaveValue('1800');
  await expect(page.getByRole('region', { name: 'Your run' })).toBeVisible();
});

test('a panel whose code does not come keeps its content and says so', async ({ page }) => {
  // A module without what is asked of it: a refused one would be told to the console.
  await page.route('**/assets/CodeSample-*.js*', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new TypeError("broken");' }),
  );
  await page.goto('/#view=reference');
  const panel = page.getByRole('region', { name: 'Code sample' });
  await panel.scrollIntoViewIfNeeded();
  const notice = page
    .getByRole('alert')
    .filter({ hasText: 'The code sample could not be loaded.' });
  await expect(notice).toBeVisible();
  await expect(panel).toContainText("import express from 'express'");
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toBeVisible();
});

test('a panel out of view is not rendered by a step, and is right when it comes into view', async ({
  page,
}) => {
  await open(page, '#view=reference');
  await page.keyboard.press('ArrowRight');
  const counts = page.getByRole('region', { name: 'Counts' });
  const transcript = page.getByRole('region', { name: 'Transcript' });
  const shown = () => transcript.evaluate((root) => root.innerHTML);
  // In one task after the other, so that the page does not come to rest in between.
  const [before, after] = await transcript.evaluate(async (root) => {
    const html = root.innerHTML;
    for (let i = 0; i < 5; i++) {
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }),
      );
      await new Promise(requestAnimationFrame);
    }
    await new Promise(requestAnimationFrame);
    return [html, root.innerHTML] as const;
  });
  await expectStep(page, 6);
  expect(after).toBe(before);
  await transcript.scrollIntoViewIfNeeded();
  await expect.poll(shown).not.toBe(before);
  await counts.scrollIntoViewIfNeeded();
  await expect(counts).toContainText('up to step 6 of 12');
});

test('Reference tells the run on show wherever one has scrolled to', async ({ page }) => {
  await open(page, '#view=reference&scenario=stolen-then-logout');
  const transcript = page.getByRole('region', { name: 'Transcript' });
  await expect(transcript).not.toBeInViewport();
  await expect(transcript).not.toContainText('The user ada sends a login request');
  await expect(transcript).toContainText('Session:');
});
