import { expect, type Page, test } from '@playwright/test';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { type RealBrowser, startBrowser } from './realClient/browser.ts';
import { CLIENT_RULES } from './realClient/rules.ts';
import { startSite } from './realClient/site.ts';

// A page must be in the back/forward cache or must not; both are tried, and end alike.
const KEEPING = [false, true] as const;

// Browsers of their own for each test would take longer than all that is done in them.
test.describe.configure({ mode: 'default' });
const browsers: RealBrowser[] = [];
test.beforeAll(async () => {
  for (const keepsPages of KEEPING) browsers.push(await startBrowser({ keepsPages }));
});
test.afterAll(async () => {
  for (const browser of browsers) await browser.close();
});

/** Opens a tab without a past in each browser in turn, and closes it after what is done there. */
async function inEach(act: (page: Page) => Promise<void>): Promise<void> {
  for (const { context } of browsers) {
    // Hosts keep one jar for all their ports.
    await context.clearCookies();
    const page = await context.newPage();
    await act(page);
    await page.close();
  }
}

const letCachesKeep = (_req: unknown, _res: unknown, next: () => void) => next();

interface Client {
  logIn(name: string, password: string): Promise<unknown>;
  logOut(): Promise<unknown>;
}
const call = (page: Page, verb: 'logIn' | 'logOut') =>
  page.evaluate((name) => {
    const { client } = window as unknown as { client: Client };
    return name === 'logIn' ? client.logIn('ada', 'correct horse') : client.logOut();
  }, verb);

const expectShown = (page: Page, text: string) => expect(page.locator('#shown')).toHaveText(text);

/** Presses Back; a page out of the back/forward cache is never loaded, so nothing waits for that. */
async function goBack(page: Page, path: string): Promise<void> {
  await page.evaluate(() => void setTimeout(() => history.back(), 0));
  await page.waitForURL(`**${path}`, { waitUntil: 'commit' });
}

/** The step of the Back button in the engine. */
async function runBack(id: 'back-after-logout' | 'back-asks-again') {
  const scenario = SCENARIOS.find((one) => one.id === id);
  if (!scenario) throw new RangeError(id);
  const { frames } = await runScenario(scenario);
  return frames.find(({ kind }) => kind === 'back.show');
}

for (const strategy of ['session', 'token'] as const) {
  test(`${CLIENT_RULES.backShows}: ${strategy}`, async () => {
    const engine = await runBack('back-after-logout');
    expect(engine?.[strategy].outcome.fromCache).toBe(true);
    expect(engine?.[strategy].messages).toEqual([]);
    await inEach(async (page) => {
      const site = await startSite(strategy, { caching: letCachesKeep });
      await page.goto(`${site.url}/app`);
      await call(page, 'logIn');
      await page.reload();
      await expectShown(page, 'abc123');
      await call(page, 'logOut');
      // Still on the screen, where nobody has told the page to forget it.
      await expectShown(page, 'abc123');
      await page.goto(`${site.url}/elsewhere`);
      site.takeAsked();
      await goBack(page, '/app');
      await expectShown(page, 'abc123');
      expect(site.takeAsked()).toEqual([]);
      // Whoever asks is told no, and Back has the old page all the same.
      await page.goto(`${site.url}/app`);
      await expectShown(page, 'the server answered 401');
      expect(site.takeAsked()).toEqual(['GET /profile']);
      await site.close();
    });
  });

  test(`${CLIENT_RULES.backAsks}: ${strategy}`, async () => {
    const engine = await runBack('back-asks-again');
    expect(engine?.[strategy].outcome.status).toBe(401);
    await inEach(async (page) => {
      const site = await startSite(strategy);
      await page.goto(`${site.url}/app`);
      await call(page, 'logIn');
      await page.reload();
      await expectShown(page, 'abc123');
      await call(page, 'logOut');
      await page.goto(`${site.url}/elsewhere`);
      site.takeAsked();
      await goBack(page, '/app');
      await expectShown(page, 'the server answered 401');
      expect(site.takeAsked()).toEqual(['GET /profile']);
      await site.close();
    });
  });
}

test('a page that is a document is shown from the cache likewise', async () => {
  await inEach(async (page) => {
    const site = await startSite('session', { caching: letCachesKeep });
    await page.goto(`${site.url}/app`);
    await call(page, 'logIn');
    await page.goto(`${site.url}/profile`);
    await page.goto(`${site.url}/app`);
    await call(page, 'logOut');
    site.takeAsked();
    await goBack(page, '/profile');
    await expect(page.locator('body')).toHaveText('{"userId":"abc123"}');
    expect(site.takeAsked()).toEqual([]);
    await site.close();
  });
});
