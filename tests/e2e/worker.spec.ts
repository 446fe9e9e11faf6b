import { test as bare } from '@playwright/test';
import { expect, expectStep, goTo, notices, type Page, test, waitUntilReady } from './page.ts';
import {
  BUILT_PAGE,
  type Host,
  type HostOptions,
  makeVersion,
  startHost,
} from './worker/hostedPage.ts';

// The worker of one test must not answer another's requests.
test.use({ reuseContext: false, serviceWorkers: 'allow' });

/** Runs something with a host, which is gone in the end. */
async function withHost(options: HostOptions, use: (host: Host) => Promise<void>) {
  const host = await startHost(options);
  try {
    await use(host);
  } finally {
    host.close();
  }
}

async function openAt(page: Page, address: string) {
  await page.goto(address);
  await waitUntilReady(page);
}

/** Waits until the worker beside the page has kept it whole, and answers for it. */
const waitUntilKept = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(() => {
        const { scriptURL, state } = navigator.serviceWorker.controller ?? {};
        return scriptURL === new URL('sw.js', document.baseURI).href && state;
      }),
    )
    .toBe('activated');

const listCaches = (page: Page) => page.evaluate(() => caches.keys());

const version = (page: Page) => page.evaluate(() => document.documentElement.dataset.version);

for (const honoursHeaders of [true, false]) {
  test(`after one visit it opens without a network, ${honoursHeaders ? 'with' : 'without'} the headers for hosts`, async ({
    page,
  }) => {
    await withHost({ honoursHeaders }, async (host) => {
      host.serve('/course/', BUILT_PAGE);
      await openAt(page, `${host.origin}/course/#step=7`);
      await waitUntilKept(page);
      // The server is gone for ever.
      host.close();
      await page.reload();
      await waitUntilReady(page);
      await expectStep(page, 7);
      await goTo(page, 'Reference');
      await expect(page.getByRole('region', { name: 'Code sample' })).toBeVisible();
      await openAt(
        page,
        `${host.origin}/course/index.html?from=mail#scenario=refresh-reuse&step=4`,
      );
      await expectStep(page, 4);
      await expect(page.getByRole('combobox', { name: 'Scenario' })).toHaveValue('refresh-reuse');
      await expect(notices(page)).toBeEmpty();
    });
  });
}

test('a browser that knows that it is offline opens every part, one that was never open too', async ({
  page,
}) => {
  await withHost({ honoursHeaders: true }, async (host) => {
    host.serve('/course/', BUILT_PAGE);
    await openAt(page, `${host.origin}/course/#step=3`);
    await waitUntilKept(page);
    const context = page.context();
    await page.close();
    await context.setOffline(true);
    const later = await context.newPage();
    await openAt(later, `${host.origin}/course/#step=7`);
    expect(await later.evaluate(() => navigator.onLine)).toBe(false);
    await expect(later.getByRole('table', { name: 'Variable tracker' })).toBeVisible();
    const flow = later.getByRole('region', { name: 'Flow diagram' });
    await expect(flow.locator('[aria-current="step"]')).not.toHaveCount(0);
    await later.getByRole('button', { name: 'Share', exact: true }).click();
    await later.getByRole('button', { name: /^File of the run/ }).click();
    await expect(later.getByRole('textbox', { name: 'What is in the file' })).toHaveValue(/Step/);
    await later.keyboard.press('Escape');
    for (const [hash, name] of [
      ['#way=inspect', 'Paste what you have'],
      ['#way=challenge', 'Challenge'],
    ] as const) {
      await later.evaluate((next) => location.assign(next), hash);
      await expect(later.getByRole('region', { name }).first(), hash).toBeVisible();
    }
    await later.evaluate(() => location.assign('#view=handout'));
    await expect(later.getByRole('button', { name: 'Print' })).toBeVisible();
    await expect(later.getByText(/waiting for the network/)).toHaveCount(0);
    await context.setOffline(false);
  });
});

test('it can be installed: its manifest has no fault, and its icons are as large as it says', async ({
  page,
}) => {
  await withHost({ honoursHeaders: true }, async (host) => {
    host.serve('/course/', BUILT_PAGE);
    await openAt(page, `${host.origin}/course/`);
    const client = await page.context().newCDPSession(page);
    const { errors, data = '', url } = await client.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const manifest = JSON.parse(data);
    expect(new URL(manifest.start_url, url).href).toBe(`${host.origin}/course/`);
    const icons: { src: string; sizes: string; purpose?: string }[] = manifest.icons;
    expect(icons.map(({ purpose }) => purpose)).toContain('maskable');
    for (const { src, sizes } of icons.filter(({ sizes: said }) => said !== 'any')) {
      const width = await page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return image.naturalWidth;
      }, new URL(src, url).href);
      expect(`${width}x${width}`, src).toBe(sizes);
    }
  });
});

