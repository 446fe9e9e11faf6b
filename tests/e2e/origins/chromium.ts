import type { ConsoleMessage, Page } from '@playwright/test';
import session from 'express-session';
import type { Settings } from '../../../src/sim/settings.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import { makeAnyTokenApp, makeGenid, makeSessionApp } from '../../conformance/harness/apps.ts';
import type { Deed, Seen } from './engine.ts';
import { DEEDS } from './engine.ts';
import type { Site } from './site.ts';

function makeApp(settings: Settings, strategy: Strategy) {
  const genid = makeGenid('chromium');
  if (strategy === 'session')
    return makeSessionApp(settings, { store: new session.MemoryStore(), genid });
  return makeAnyTokenApp(settings, {
    ...{ keys: { secrets: [settings.token.secret] }, usesJose: false, genid },
    ...{ denyList: new Map(), refreshTokens: {}, drawRefreshToken: () => '' },
  });
}

interface Order {
  readonly deed: Deed;
  readonly baseUrl: string;
  readonly isSession: boolean;
  readonly inCookie: boolean;
  readonly credentials: RequestCredentials;
  readonly username: string;
  readonly password: string;
}

/** Runs in the page: the reference client does a deed, and its fetch is watched. */
async function act(order: Order): Promise<number | string> {
  const { deed, baseUrl, isSession, inCookie, credentials, username, password } = order;
  let got: number | string = 'nothing asked';
  const watched = async (url: string, init: RequestInit) => {
    try {
      const response = await fetch(url, init);
      got = response.status;
      return response;
    } catch (error) {
      got = (error as Error).message;
      throw error;
    }
  };
  const file = inCookie && !isSession ? '/clientDesigns.js' : '/client.js';
  const clients = await import(file);
  const parts = { baseUrl, fetch: watched, storage: localStorage };
  const client = isSession
    ? clients.createSessionClient({ ...parts, credentials })
    : inCookie
      ? clients.createDesignedTokenClient({ ...parts, inCookie, credentials })
      : clients.createTokenClient(parts);
  try {
    if (deed === 'login') await client.logIn(username, password);
    else if (deed === 'request') await client.getProfile();
    else await client.logOut();
  } catch {
    // What the page got is what is looked at.
  }
  return got;
}

/** Opens the page of a front end, if it is not open yet, and forgets what it and its browser keep. */
async function openAfresh(page: Page, url: string): Promise<void> {
  if (page.url() !== url) await page.goto(url);
  await page.evaluate(() => localStorage.clear());
  await page.context().clearCookies();
}

/** Does the deeds in Chromium, with the reference client in a real page and the reference server behind it. */
export async function playInChromium(
  page: Page,
  settings: Settings,
  strategy: Strategy,
  api: Site,
): Promise<Seen[]> {
  const { frontEnd, origin, token, user } = settings;
  if (!frontEnd) throw new RangeError('the case has no page');
  api.serve(makeApp(settings, strategy));
  api.takeRequests();
  await openAfresh(page, `${frontEnd.origin}/`);
  let lines: string[] = [];
  let onLine = () => {};
  const listen = (message: ConsoleMessage) => {
    if (!message.text().startsWith('Access to fetch')) return;
    lines.push(message.text());
    onLine();
  };
  page.on('console', listen);
  const seen: Seen[] = [];
  for (const deed of DEEDS) {
    lines = [];
    const got = await page.evaluate(act, {
      ...{ deed, baseUrl: origin, isSession: strategy === 'session' },
      ...{ inCookie: token.keptIn === 'cookie', credentials: frontEnd.credentials },
      ...{ username: user.username, password: user.password },
    });
    // The console is told on a way of its own.
    if (got === 'Failed to fetch' && lines.length === 0) {
      await new Promise<void>((resolve) => {
        onLine = resolve;
      });
    }
    const jar = (await page.context().cookies()).map(({ name }) => name);
    seen.push({
      ...{ deed, requests: api.takeRequests(), got: got as Seen['got'], console: lines, jar },
    });
  }
  page.off('console', listen);
  return seen;
}
