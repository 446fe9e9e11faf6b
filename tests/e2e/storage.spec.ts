import { expect, expectStep, goTo, notices, open, quiz, test } from './page.ts';

const PREFERENCES = 'authtrace.preferences';
const QUIZ = 'authtrace.quiz';

const CORRUPT: readonly (readonly [key: string, value: string])[] = [
  [PREFERENCES, '{'],
  [PREFERENCES, ''],
  [PREFERENCES, 'null'],
  [PREFERENCES, '[1,2,3]'],
  [PREFERENCES, '{"version":1,"theme":{"toString":1},"singleKeys":"no"}'],
  [PREFERENCES, '{"version":2,"theme":"purple"}'],
  [PREFERENCES, '{"version":1,"__proto__":{"theme":"dark"},"setTheme":null}'],
  [QUIZ, '{"version":1,"answers":[null,{"chosen":99},{"chosen":1e99,"checked":true}]}'],
  [QUIZ, '{"version":1,"shuffleSeed":-4,"answers":"abc"}'],
  [QUIZ, '{"version":1,"shuffleSeed":1e400,"answers":{"length":3}}'],
  [QUIZ, '{"version":1,"choose":1,"answers":[]}'],
  [QUIZ, `"${'x'.repeat(200_000)}"`],
];

test('whatever localStorage holds, the page opens and works', async ({ page }) => {
  await open(page);
  for (const [key, value] of CORRUPT) {
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), [key, value] as const);
    await page.reload();
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await page.keyboard.press('End');
    await expectStep(page, 12);
    await expect(page.getByRole('combobox', { name: 'Theme' }), value.slice(0, 60)).toHaveValue(
      'system',
    );
    await goTo(page, 'Check yourself');
    await expect(quiz(page).getByText(/of 3 correct/)).toHaveCount(0);
    await page.evaluate(() => localStorage.clear());
    await goTo(page, 'Walk');
    await page.keyboard.press('Home');
    await expectStep(page, 0);
    // The address is written late, and the next visit begins where it says.
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('');
  }
});

test('a kept verdict that contradicts the lesson is not believed', async ({ page }) => {
  await open(page, '#view=check');
  await page.evaluate((key) => {
    const wrong = { chosen: 3, checked: true, correct: true, hintShown: false };
    localStorage.setItem(key, JSON.stringify({ version: 1, shuffleSeed: 1, answers: [wrong] }));
  }, QUIZ);
  await page.reload();
  await expect(quiz(page).getByText('0 of 3 correct')).toBeVisible();
  await expect(quiz(page).getByText('Right.')).toHaveCount(0);
});

const FAILING: readonly (readonly [name: string, fail: () => void])[] = [
  [
    'blocked',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
  ],
  ['missing', () => Object.defineProperty(window, 'localStorage', { get: () => null })],
  [
    'full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
];

for (const [name, fail] of FAILING) {
  test(`storage that is ${name} costs persistence only, and is said once`, async ({ page }) => {
    await page.addInitScript(fail);
    await open(page);
    await expect(notices(page)).toHaveText(/lets this page store nothing/);
    await expect(notices(page).getByRole('paragraph')).toHaveCount(1);
    await notices(page).getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await goTo(page, 'Check yourself');
    await quiz(page).getByRole('button', { name: 'Hint' }).first().click();
    await expect(quiz(page).getByText(/^Hint: /)).toBeVisible();
    await expect(notices(page)).toBeEmpty();
    await goTo(page, 'Walk');
    await page.keyboard.press('End');
    await expectStep(page, 12);
  });
}

test('a chosen theme is there before the first paint of the next visit', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page);
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await page.addInitScript(() => {
    document.addEventListener(
      'readystatechange',
      () => {
        Object.assign(window, { early: document.documentElement.dataset.theme });
      },
      { once: true },
    );
  });
  await page.reload();
  expect(await page.evaluate(() => (window as unknown as { early: string }).early)).toBe('dark');
  const theme = page.getByRole('combobox', { name: 'Theme' });
  await theme.scrollIntoViewIfNeeded();
  await expect(theme).toHaveValue('dark');
});
