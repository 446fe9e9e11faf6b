import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, goTo, open, type Page, test } from './page.ts';
import { expectNoViolationsInLooks } from './violations.ts';

const LINE = 'Set-Cookie line, or all header fields of the answer';
const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' });
const expectNoOverflow = async (page: Page, width: number) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    width,
  );

/** Pastes as a person does, by the clipboard of the field. */
async function paste(page: Page, label: string, text: string) {
  await page.getByLabel(label).evaluate((field: HTMLTextAreaElement, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.focus();
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    if (field.dispatchEvent(event)) document.execCommand('insertText', false, pasted);
  }, text);
}

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 320, height: 568 } });

  test('“my cookie is not set”: one line is pasted, and its reason is found', async ({ page }) => {
    await open(page, '#view=breaks');
    await page.getByRole('searchbox').fill('my cookie is not set');
    await page.getByRole('button', { name: 'Paste it: Set-Cookie line' }).click();
    await paste(page, LINE, 'Set-Cookie: sid=abc; SameSite=None; HttpOnly; Path=/');
    await expect(verdict(page).getByRole('heading', { name: '“sid” is not kept' })).toBeVisible();
    const reasons = verdict(page).getByRole('list', { name: 'Why' });
    await expect(reasons.getByText('SameSite=None without Secure')).toBeVisible();
    await expect(reasons.getByText(/^Do this: Add Secure/)).toBeVisible();
    await expectNoOverflow(page, 320);
    expect(new URL(page.url()).hash).toBe('#step=0&way=inspect/cookie');
  });

  test('a token and a log fit, too', async ({ page }) => {
    for (const kind of ['token', 'log']) {
      await open(page, `#way=inspect/${kind}`);
      await page.getByRole('button', { name: 'Try an example' }).click();
      await expect(verdict(page).getByRole('heading').first()).toBeVisible();
      await expectNoOverflow(page, 320);
    }
  });

  test('names that go on without a space fit, too', async ({ page }) => {
    const long = 'x'.repeat(120);
    const url = `https://${'api-'.repeat(14)}a.${'shop-'.repeat(10)}a.example/${long}`;
    await open(page, '#way=inspect/cookie');
    await page.getByLabel('URL that answered').fill(url);
    await page.getByLabel('Page that asked').fill('https://other.example');
    await paste(page, LINE, `${long}=abc; Path=/${long}; ${long}; SameSite=None; Secure`);
    await page.getByRole('radio', { name: 'include' }).check();
    await expect(verdict(page).getByRole('heading').first()).toContainText('is kept');
    await expectNoOverflow(page, 320);

    await open(page, '#way=inspect/log');
    const log = [
      `> POST /${long}?${long}=1 HTTP/2`,
      `> Host: ${new URL(url).host}`,
      `> Cookie: ${long}=1; ${long}2=1`,
      `> Authorization: ${long}`,
      '< HTTP/2 401',
      `< Set-Cookie: ${long}3=1; Domain=${long}.example`,
    ];
    await paste(page, 'Paste a log', log.join('\n'));
    await expect(verdict(page).getByRole('heading').first()).toContainText('found');
    await expectNoOverflow(page, 320);

    await open(page, '#way=inspect/token');
    const members = Buffer.from(JSON.stringify({ [long]: long, iss: url })).toString('base64url');
    await page.getByRole('textbox', { name: /^Token, with/ }).fill(`eyJhbGciOiJ4In0.${members}.x`);
    await expect(verdict(page)).toContainText(long);
    await expectNoOverflow(page, 320);
  });
});

