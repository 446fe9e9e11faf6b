import { expect, expectStep, open, test } from './page.ts';

test.use({ viewport: { width: 320, height: 568 }, hasTouch: true });

test('from a wrong guess to knowing why, by touch on a small screen', async ({ page }) => {
  await open(page, '#view=check');
  await page.getByRole('link', { name: 'Learn', exact: true }).tap();
  await page.getByRole('link', { name: '3. Show it' }).tap();
  const question = page.getByRole('group', { name: /^One thing happens/ });
  await question.getByText('Reload the page').tap();
  await page.getByRole('button', { name: 'Check', exact: true }).tap();
  await expect(page.getByText('Not Reload the page. It is Restart the server.')).toBeVisible();
  await expect(page.getByText('Principle:')).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'The same, with one thing changed' }),
  ).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);

  await page.getByRole('button', { name: 'Show the run' }).first().tap();
  await expectStep(page, 4);
  await expect(page.getByRole('region', { name: 'Client and server' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to “Learn”' }).tap();
  await expect(page.getByText('Principle:')).toBeVisible();
  expect(new URL(page.url()).hash).toContain('way=learn/show');
});
