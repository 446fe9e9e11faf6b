import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, expect, test } from '@playwright/test';
import { BROWSER_SWITCHES, findBrowserHere } from '../../src/cli/machine/browser.mjs';
import { createSessionApp } from '../../src/reference/sessionServer.js';
import type { Action } from '../../src/sim/action.ts';
import { CLIENT } from '../../src/sim/actors.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import type { SessionSettings } from '../../src/sim/settings.ts';
import { DEFAULT_SETTINGS } from '../../src/sim/settings.ts';
import { getClient } from '../../src/sim/state.ts';
import { runScenario } from '../../src/sim/trace.ts';

type Deed = 'login' | 'request' | 'logout' | 'restart';
type Scope = Pick<
  SessionSettings,
  'cookieName' | 'cookieDomain' | 'nextCookieDomain' | 'clearsWithAttributes' | 'secure'
>;
interface Case {
  readonly what: string;
  readonly scope: Partial<Scope>;
  readonly deeds: readonly Deed[];
}

const OUT: readonly Deed[] = ['login', 'request', 'logout', 'request'];
const HOST = { cookieName: '__Host-sid', secure: true };
const CASES: readonly Case[] = [
  { what: 'set and cleared without Domain', scope: {}, deeds: OUT },
  {
    what: 'set with Domain, cleared without',
    scope: { cookieDomain: 'bank.localhost' },
    deeds: OUT,
  },
  {
    what: 'set and cleared with Domain',
    scope: { cookieDomain: 'bank.localhost', clearsWithAttributes: true },
    deeds: OUT,
  },
  { what: 'of another Domain', scope: { cookieDomain: 'shop.localhost' }, deeds: OUT },
  { what: '__Host-, cleared without Secure', scope: HOST, deeds: OUT },
  {
    what: '__Host-, cleared with Secure',
    scope: { ...HOST, clearsWithAttributes: true },
    deeds: OUT,
  },
  { what: '__Host-, with Domain', scope: { ...HOST, cookieDomain: 'bank.localhost' }, deeds: OUT },
  {
    what: 'with Domain since a new version',
    scope: { nextCookieDomain: 'bank.localhost' },
    deeds: ['login', 'restart', 'request', 'login', 'request'],
  },
  {
    what: 'without Domain since a new version',
    scope: { cookieDomain: 'bank.localhost', nextCookieDomain: '' },
    deeds: ['login', 'restart', 'request', 'login', 'request', 'logout', 'login', 'request'],
  },
];

/** Makes the program, the version that comes with the restart where that is asked for. */
function makeApp(scope: Partial<Scope>, isNext: boolean) {
  const { cookieName: name, cookieDomain, nextCookieDomain, secure = false } = scope;
  const next = nextCookieDomain === undefined ? cookieDomain : nextCookieDomain;
  const domain = isNext ? next : cookieDomain;
  const cookie = { secure, ...(domain && { domain }) };
  const clearing = scope.clearsWithAttributes ? { ...cookie, httpOnly: true, sameSite: 'lax' } : {};
  const prepare = (app: { set(name: string, value: boolean): void }) =>
    app.set('trust proxy', true);
  return createSessionApp({ ...(name && { name }), cookie, clearing, prepare } as object);
}

/** Starts express-session, which may be told that it is reached by https. */
async function startServer(scope: Partial<Scope>) {
  let app = makeApp(scope, false);
  const server = createServer((request, response) => {
    if (scope.secure) request.headers['x-forwarded-proto'] = 'https';
    if (request.url !== '/') return app(request, response);
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><link rel="icon" href="data:,">');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    restart() {
      app = makeApp(scope, true);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What came of it all: the statuses, and how many cookies of the session the browser has at the end. */
interface Result {
  readonly statuses: readonly number[];
  readonly cookies: number;
}

async function playReally(context: BrowserContext, { scope, deeds }: Case): Promise<Result> {
  const server = await startServer(scope);
  const statuses: number[] = [];
  try {
    const page = await context.newPage();
    await page.goto(`http://bank.localhost:${server.port}/`);
    const ask = (to: string, method: string, body: string | null) =>
      page.evaluate(
        async ([path, verb, json]) => {
          const headers = { 'Content-Type': 'application/json' };
          const posted = json === null ? {} : { headers, body: json };
          return (await fetch(path, { method: verb, ...posted })).status;
        },
        [to, method, body] as const,
      );
    const { username, password } = DEFAULT_SETTINGS.user;
    for (const deed of deeds) {
      if (deed === 'restart') server.restart();
      else if (deed === 'request') statuses.push(await ask('/profile', 'GET', null));
      else {
        const body = deed === 'login' ? JSON.stringify({ username, password }) : null;
        statuses.push(await ask(`/${deed}`, 'POST', body));
      }
    }
    return { statuses, cookies: (await context.cookies()).length };
  } finally {
    await server.close();
  }
}

async function playInEngine({ scope, deeds }: Case): Promise<Result> {
  const actions = deeds.map((type): Action => ({ type, fold: true }));
  const origin = `${scope.secure ? 'https' : 'http'}://bank.localhost:3000`;
  const settings = changeSettings({ origin, session: scope });
  const { frames } = await runScenario({ id: '', title: '', question: '', settings, actions });
  const last = frames.at(-1)?.session.state;
  return {
    // What was answered: a step in which the browser refuses the cookie ends with that.
    statuses: frames.flatMap(({ session: { messages } }) =>
      messages.flatMap(({ kind, status }) => (kind === 'response' && status ? [status] : [])),
    ),
    cookies: last ? getClient(last, CLIENT).jar.length : 0,
  };
}

let browser: Browser;
test.beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findBrowserHere() ?? undefined,
    args: [...BROWSER_SWITCHES],
  });
});
test.afterAll(() => browser.close());

for (const one of CASES) {
  test(`a session cookie ${one.what}: answered and kept as in the engine`, async () => {
    const context = await browser.newContext();
    try {
      const really = await playReally(context, one);
      expect(await playInEngine(one)).toEqual(really);
      expect(really.statuses).toHaveLength(one.deeds.filter((deed) => deed !== 'restart').length);
    } finally {
      await context.close();
    }
  });
}