test('it is reached and used by keys alone, from the reference and back', async ({ page }) => {
  await open(page);
  await goTo(page, 'Reference');
  await page.getByRole('link', { name: 'Set-Cookie line' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Paste what you have' })).toBeFocused();
  await expect(page.getByRole('table', { name: 'Execution table' })).toBeHidden();
  const line = page.getByLabel(LINE);
  await expect(line).toBeVisible();
  await line.focus();
  await page.keyboard.insertText('sid=1; Domain=localhost:3000');
  await expect(verdict(page).getByText('A Domain has no port', { exact: false })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('URL that answered')).toBeFocused();
  // What is typed steps nothing.
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/#step=0&way=inspect\/cookie$/);
  await page.getByRole('button', { name: 'Back to the reference' }).press('Enter');
  await expect(page.getByRole('table', { name: 'Execution table' })).toBeVisible();
});

test('in a frame of another page it is all there is, and the walk shows nothing of it', async ({
  page,
}) => {
  await open(page, '#way=inspect/cookie&embed=1');
  await expect(page.getByLabel(LINE)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Execution table' })).toBeHidden();
  await open(page, '#step=3&embed=1');
  await expect(page.getByRole('heading', { name: 'Paste what you have' })).toBeHidden();
});

test('its code is not part of the first load', async ({ page }) => {
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.url());
  });
  await open(page);
  await page.waitForLoadState('networkidle');
  const isOwn = (url: string) => /(CookieInspection|TokenInspection|LogInspection)/.test(url);
  expect(scripts.filter(isOwn)).toEqual([]);
  await goTo(page, 'Reference');
  await page.getByRole('link', { name: 'Token', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Try an example' })).toBeVisible();
  expect(scripts.filter(isOwn)).toHaveLength(1);
});

test('no secret leaves the page, nor is it kept, and storage is not needed', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
    Object.defineProperty(window, 'sessionStorage', { get: refuse });
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await open(page, '#way=inspect/cookie');
  await paste(page, LINE, 'sid=verysecret; HttpOnly');
  await expect(verdict(page).getByRole('heading', { name: '“sid” is kept' })).toBeVisible();
  await page.getByRole('link', { name: 'Token', exact: true }).click();
  await page.getByRole('button', { name: 'Try an example' }).click();
  await page.getByLabel('Secret', { exact: true }).fill('verysecret');
  await expect(verdict(page).getByRole('heading', { name: 'Invalid' })).toBeVisible();
  await page.getByRole('link', { name: 'HAR file or curl -v log' }).click();
  await paste(
    page,
    'Paste a log',
    '> GET /?token=verysecret HTTP/1.1\n> Host: shop.example\n>\n< HTTP/1.1 200 OK\n<\n',
  );
  await expect(verdict(page).getByText('A token is in the address: token')).toBeVisible();
  expect(await page.content()).not.toContain('verysecret');
  expect(page.url()).not.toContain('verysecret');
  expect(asked.filter((text) => text.includes('verysecret'))).toEqual([]);
  const history = await page.evaluate(() => JSON.stringify(window.history.state));
  expect(history).not.toContain('verysecret');
});

test('a file of 200 MB is told to be too large, and the page goes on', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'inspect-'));
  const file = join(folder, 'huge.har');
  writeFileSync(file, '{"log":');
  truncateSync(file, 200_000_000);
  await open(page, '#way=inspect/log');
  await expect(page.getByText('Up to 20 MB', { exact: false })).toBeVisible();
  await page.getByLabel('Or choose a file').setInputFiles(file);
  await expect(verdict(page).getByRole('alert')).toContainText('was not read');
  rmSync(folder, { recursive: true });
  await page.getByRole('button', { name: 'Back to the reference' }).click();
  await expect(page.getByRole('table', { name: 'Execution table' })).toBeVisible();
});

test('axe finds nothing in any of the three', async ({ page }) => {
  for (const kind of ['cookie', 'token', 'log']) {
    await open(page, `#way=inspect/${kind}`);
    await page.getByRole('button', { name: 'Try an example' }).click();
    await expect(verdict(page).getByRole('heading').first()).toBeVisible();
    await expectNoViolationsInLooks(page, kind);
  }
});

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

  test('the one that is open is outlined, and a verdict is a word', async ({ page }) => {
    await open(page, '#way=inspect/cookie');
    const outlineOf = (name: string) =>
      page
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name, exact: true }) })
        .evaluate((item) => getComputedStyle(item).outlineStyle);
    expect(await outlineOf('Set-Cookie line')).toBe('solid');
    expect(await outlineOf('Token')).toBe('none');
    await page.getByRole('button', { name: 'Try an example' }).click();
    await expect(verdict(page).getByRole('heading', { name: '“sid” is kept' })).toBeVisible();
  });
});
