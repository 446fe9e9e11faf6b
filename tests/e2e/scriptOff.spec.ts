import { expect, stage, table, test } from './page.ts';

test.use({ javaScriptEnabled: false });

/** All that there is to read, by what is in it. */
const PARTS = {
  'Client and server': 'Nobody is logged in',
  'Flow diagram': 'Server checks session ID',
  'Execution table': 'Server verifies auth',
  Questions: 'logout',
  Settings: 'Session lifetime',
  Quiz: 'variable tracker',
  'HTTP messages': 'HTTP',
  'Code sample': 'express',
  'Key moments': 'step',
  Counts: 'request',
  Snapshot: 'token',
  Transcript: 'ada',
  Glossary: 'HMAC',
} as const;

for (const [width, height] of [
  [1440, 900],
  [844, 390],
  [390, 844],
  [320, 360],
] as const) {
  test(`without script all is read, and nothing looks as if it could be pressed, ${width} wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const [name, text] of Object.entries(PARTS)) {
      const part = page.getByRole('region', { name, exact: true });
      await expect.soft(part, name).toBeVisible();
      await expect.soft(part, name).toContainText(text, { ignoreCase: true });
    }
    await expect(page.getByText('Loading')).toHaveCount(0);
    await expect(page.getByRole('toolbar', { name: 'Playback' })).toBeHidden();
    for (const role of ['navigation', 'combobox', 'radiogroup'] as const) {
      await expect.soft(page.getByRole('banner').getByRole(role).first(), role).toBeHidden();
    }
    await expect(page.getByRole('button', { name: /^Start/ })).toBeHidden();
    await expect(stage(page).getByRole('group')).toHaveCount(2);
    // The whole table, outside of any box that would have to be scrolled.
    await expect(table(page).getByText('Authentication ends')).toBeVisible();
    const box = await table(page).evaluate(({ parentElement: around }) => [
      around?.scrollHeight,
      around?.clientHeight,
    ]);
    expect(box[0]).toBe(box[1]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  });
}
