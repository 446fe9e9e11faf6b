import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { BROWSER_SWITCHES, findBrowserHere } from '../../../src/cli/machine/browser.mjs';
import type { RequestAct } from './acts.ts';
import { type KeptCookie, type Player, sortCookies, toUrl } from './play.ts';
import type { CookieServer } from './server.ts';
import { start } from './vehicles.ts';

export interface ChromiumOptions {
  readonly thirdPartyCookies: 'allowed' | 'blocked';
  /** Makes Chromium's two-minute rule a ten-second rule. */
  readonly shortRule: boolean;
}

export interface ChromiumPlayer extends Player {
  /** Forgets all cookies. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Blocks third-party cookies in a tab: the shell without a window knows no preference for it. */
async function blockThirdParties(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCookieControls', { enableThirdPartyCookieRestriction: true });
}

/** Launches with a profile of its own: a private window would block third-party cookies anyway. */
export async function launch(profile: string, options: ChromiumOptions): Promise<BrowserContext> {
  const blocked = options.thirdPartyCookies === 'blocked';
  const preferences = {
    profile: { cookie_controls_mode: blocked ? 1 : 0, block_third_party_cookies: blocked },
  };
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowserHere() ?? undefined,
    args: [
      ...BROWSER_SWITCHES,
      '--host-resolver-rules=MAP *.test 127.0.0.1',
      ...(options.shortRule ? ['--enable-features=ShortLaxAllowUnsafeThreshold'] : []),
    ],
  });
  if (blocked) await Promise.all(context.pages().map(blockThirdParties));
  return context;
}

/** Starts a Chromium that can do acts against the server. */
export async function startChromium(
  server: CookieServer,
  options: ChromiumOptions,
): Promise<ChromiumPlayer> {
  const profile = mkdtempSync(join(tmpdir(), 'cookies-'));
  const context = await launch(profile, options);
  const first = context.pages()[0] ?? (await context.newPage());
  const player = new CookieChromium(server, context, first, profile);
  await player.answerSecurely();
  return player;
}

class CookieChromium implements ChromiumPlayer {
  private readonly server: CookieServer;
  private readonly context: BrowserContext;
  private readonly page: Page;
  private readonly profile: string;
  private startMs: number | null = null;
  private readonly answers = new Map<string, readonly string[]>();

  constructor(server: CookieServer, context: BrowserContext, page: Page, profile: string) {
    this.server = server;
    this.context = context;
    this.page = page;
    this.profile = profile;
  }

  /** Has the https pages answered without a server, for which a certificate would be needed. */
  async answerSecurely(): Promise<void> {
    await this.context.route(/^https:/, async (route) => {
      const lines = this.answers.get(route.request().url()) ?? [];
      const headers: Record<string, string> =
        lines.length > 0 ? { 'Set-Cookie': lines.join('\n') } : {};
      await route.fulfill({ headers, contentType: 'text/html', body: '<!doctype html>' });
    });
  }

  private toUrl(place: string, n?: number): string {
    return toUrl(place, this.server.port) + (n === undefined ? '' : `?n=${n}`);
  }

  private async open(place: string): Promise<void> {
    const url = this.toUrl(place);
    if (this.page.url() !== url) await this.page.goto(url);
  }

  async request(act: RequestAct): Promise<string | null> {
    const n = this.server.expectRequest(act.answers ?? [], act.ahead ?? 0);
    const url = this.toUrl(act.to, n);
    if (url.startsWith('https:')) {
      if (act.sends !== undefined) throw new RangeError('Nobody sees what https sends');
      this.answers.set(url, act.answers ?? []);
      await this.page.goto(url);
      return null;
    }
    if (act.by === 'address bar') await this.page.goto(url, { waitUntil: 'commit' });
    else {
      await this.open(act.from ?? act.to);
      const first = act.via ? `${this.toUrl(act.via)}?to=${encodeURIComponent(url)}` : url;
      await start(this.page, act.by, first, url);
    }
    this.startMs ??= performance.now();
    return await this.server.arrival(n);
  }

  async write(at: string, line: string): Promise<void> {
    await this.open(at);
    await this.page.evaluate((text) => {
      // biome-ignore lint/suspicious/noDocumentCookie: it is what is tested.
      document.cookie = text;
    }, line);
  }

  async read(at: string): Promise<string> {
    await this.open(at);
    return await this.page.evaluate(() => document.cookie);
  }

  async wait(seconds: number): Promise<void> {
    await this.page.waitForTimeout(seconds * 1000);
  }

  async waitUntil(seconds: number): Promise<void> {
    const passed = performance.now() - (this.startMs ?? performance.now());
    await this.page.waitForTimeout(Math.max(seconds * 1000 - passed, 0));
  }

  async list(): Promise<readonly KeptCookie[]> {
    const cookies = await this.context.cookies();
    return sortCookies(
      cookies.map(({ name, value, domain, path, secure, httpOnly, sameSite, expires }) => {
        const end = expires === -1 ? null : expires;
        return { name, value, domain, path, secure, httpOnly, sameSite, expires: end };
      }),
    );
  }

  async reset(): Promise<void> {
    this.startMs = null;
    await this.context.clearCookies();
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}
