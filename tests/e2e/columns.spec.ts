import { expect, goTo, open, type Page, stage, table, test, tracker } from './page.ts';

const radio = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'Columns' }).getByRole('radio', { name, exact: true });

async function expectColumns(page: Page, { session, token }: { session: boolean; token: boolean }) {
  const heads = table(page).getByRole('columnheader');
  const flow = page.getByRole('region', { name: 'Flow diagram' });
  for (const [shown, lane, column, variable, node] of [
    [session, 'Session', 'Session-based Auth', 'sessionCookie', 'Send session ID cookie'],
    [token, 'Token', 'Token-based Auth', 'token', 'Send token to client'],
  ] as const) {
    const count = shown ? 1 : 0;
    await expect(stage(page).getByRole('group', { name: `${lane}-based` })).toHaveCount(count);
    await expect(heads.filter({ hasText: column })).toHaveCount(count);
    const row = tracker(page).getByRole('rowheader', { name: variable, exact: true });
    await expect(row).toHaveCount(count);
    await expect(flow.getByRole('button', { name: node })).toHaveCount(count);
  }
  // In another place, which follows when it is opened.
  await goTo(page, 'Reference');
  const http = page.getByRole('region', { name: 'HTTP messages' });
  await http.scrollIntoViewIfNeeded();
  for (const [shown, lane] of [
    [session, 'Session'],
    [token, 'Token'],
  ] as const) {
    const heading = http.getByRole('heading', { name: lane, exact: true });
    await expect(heading).toHaveCount(shown ? 1 : 0);
  }
  await goTo(page, 'Walk');
}

test('one column alone changes every panel, by mouse and by key', async ({ page }) => {
  await open(page, '#step=4');
  await expectColumns(page, { session: true, token: true });
  await radio(page, 'Session').check({ force: true });
  await expect(radio(page, 'Session')).toBeChecked();
  await expectColumns(page, { session: true, token: false });
  await expect(page).toHaveURL(/#step=4&columns=session$/);
  await page.locator('body').press('t');
  await expectColumns(page, { session: false, token: true });
  await page.locator('body').press('b');
  await expectColumns(page, { session: true, token: true });
  await expect(page).toHaveURL(/#step=4$/);
});

test('the announcement is of the columns on show', async ({ page }) => {
  await open(page, '#step=3&columns=token');
  const said = page.getByRole('status', { name: 'Announcements' });
  await page.keyboard.press('ArrowRight');
  await expect(said).toHaveText(/^Step 4 of 12: Send auth data to client\. Token: /);
  await expect(said).not.toContainText('Session:');
  await page.keyboard.press('s');
  await expect(said).toHaveText(/^Step 4 of 12: Send auth data to client\. Session: /);
  await expect(said).not.toContainText('Token:');
});
