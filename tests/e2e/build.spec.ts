import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { DIST } from '../../src/cli/machine/paths.mjs';

const TOTAL_BUDGET = 112_000;
const INITIAL_BUDGET = 85_000;

const currentRow = (page: Page) =>
  page.getByRole('table', { name: 'Execution table' }).locator('[aria-current]');

/** Opens the page and returns the brotli size of each script that this fetched, by address. */
async function weighScripts(page: Page): Promise<Map<string, number>> {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.set(
      response.url(),
      response.body().then((body) => brotliCompressSync(body).length),
    );
  });
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500); // What the page fetches when idle.
  await page.waitForLoadState('networkidle');
  return new Map(
    await Promise.all([...sizes].map(async ([url, size]) => [url, await size] as const)),
  );
}

const sum = (sizes: Iterable<number>) => [...sizes].reduce((total, size) => total + size, 0);

test('the JavaScript that opening the page fetches stays in its budget', async ({ page }) => {
  const sizes = await weighScripts(page);
  expect(sum(sizes.values())).toBeLessThanOrEqual(TOTAL_BUDGET);

  // The HTML names everything that the entry imports statically.
  const html = await (await page.request.get('/')).text();
  const tags = html.matchAll(
    /<script[^>]* src="([^"]+)"|<link rel="modulepreload"[^>]* href="([^"]+)"/g,
  );
  const initial = [...tags].map(([, src, href]) => new URL(src ?? href ?? '', page.url()).href);
  expect(initial.length).toBeGreaterThanOrEqual(2);
  for (const url of initial) expect(sizes.has(url), url).toBe(true);
  expect(sum(initial.map((url) => sizes.get(url) ?? 0))).toBeLessThanOrEqual(INITIAL_BUDGET);
});

test('the prerendered page is taken over as it is, at any address', async ({ page }) => {
  for (const hash of ['', '#step=4', '#step=9&columns=token', '#step=wrong']) {
    await page.goto('about:blank');
    await page.goto(`/${hash}`);
    await page.locator('html[data-ready]').waitFor();
    await expect(page.locator('html'), hash).not.toHaveAttribute('data-recovered');
    await expect(page.locator('html'), hash).not.toHaveAttribute('data-pending');
  }
});

test('keys pressed before the app listens are not lost', async ({ page }) => {
  let go = () => {};
  const late = new Promise<void>((done) => {
    go = done;
  });
  await page.route('**/assets/index-*.js', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  await page.getByRole('table', { name: 'Execution table' }).waitFor();
  for (const key of ['ArrowRight', 'ArrowRight', 'Control+ArrowRight', 'ArrowRight', 'ArrowLeft']) {
    await page.keyboard.press(key);
  }
  await expect(page.locator('html')).not.toHaveAttribute('data-ready');
  go();
  await expect(currentRow(page).getByRole('button', { name: 'Go to step 2' })).toBeVisible();
});

test('a linked step whose app never comes leaves the start readable', async ({ page }) => {
  await page.route('**/assets/index-*.js', (route) => route.abort());
  await page.goto('/#step=7');
  await expect(page.getByRole('table', { name: 'Execution table' })).toBeVisible();
});

test('it opens in a sandboxed frame, where storage throws', async ({ page }) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.route('**/frame.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<iframe sandbox="allow-scripts" src="./" width="1000" height="700"></iframe>',
    }),
  );
  await page.goto('/frame.html');
  const frame = page.frameLocator('iframe');
  await frame.locator('html[data-ready]').waitFor();
  await frame.getByRole('button', { name: 'Next step' }).click();
  await expect(frame.locator('tr[aria-current="step"]')).toHaveCount(1);
  expect(complaints).toEqual([]);
});

test('the headers for static hosts carry the policy of the page', async ({ request }) => {
  const headers = await readFile(join(process.env.E2E_DIST ?? DIST, '_headers'), 'utf8');
  const html = await (await request.get('/')).text();
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
  expect(headers).toContain(`Content-Security-Policy: ${policy}; frame-ancestors *\n`);
});
