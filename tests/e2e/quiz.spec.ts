import { expect, expectStep, goTo, open, type Page, quiz, table, test, tracker } from './page.ts';

const group = (page: Page, name: RegExp) => quiz(page).getByRole('group', { name });
const CREATES = /step 3 of the execution table create/;
const STORE = /happens to sessionStore after logout/;
const SENDS = /send its authentication data/;

async function answer(page: Page, question: RegExp, option: string) {
  await group(page, question).getByRole('radio', { name: option }).check();
  await group(page, question).getByRole('button', { name: 'Check answer' }).click();
}
const verdict = (page: Page, question: RegExp) => group(page, question).getByRole('status');

test('all three questions, answered, kept over a reload, and tried again', async ({ page }) => {
  await open(page, '#view=check');
  // However long what is asked is: the buttons stand in one row.
  const checks = quiz(page).getByRole('button', { name: 'Check answer' });
  await expect(checks).toHaveCount(3);
  const tops = await checks.evaluateAll((all) =>
    all.map((one) => Math.round(one.getBoundingClientRect().top)),
  );
  expect(new Set(tops).size, `${tops}`).toBe(1);
  await answer(page, CREATES, 'A JWT with the user’s ID in its payload');
  await expect(verdict(page, CREATES)).toContainText('Right.');
  await answer(page, STORE, 'It stores the token');
  await expect(verdict(page, STORE)).toContainText('Not quite.');
  await answer(page, SENDS, 'The browser sends the session cookie by itself');
  await expect(quiz(page).getByText('2 of 3 correct')).toBeVisible();
  const labels = await group(page, STORE).locator('label').allTextContents();

  await page.reload();
  await expect(quiz(page).getByText('2 of 3 correct')).toBeVisible();
  await expect(verdict(page, STORE)).toContainText('Not quite.');
  await expect(group(page, STORE).locator('label')).toHaveText(labels);

  await group(page, STORE).getByRole('button', { name: 'Try again' }).click();
  await expect(verdict(page, STORE)).toBeEmpty();
  await answer(page, STORE, 'It is cleared: an empty object');
  await expect(quiz(page).getByText('3 of 3 correct')).toBeVisible();
});

test('each verdict stands directly under the option that was chosen', async ({ page }) => {
  await open(page, '#view=check');
  const labels = group(page, STORE).locator('label');
  for (const i of [0, 1, 2, 3]) {
    await labels.nth(i).click();
    await group(page, STORE).getByRole('button', { name: 'Check answer' }).click();
    await expect(verdict(page, STORE)).not.toBeEmpty();
    const [option, said, next] = await Promise.all(
      [labels.nth(i), verdict(page, STORE), labels.nth(i + 1)].map((part, at) =>
        at === 2 && i === 3 ? null : part.boundingBox(),
      ),
    );
    const below = (option?.y ?? 0) + (option?.height ?? 0);
    expect(said?.y).toBeGreaterThanOrEqual(below);
    expect(said?.y).toBeLessThan(below + 12);
    if (next) expect(next.y).toBeGreaterThanOrEqual((said?.y ?? 0) + (said?.height ?? 0));
  }
});

test('Show me jumps to the step and marks the very cell, in view', async ({ page }) => {
  await open(page, '#view=check');
  await group(page, CREATES).getByRole('button', { name: 'Show me' }).click();
  await expectStep(page, 3);
  const cell = table(page).locator('[data-marked]');
  await expect(cell).toContainText('Create JWT token with user ID payload');
  await expect(cell).toBeInViewport();
  await page.getByRole('button', { name: 'Back to question 1' }).click();
  await expect(group(page, CREATES).getByRole('button', { name: 'Show me' })).toBeFocused();
  await group(page, STORE).getByRole('button', { name: 'Show me' }).click();
  await expectStep(page, 9);
  await expect(tracker(page).locator('[data-marked]')).toHaveText(/^\{\}/);
  await expect(table(page).locator('[data-marked]')).toHaveCount(0);
  await expect(tracker(page).locator('[data-marked]')).toBeInViewport();
});

test('Show me brings a hidden lane back', async ({ page }) => {
  await open(page, '#step=1&columns=session&view=check');
  await group(page, CREATES).getByRole('button', { name: 'Show me' }).click();
  await expect(table(page).locator('[data-marked]')).toContainText('Create JWT token');
  await expect(page.getByRole('radio', { name: 'Both' })).toBeChecked();
});

test('a hint stays, whatever follows', async ({ page }) => {
  await open(page, '#view=check');
  const question = group(page, SENDS);
  await question.getByRole('button', { name: 'Hint' }).click();
  const hint = question.getByText(/^Hint: .*sessionCookie/);
  await expect(hint).toBeVisible();
  await answer(page, SENDS, 'The user’s ID in the URL');
  await question.getByRole('button', { name: 'Try again' }).click();
  await page.reload();
  await expect(hint).toBeVisible();
});

test('the keys of the walk leave the quiz’s radios alone', async ({ page }) => {
  await open(page, '#step=5&view=check');
  const radios = group(page, STORE).getByRole('radio');
  await radios.first().check();
  await page.keyboard.press('ArrowDown');
  await expect(radios.nth(1)).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(radios.nth(2)).toBeChecked();
  await goTo(page, 'Walk');
  await expectStep(page, 5);
});
