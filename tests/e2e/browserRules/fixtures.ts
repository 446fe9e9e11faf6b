import { test as base, expect } from '@playwright/test';
import type { Case } from './acts.ts';
import { type ChromiumPlayer, startChromium } from './chromium.ts';
import { EnginePlayer } from './engine.ts';
import { type KeptCookie, listExpectations, play } from './play.ts';
import { type CookieServer, startCookieServer } from './server.ts';

interface WorkerFixtures {
  readonly thirdPartyCookies: 'allowed' | 'blocked';
  readonly shortRule: boolean;
  readonly cookieServer: CookieServer;
  readonly chromiumPlayer: ChromiumPlayer;
}

interface TestFixtures {
  /** Plays a case in Chromium, emptied, and in the engine, and holds both against what the case expects. */
  readonly prove: (each: Case) => Promise<void>;
}

const SHORT_RULE_PACE = 12;

/** Expects a cookie whose end may be some seconds off, because the two were not set at the same time. */
const nearly = (cookie: KeptCookie) =>
  cookie.expires === null ? cookie : { ...cookie, expires: expect.closeTo(cookie.expires, -2) };

/** A test with a Chromium of its own and a server that keeps what it sends. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  thirdPartyCookies: ['allowed', { option: true, scope: 'worker' }],
  shortRule: [false, { option: true, scope: 'worker' }],
  cookieServer: [
    // biome-ignore lint/correctness/noEmptyPattern: the form that Playwright demands.
    async ({}, use) => {
      const server = await startCookieServer();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  chromiumPlayer: [
    async ({ cookieServer, thirdPartyCookies, shortRule }, use) => {
      const player = await startChromium(cookieServer, { thirdPartyCookies, shortRule });
      await use(player);
      await player.close();
    },
    { scope: 'worker' },
  ],
  prove: async ({ cookieServer, chromiumPlayer, thirdPartyCookies, shortRule }, use) => {
    const { port } = cookieServer;
    await use(async ({ rule, acts }) => {
      await chromiumPlayer.reset();
      const pace = shortRule ? SHORT_RULE_PACE : 1;
      const engine = new EnginePlayer({ port, thirdPartyCookies, pace });
      const expected = listExpectations(acts);
      const seen = { chromium: await play(chromiumPlayer, acts), engine: await play(engine, acts) };
      expect.soft(seen, rule).toEqual({ chromium: expected, engine: expected });
      const kept = await chromiumPlayer.list();
      if (pace !== 1) return;
      expect.soft(await engine.list(), `${rule}: the jars`).toEqual(kept.map(nearly));
    });
  },
});
