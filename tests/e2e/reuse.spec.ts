import { expect, expectStep, open, quiz, test } from './page.ts';

// Tests use one page after the other, so that what one of them leaves must not reach the next.
test.describe.configure({ mode: 'serial' });

const KEY = 'left by the test before';

test('a test leaves all that it can', async ({ page, context }) => {
  await page.clock.install({ time: 0 });
  await page.addInitScript((key) => Object.assign(window, { [key]: true }), KEY);
  await page.route('**/favicon.svg', (route) => route.abort());
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'no-preference' });
  await page.setViewportSize({ width: 333, height: 444 });
  await open(page, '#step=3&view=check');
  await quiz(page).getByRole('button', { name: 'Hint' }).first().click();
  await page.evaluate((key) => {
    localStorage.setItem(key, key);
    sessionStorage.setItem(key, key);
    addEventListener('pagehide', () => {
      localStorage.setItem(`${key}, late`, key);
      sessionStorage.setItem(`${key}, late`, key);
    });
  }, KEY);
  await context.addCookies([{ name: 'left', value: '1', url: page.url() }]);
  expect(await page.evaluate((key) => Reflect.get(window, key), KEY)).toBe(true);
  expect(await page.evaluate(() => Date.now())).toBeLessThan(3_600_000);
});

test('and the next one finds the page as new', async ({ page, context }) => {
  expect(page.url()).toBe('about:blank');
  expect(await context.cookies()).toEqual([]);
  await open(page);
  // A browser without a window asks for no icon by itself.
  await page.evaluate(() => Object.assign(new Image(), { src: '/favicon.svg' }).decode());
  await expectStep(page, 0);
  await expect(quiz(page).getByText(/^Hint: /)).toHaveCount(0);
  const found = await page.evaluate((key) => {
    const keys = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
    const kept = [keys.filter((name) => name.startsWith(key)), Reflect.get(window, key)];
    const asked = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'];
    return { kept, media: asked.map((query) => matchMedia(query).matches), innerWidth };
  }, KEY);
  expect(found).toEqual({ kept: [[], undefined], media: [false, true], innerWidth: 1280 });
  expect(await page.evaluate(() => Date.now())).toBeGreaterThan(Date.UTC(2026, 0, 1));
  // What it may keep is the files of the build: what the first test fetched is not fetched again.
  const fetched = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/assets/'))
      .map((entry) => (entry as PerformanceResourceTiming).transferSize),
  );
  expect(fetched).toContain(0);
});
