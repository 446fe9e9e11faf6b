import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { test as base, expect } from '@playwright/test';
import { toWhose } from '../../src/sim/client/fetchMetadata.ts';
import { DEFAULT_SETTINGS } from '../../src/sim/settings.ts';

interface Recorder {
  readonly port: number;
  /** Resolves with the header of the next request to `/target`. */
  next(): Promise<IncomingHttpHeaders>;
}

const test = base.extend<object, { readonly recorder: Recorder }>({
  recorder: [
    // biome-ignore lint/correctness/noEmptyPattern: the form that Playwright demands.
    async ({}, use) => {
      let arrive = (_: IncomingHttpHeaders) => {};
      const server = createServer((request, response) => {
        if (request.url?.startsWith('/target')) arrive(request.headers);
        response.setHeader('Content-Type', 'text/html');
        response.end('<!doctype html><title>page</title><link rel="icon" href="data:,">');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      await use({
        port: (server.address() as AddressInfo).port,
        next: () =>
          new Promise((resolve) => {
            arrive = resolve;
          }),
      });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    { scope: 'worker' },
  ],
});

type Vehicle = 'link' | 'form' | 'fetch';

/** Runs in a page: sends a request as a page of any site can. */
function send({ vehicle, url }: { readonly vehicle: Vehicle; readonly url: string }): void {
  if (vehicle === 'fetch') {
    const body = new URLSearchParams({ to: 'mallory' });
    void fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', body });
    return;
  }
  const element = document.createElement(vehicle === 'link' ? 'a' : 'form');
  if (element instanceof HTMLAnchorElement) element.href = url;
  else Object.assign(element, { action: url, method: 'post' });
  document.body.append(element);
  if (element instanceof HTMLFormElement) element.submit();
  else element.click();
}

const TARGET = 'http://bank.localhost';
const PAGES = {
  'the server’s own page': 'http://bank.localhost',
  'a sibling subdomain': 'http://sub.bank.localhost',
  'another site': 'http://evil.localhost',
  'an address': 'http://127.0.0.1',
};

async function read(page: Page, { port, next }: Recorder, from: string, vehicle: Vehicle) {
  await page.goto(`${from}:${port}/`);
  const arrived = next();
  await page.evaluate(send, { vehicle, url: `${TARGET}:${port}/target` });
  const headers = await arrived;
  // A page that is still on its way would interrupt the next test's.
  if (vehicle !== 'fetch') await page.waitForURL(`${TARGET}:${port}/target`);
  return { pageOrigin: headers.origin ?? null, fetchSite: headers['sec-fetch-site'] ?? null };
}

for (const [name, from] of Object.entries(PAGES)) {
  for (const vehicle of ['link', 'form', 'fetch'] as const) {
    test(`${vehicle} of ${name}: Origin and Sec-Fetch-Site are the engine’s`, async ({
      page,
      recorder,
    }) => {
      const url = `${TARGET}:${recorder.port}/target`;
      const initiator = `${from}:${recorder.port}`;
      const method = vehicle === 'link' ? 'GET' : 'POST';
      const toSaid = (csrf: 'origin' | 'fetchSite') =>
        toWhose({ ...DEFAULT_SETTINGS, csrf }, initiator, url, method);
      expect(await read(page, recorder, from, vehicle)).toEqual({
        pageOrigin: toSaid('origin').pageOrigin ?? null,
        fetchSite: toSaid('fetchSite').fetchSite ?? null,
      });
    });
  }
}

test('to an address that is insecure no browser says how the page stands to it', async ({
  page,
}) => {
  const header = new Promise<Record<string, string>>((resolve) => {
    void page.route('http://bank.test/**', async (route) => {
      if (route.request().url().endsWith('/target')) resolve(await route.request().allHeaders());
      await route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    });
  });
  await page.goto('http://bank.test/');
  await page.evaluate(send, { vehicle: 'form' as Vehicle, url: 'http://bank.test/target' });
  expect(Object.keys(await header)).toContain('origin');
  expect(Object.keys(await header)).not.toContain('sec-fetch-site');
  await page.waitForURL('http://bank.test/target');
});
