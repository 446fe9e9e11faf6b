import { expect, test } from '@playwright/test';
import { LEAVINGS } from '../../src/sim/action.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { type RealBrowser, startBrowser } from './realClient/browser.ts';
import { CLIENT_RULES } from './realClient/rules.ts';
import { startSite } from './realClient/site.ts';

type Leaving = (typeof LEAVINGS)[number];

/** What a request gets after a page was left, in the engine. */
async function runLeaving(
  strategy: 'session' | 'token',
  how: Leaving,
  settings: Parameters<typeof changeSettings>[0],
): Promise<string> {
  const { frames } = await runScenario({
    ...{ id: 'leaving', title: '', question: '', settings: changeSettings(settings) },
    actions: [{ type: 'login' }, { type: 'leave', how }, { type: 'request', fold: true }],
  });
  return frames.at(-1)?.[strategy].outcome.status === 200 ? 'abc123' : 'the server answered 401';
}

const DESIGNS = [
  { name: 'a cookie with a date', strategy: 'session', settings: {}, options: {} },
  {
    name: 'a cookie without a date',
    strategy: 'session',
    settings: { session: { lifetime: null } },
    options: { cookie: { maxAge: null } },
  },
  { name: 'a token in localStorage', strategy: 'token', settings: {}, options: {} },
  {
    name: 'a token in a variable',
    strategy: 'token',
    settings: { token: { keptIn: 'memory' } },
    options: {},
  },
] as const;

// A browser of its own for each test would take longer than all that is done in it.
test.describe.configure({ mode: 'default' });
let browser: RealBrowser;
test.beforeAll(async () => {
  browser = await startBrowser();
});
test.afterAll(async () => {
  await browser.close();
});

for (const { name, strategy, settings, options } of DESIGNS) {
  test(`${CLIENT_RULES.leaves}: ${name}`, async () => {
    const keptIn = 'token' in settings ? settings.token.keptIn : 'localStorage';
    const site = await startSite(strategy, options, keptIn);
    // Hosts keep one jar for all their ports.
    await browser.context.clearCookies();
    let { page } = browser;
    const told: Partial<Record<Leaving, string | null>> = {};
    const expected: Partial<Record<Leaving, string>> = {};
    for (const how of LEAVINGS) {
      await page.goto(`${site.url}/app`);
      await page.evaluate(() =>
        (
          window as unknown as { client: { logIn(name: string, password: string): Promise<void> } }
        ).client.logIn('ada', 'correct horse'),
      );
      if (how === 'reload') await page.reload();
      if (how === 'tab') {
        const fresh = await browser.context.newPage();
        await page.close();
        page = fresh;
      }
      if (how === 'browser') page = await browser.restart();
      if (how !== 'reload') await page.goto(`${site.url}/app`);
      await expect(page.locator('#shown')).not.toBeEmpty();
      told[how] = await page.locator('#shown').textContent();
      expected[how] = await runLeaving(strategy, how, settings);
    }
    expect(told).toEqual(expected);
    await site.close();
  });
}
