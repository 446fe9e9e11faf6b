import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { DIST, ROOT } from '../../../src/cli/machine/paths.mjs';

/** The package that a teacher uploads, unpacked, by path. */
export const readPackage = async (): Promise<Readonly<Record<string, Uint8Array>>> =>
  unzipSync(await readFile(join(process.env.E2E_DIST ?? DIST, 'authtrace-scorm12.zip')));

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
};

/** What a platform keeps of a learner, as scorm-again writes it. */
export type Record12 = Readonly<Record<string, unknown>>;

/** Serves a package under /course/, and the library of a platform. */
export async function serveCourse(page: Page): Promise<void> {
  const files = await readPackage();
  await page.context().route('**/course/**', (route) => {
    const path = new URL(route.request().url()).pathname.replace('/course/', '');
    const body = files[path];
    const contentType = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return body
      ? route.fulfill({ contentType, body: Buffer.from(body) })
      : route.fulfill({ status: 404 });
  });
  const library = await readFile(join(ROOT, 'node_modules/scorm-again/dist/scorm12.min.js'));
  await page.route('**/scorm12.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: library }),
  );
}

/** Lets a learner open the lesson in a platform whose API a script makes; the frame of it, or in the page between. */
export async function launch(page: Page, makeApi: string, address = '/course/index.html') {
  const style = 'border: 0; width: 800px; height: 500px';
  const toFrame = (src: string) => `<iframe title="lesson" src="${src}" style="${style}"></iframe>`;
  await page.route('**/between.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: toFrame('/course/index.html') }),
  );
  await page.route('**/platform.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><body style="margin: 0">
        <script src="/scorm12.js"></script>
        <script>${makeApi}</script>
        ${toFrame(address)}`,
    }),
  );
  await page.goto('/platform.html');
  const above = page.frameLocator('iframe');
  const frame = address === '/between.html' ? above.frameLocator('iframe') : above;
  await frame.locator('html[data-ready]').waitFor({ state: 'attached' });
  return frame;
}

/** The API of scorm-again, with what it has kept before. */
export const makeScormAgain = (kept: Record12 | null) => `
  window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
  const kept = ${JSON.stringify(kept)};
  if (kept) API.loadFromJSON(kept, 'cmi');
  window.finished = 0;
  API.on('LMSFinish', () => { window.finished += 1; });`;

/** Takes the lesson away, as a platform does that goes on to another; returns what was kept. */
export async function leave(page: Page): Promise<Record12> {
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await page.waitForFunction('window.finished === 1');
  return page.evaluate<Record12>('API.renderCMIToJSONObject().cmi');
}
