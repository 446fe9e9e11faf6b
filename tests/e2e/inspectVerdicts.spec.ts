import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { judgeLine } from '../../src/lesson/inspect/cookie/judgeLine.ts';
import type { LineSource } from '../../src/lesson/inspect/cookie/source.ts';
import { CREDENTIALS_MODES } from '../../src/sim/settings.ts';
import { launch } from './browserRules/chromium.ts';
import { startCookieServer } from './browserRules/server.ts';

// What the page says of lines as people paste them, held against what Chromium does with them.

const SOURCE: Omit<LineSource, 'url' | 'page'> = {
  ...{ by: 'addressBar', credentials: 'same-origin', thirdPartyCookies: 'allowed' },
  ...{ date: null, cors: null },
};

const readNow = () => Math.floor(Date.now() / 1000);

async function withChromium(play: (context: BrowserContext, page: Page) => Promise<void>) {
  const profile = mkdtempSync(join(tmpdir(), 'inspect-'));
  const context = await launch(profile, { thirdPartyCookies: 'allowed', shortRule: false });
  try {
    await play(context, context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const LINES: readonly (readonly [url: string, line: string])[] = [
  ['https://api.shop.test/auth/login', 'sid=1'],
  ['https://api.shop.test/auth/login', 'sid=1; Path=/; HttpOnly; Secure; SameSite=Lax'],
  ['https://api.shop.test/auth/login', 'sid=1; SameSite=None'],
  ['https://api.shop.test/auth/login', 'sid=1; SameSite=None; Secure=false'],
  ['https://api.shop.test/auth/login', 'sid=1; Domain=shop.test'],
  ['https://api.shop.test/auth/login', 'sid=1; Domain=www.shop.test'],
  ['https://api.shop.test/auth/login', 'sid=1; Domain=https://api.shop.test'],
  ['https://api.shop.test/auth/login', 'sid=1; Domain=api.shop.test:443'],
  ['https://api.shop.test/auth/login', 'sid=1; Path=/, b=2; Path=/'],
  ['https://api.shop.test/auth/login', 'sid=1; Max-Age=86400000'],
  ['https://api.shop.test/auth/login', 'sid=1; Max-Age=15m; Expires=tomorrow'],
  ['https://api.shop.test/auth/login', 'sid=1; Max-Age=900; HttpOnly=false'],
  ['https://api.shop.test/auth/login', '__Host-sid=1; Secure'],
  ['https://api.shop.test/auth/login', '__Host-sid=1; Secure; Path=/; Domain=api.shop.test'],
  ['https://api.shop.test/auth/login', `sid=${'x'.repeat(4100)}`],
  ['https://shop.vercel.app/', 'sid=1; Domain=vercel.app'],
  ['https://shop.vercel.app/', 'sid=1; Domain=.shop.vercel.app'],
  ['https://api.shop.co.uk/', 'sid=1; Domain=co.uk'],
  ['https://api.shop.co.uk/', 'sid=1; Domain=shop.co.uk'],
  ['https://shop-api.onrender.com/', 'sid=1; Domain=onrender.com'],
];

test('a line from the address bar is kept, or not, as it is said to be, and for as long', async () => {
  await withChromium(async (context, page) => {
    let answer = '';
    await context.route(/^https:/, (route) =>
      route.fulfill({
        ...{ headers: { 'Set-Cookie': answer }, contentType: 'text/html', body: '<!doctype html>' },
      }),
    );
    for (const [url, line] of LINES) {
      await context.clearCookies();
      answer = line;
      await page.goto('about:blank');
      await page.goto(url);
      const [kept] = await context.cookies();
      const said = judgeLine(line, { ...SOURCE, url, page: new URL(url).origin }, readNow());
      expect(said.outcome, `${line} from ${url}`).toBe(kept ? 'kept' : 'refused');
      if (said.outcome !== 'kept' || !kept) continue;
      const { domain, hostOnly, path, secure, httpOnly } = said.cookie;
      expect({ path: kept.path, secure: kept.secure, httpOnly: kept.httpOnly }, line).toEqual({
        ...{ path, secure, httpOnly },
      });
      expect(kept.domain, line).toBe(hostOnly ? domain : `.${domain}`);
      const { expires } = said.lifetime;
      if (expires === null) expect(kept.expires, line).toBe(-1);
      else expect(Math.abs(kept.expires - expires), line).toBeLessThan(60);
    }
  });
});

test('a line that a page fetches is kept, or not, by its site and the credentials mode', async () => {
  const server = await startCookieServer();
  await withChromium(async (context, page) => {
    const toOrigin = (host: string) => `http://${host}:${server.port}`;
    for (const host of ['bank.localhost', 'app.bank.localhost', 'shop.localhost']) {
      await page.goto(`${toOrigin(host)}/page`);
      for (const credentials of CREDENTIALS_MODES) {
        for (const line of ['sid=1', 'sid=1; SameSite=Strict', 'sid=1; SameSite=None; Secure']) {
          await context.clearCookies();
          const n = server.expectRequest([line], 0);
          const url = `${toOrigin('bank.localhost')}/login?n=${n}`;
          await page.evaluate(
            async ({ address, mode }) => {
              await fetch(address, { mode: 'no-cors', credentials: mode });
            },
            { address: url, mode: credentials },
          );
          const source = {
            ...SOURCE,
            by: 'fetch',
            credentials,
            url,
            page: toOrigin(host),
          } as const;
          const [kept] = await context.cookies();
          const said = judgeLine(line, source, readNow()).outcome;
          expect(said, `${line}, ${credentials}, from ${host}`).toBe(kept ? 'kept' : 'refused');
        }
      }
    }
  });
  await server.close();
});
