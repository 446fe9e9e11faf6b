import { expect, open, type Page, SIZES, test } from './page.ts';
import { expectNoViolations } from './violations.ts';

const share = (page: Page) => page.getByRole('dialog', { name: 'Share' });
const openShare = async (page: Page) => {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await share(page)
    .getByRole('button', { name: /^File of the run/ })
    .click();
  await expect(share(page).getByRole('textbox', { name: 'What is in the file' })).toBeVisible();
};

test('the menu fits a window of 320 px, whatever is chosen in it', async ({ page }) => {
  await page.setViewportSize({ ...SIZES.narrow, width: 320 });
  await open(page, '#step=5');
  await openShare(page);
  for (const format of ['curl', 'postman', 'har', 'run']) {
    await share(page).getByRole('combobox', { name: 'Format' }).selectOption(format);
    await expect(share(page).getByRole('textbox', { name: 'What is in the file' })).toBeVisible();
    const [wide, room] = await share(page).evaluate((box) => [box.scrollWidth, box.clientWidth]);
    expect(wide, format).toBe(room);
  }
  await expectNoViolations(page, 'the menu at 320 px');
});

/** Opens the page in a frame that may run scripts and nothing else, such as a course page has. */
async function openSandbox(page: Page, hash: string) {
  await page.route('**/course.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe src="/${hash}" width="1000" height="800" sandbox="allow-scripts"></iframe>`,
    }),
  );
  await page.goto('/course.html');
  const lesson = page.frameLocator('iframe');
  await expect(lesson.locator('html[data-ready]')).toBeAttached();
  return lesson;
}

test('a frame that forbids saving and new pages says so, and nothing is lost', async ({ page }) => {
  const lesson = await openSandbox(page, '#step=5&embed=1');
  const link = lesson.getByRole('link', { name: 'Open the whole page' });
  await link.click();
  await expect(lesson.getByRole('alert')).toContainText('The one around this may forbid it');
  await expect(lesson.getByRole('textbox', { name: 'Address of the whole page' })).toHaveValue(
    /#step=5$/,
  );
  expect(page.context().pages()).toHaveLength(1);
});

test('a frame that forbids forms is answered in nevertheless', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const predicted = await openSandbox(page, '#step=5&predict=1');
  await predicted.getByRole('button', { name: 'Next step' }).click();
  const ask = predicted.getByRole('group', { name: 'Before you go on' });
  await ask.getByRole('radio').first().check();
  await ask.getByRole('button', { name: 'Check' }).click();
  await expect(predicted.getByRole('slider', { name: 'Step' })).toHaveValue('6');
  const review = await openSandbox(page, '#way=review');
  const cards = review.getByRole('region', { name: 'Review' });
  const first = cards.getByRole('radio').first();
  await first.check();
  await first.press('Enter');
  await expect(cards.getByText(/^Asked again/)).toBeVisible();
  const before = await openSandbox(page, '#way=test/before.1');
  await before.getByRole('button', { name: 'Show the result' }).click();
  await expect(before.getByText(/^10 questions/)).toBeVisible();
});

test('a file that a frame drops is there to copy', async ({ page }) => {
  const lesson = await openSandbox(page, '#step=5');
  await lesson.getByRole('button', { name: 'Share', exact: true }).click();
  await lesson.getByRole('button', { name: 'Save picture' }).click();
  await expect(lesson.getByRole('alert')).toContainText('Nothing is lost');
  await expect(lesson.getByRole('textbox', { name: 'What was to be saved' })).toHaveValue(/^<svg/);
  await expect(lesson.getByRole('button', { name: 'Copy instead' })).toBeVisible();
});

test('where nothing forbids it, a file comes and nothing is said', async ({ page }) => {
  await open(page, '#step=5');
  await openShare(page);
  const download = page.waitForEvent('download');
  await share(page).getByRole('button', { name: 'Save picture' }).click();
  expect((await download).suggestedFilename()).toBe('authtrace-step-5.svg');
  await expect(share(page).getByRole('alert')).toHaveCount(0);
});

test('what is said to be copied is, also where the page may not use the clipboard', async ({
  page,
}) => {
  await open(page, '#step=5');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await openShare(page);
  const file = share(page).getByRole('textbox', { name: 'What is in the file' });
  const written = await file.inputValue();
  await share(page).getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(share(page).getByRole('button', { name: 'Copied' })).toBeFocused();
  await file.evaluate((box: HTMLTextAreaElement) => {
    Object.assign(box, { readOnly: false, value: '' }).focus();
  });
  await page.keyboard.press('Control+V');
  expect(await file.evaluate((box: HTMLTextAreaElement) => box.value)).toBe(written);
});