test('a page that is open keeps its version while another comes, which begins when it is closed', async ({
  page,
  context,
}) => {
  const newer = await makeVersion('newer');
  await withHost({ honoursHeaders: true }, async (host) => {
    host.serve('/', BUILT_PAGE);
    host.serve('/beside/', newer.dir);
    await openAt(page, `${host.origin}/#step=7`);
    await waitUntilKept(page);
    const beside = await context.newPage();
    await openAt(beside, `${host.origin}/beside/#step=3`);
    await waitUntilKept(beside);
    expect(await version(beside)).toBe('newer');
    expect(await listCaches(page)).toHaveLength(2);

    host.serve('/', newer.dir);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/');
      await registration?.update();
    });
    const waiting = () =>
      page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration('/'))?.waiting);
    await expect.poll(waiting).toBe(true);
    await page.reload();
    await waitUntilReady(page);
    expect(await version(page)).toBeUndefined();
    await goTo(page, 'Check yourself');
    await expect(page.getByRole('region', { name: 'Quiz' })).toBeVisible();
    expect(await listCaches(page)).toHaveLength(3);

    await page.close();
    // The browser takes a moment to see that nobody has the older version open.
    const begun = () =>
      beside.evaluate(async () => {
        const { active, waiting } = (await navigator.serviceWorker.getRegistration('/')) ?? {};
        return !waiting && active?.state === 'activated';
      });
    await expect.poll(begun).toBe(true);
    const next = await context.newPage();
    await openAt(next, `${host.origin}/#step=7`);
    expect(await version(next)).toBe('newer');
    await waitUntilKept(next);
    // The one beside has its own.
    await expect.poll(() => listCaches(next)).toHaveLength(2);
    host.close();
    for (const tab of [next, beside]) {
      await tab.reload();
      await waitUntilReady(tab);
      expect(await version(tab)).toBe('newer');
    }
  });
  await newer.remove();
});

/** Resolves to what became of the worker that is being made. */
const seeEnd = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const look = async () => {
          const worker = (await navigator.serviceWorker.getRegistration())?.installing;
          if (!worker) setTimeout(look, 20);
          else worker.addEventListener('statechange', () => resolve(worker.state));
        };
        void look();
      }),
  );

test('a worker that does not get all of the files keeps none, and the page works', async ({
  page,
}) => {
  await withHost({}, async (host) => {
    host.serve('/', BUILT_PAGE);
    host.lose('/maskable.png');
    await page.goto(`${host.origin}/#step=7`);
    expect(await seeEnd(page)).toBe('redundant');
    expect(await listCaches(page)).toEqual([]);
    await page.reload();
    await waitUntilReady(page);
    await page.keyboard.press('ArrowRight');
    await expectStep(page, 8);
  });
});

test('a worker whose cache is gone leaves a page that works', async ({ page }) => {
  await withHost({ honoursHeaders: true }, async (host) => {
    host.serve('/', BUILT_PAGE);
    await openAt(page, `${host.origin}/#step=7`);
    await waitUntilKept(page);
    const [name = ''] = await listCaches(page);
    await page.evaluate((kept) => caches.delete(kept), name);
    await page.reload();
    await waitUntilReady(page);
    await expectStep(page, 7);
  });
});

bare.use({ reuseContext: false, serviceWorkers: 'allow' });

bare('a worker that is refused leaves a page that works', async ({ page }) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  await withHost({}, async (host) => {
    host.serve('/', BUILT_PAGE);
    host.lose('/sw.js');
    await openAt(page, `${host.origin}/#step=7`);
    await expect.poll(() => host.hasLost('/sw.js')).toBe(true);
    await goTo(page, 'Check yourself');
    await expect(page.getByRole('region', { name: 'Quiz' })).toBeVisible();
    expect(
      await page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration())),
    ).toBe(false);
    expect(complaints).toEqual([]);
  });
});

bare('no other worker is let through, and no other policy', async ({ page }) => {
  await withHost({ honoursHeaders: true }, async (host) => {
    host.serve('/', BUILT_PAGE);
    await openAt(page, `${host.origin}/#step=7`);
    await waitUntilKept(page);
    const tried = await page.evaluate(async () => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
      };
      const isRefused = async (act: () => unknown) => {
        try {
          await act();
          return false;
        } catch (error) {
          return error instanceof TypeError;
        }
      };
      const rules = { createScriptURL: (address: string) => address };
      return [
        await isRefused(() => trustedTypes.createPolicy('another', rules)),
        await isRefused(() => trustedTypes.createPolicy('authtrace-worker', rules)),
        await isRefused(() => navigator.serviceWorker.register('./sw.js?other')),
      ];
    });
    expect(tried).toEqual([true, true, true]);
    // Who asks whether the server is there, by a query, is not answered by the worker.
    host.lose('/favicon.svg');
    const load = (address: string) =>
      page.evaluate(
        (src) =>
          new Promise<boolean>((resolve) => {
            const image = new Image();
            image.onload = () => resolve(true);
            image.onerror = () => resolve(false);
            image.src = src;
          }),
        address,
      );
    expect([await load('./favicon.svg'), await load('./favicon.svg?1')]).toEqual([true, false]);
  });
});
