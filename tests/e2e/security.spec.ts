import { expect, type Page, test } from '@playwright/test';
import { MOVING, nextPaint, WORKER_BLOCKED } from './page.ts';

// The policy has a say in what moves as well.
test.use(MOVING);

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
  "connect-src 'none'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; " +
  "form-action 'none'; object-src 'none'; require-trusted-types-for 'script'; " +
  'trusted-types authtrace-worker';

interface Probe {
  refused: string[];
  ran?: boolean;
}

/** Collects in the page what the policy refuses; `probe` reads it. */
async function listen(page: Page) {
  await page.addInitScript(() => {
    const found: Probe = { refused: [] };
    Object.assign(window, { probe: found });
    document.addEventListener('securitypolicyviolation', (event) => {
      found.refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
}
const probe = (page: Page) => page.evaluate(() => (window as unknown as { probe: Probe }).probe);

async function open(page: Page) {
  await listen(page);
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor();
}

async function walk(page: Page) {
  const current = page.getByRole('table', { name: 'Execution table' }).locator('[aria-current]');
  for (let step = 1; step <= 12; step++) {
    await page.keyboard.press('ArrowRight');
    await expect(current.getByRole('button', { name: `Go to step ${step}` })).toBeVisible();
    await nextPaint(page); // Some of the step's motion, too.
  }
  for (let step = 12; step > 0; step--) await page.keyboard.press('ArrowLeft');
  await expect(current).toHaveCount(0);
}

test.describe('the content security policy', () => {
  test('stands first in the head, exactly', async ({ request }) => {
    const html = await (await request.get('/')).text();
    const first = /<head>\s*(<[^>]+>)/.exec(html)?.[1];
    expect(first).toBe(`<meta http-equiv="Content-Security-Policy" content="${POLICY}" />`);
  });

  test('is never violated and nothing leaves the origin during a walk', async ({ page }) => {
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => {
      if (message.text() !== WORKER_BLOCKED)
        complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await open(page);
    await walk(page);
    await page.waitForLoadState('networkidle');
    expect((await probe(page)).refused).toEqual([]);
    expect(complaints).toEqual([]);
    const { origin } = new URL(page.url());
    expect(requests.filter((url) => new URL(url).origin !== origin)).toEqual([]);
  });

  test('refuses an injected inline script', async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.append('window.probe.ran = true');
      document.head.append(script);
    });
    await expect.poll(async () => (await probe(page)).refused.length).toBeGreaterThan(0);
    expect((await probe(page)).ran).toBeUndefined();
  });

  test('refuses an injected event handler', async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      const button = document.createElement('button');
      try {
        button.setAttribute('onclick', 'window.probe.ran = true');
      } catch {} // Browsers differ in when they refuse it.
      document.body.append(button);
      button.click();
    });
    await expect.poll(async () => (await probe(page)).refused.length).toBeGreaterThan(0);
    expect((await probe(page)).ran).toBeUndefined();
  });

  test('refuses an injected style element and style attribute', async ({ page }) => {
    await open(page);
    const shown = await page.evaluate(() => {
      const style = document.createElement('style');
      style.append('#injected { --from-element: 1 }');
      const box = document.createElement('div');
      box.id = 'injected';
      box.setAttribute('style', '--from-attribute: 1');
      document.body.append(style, box);
      const computed = getComputedStyle(box);
      return ['--from-element', '--from-attribute'].map((name) => computed.getPropertyValue(name));
    });
    expect(shown).toEqual(['', '']);
    await expect.poll(async () => (await probe(page)).refused.join()).toContain('style-src-elem');
    expect((await probe(page)).refused.join()).toContain('style-src-attr');
  });

  test('refuses HTML from a string, and requests made by code', async ({ page }) => {
    await open(page);
    const [html, fetched] = await page.evaluate(async () => {
      const failed = (error: unknown) => (error instanceof TypeError ? 'refused' : String(error));
      let html = 'let through';
      try {
        document.createElement('div').innerHTML = '<b>text</b>';
      } catch (error) {
        html = failed(error);
      }
      return [html, await fetch(location.href).then(() => 'let through', failed)];
    });
    expect([html, fetched]).toEqual(['refused', 'refused']);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page is readable', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('body > noscript p')).toBeVisible();
    const table = page.getByRole('table', { name: 'Execution table' });
    await expect(table.locator('tbody > tr')).toHaveCount(12);
    await expect(table).toContainText('Client makes authenticated request');
    const tracker = page.getByRole('table', { name: 'Variable tracker' });
    for (const name of ['sessionStore', 'sessionCookie', 'token']) {
      await expect(tracker.getByRole('rowheader', { name })).toBeVisible();
    }
    for (const name of ['Key moments', 'Transcript', 'Snapshot', 'Quiz']) {
      await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
    }
    await expect(page.getByRole('region', { name: 'Quiz' }).getByRole('group')).toHaveCount(3);
  });

  test('the served HTML has no style attribute and no inline script', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('[style], style')).toHaveCount(0);
    // A block of data is no script: no browser runs it.
    const inline = page.locator('script:not([src], [type="application/json"])');
    await expect(inline).toHaveCount(0);
  });
});
