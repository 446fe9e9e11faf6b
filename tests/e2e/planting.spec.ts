import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, expect, test } from '@playwright/test';
import { BROWSER_SWITCHES, findBrowserHere } from '../../src/cli/machine/browser.mjs';
import { createSessionApp } from '../../src/reference/sessionServer.js';
import type { Action, PlantWay } from '../../src/sim/action.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import { DEFAULT_SETTINGS } from '../../src/sim/settings.ts';
import { runScenario } from '../../src/sim/trace.ts';

/** What is done in a run: the user logs in or asks, a cookie is planted, the attacker asks. */
type Deed = 'login' | 'request' | 'replay' | PlantWay;

const ORDERS: Readonly<Record<string, readonly Deed[]>> = {
  'from a subdomain before the login': ['subdomain', 'login', 'request', 'replay'],
  'from a subdomain beside a session': ['login', 'subdomain', 'request', 'replay'],
  'from a subdomain, and another login': ['login', 'subdomain', 'login', 'request', 'replay'],
  'by a script before the login': ['script', 'login', 'request', 'replay'],
  'by a script over an HttpOnly cookie': ['login', 'script', 'request', 'replay'],
  'with a longer Path': ['login', 'path', 'request', 'login', 'request', 'replay'],
};

/** Whether the login makes a new session ID, and what the cookie is called. */
interface Design {
  readonly regenerate: boolean;
  readonly name: string;
}

/** A name with a prefix demands Secure, which express-session sends over https alone: it is told so. */
const isSecure = ({ name }: Design) => name.startsWith('__');

/** Starts express-session, with pages that scripts can run in. */
async function startServer(design: Design) {
  const { regenerate, name } = design;
  const keep = async (req: { session: { userId: string } }, user: { id: string }) => {
    req.session.userId = user.id;
  };
  const cookie = { secure: isSecure(design) };
  const prepare = (behind: { set(name: string, value: boolean): void }) =>
    behind.set('trust proxy', true);
  const common = { saveUninitialized: true, name, cookie, prepare };
  const options = { ...common, ...(regenerate ? {} : { logIn: keep }) };
  const app = createSessionApp(options as object);
  const server = createServer((request, response) => {
    if (isSecure(design)) request.headers['x-forwarded-proto'] = 'https';
    if (request.url !== '/') return app(request, response);
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><link rel="icon" href="data:,">');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: (server.address() as AddressInfo).port, close };
}

/** Does the deeds in Chromium, and returns the statuses of login, request and replay. */
async function playReally(
  context: BrowserContext,
  port: number,
  design: Design,
  deeds: readonly Deed[],
) {
  const loopback = `http://127.0.0.1:${port}`;
  const bank = `http://bank.localhost:${port}`;
  const page = await context.newPage();
  const ask = async (path: string, body?: object) => {
    // It is asked from a page of the bank, whichever: there is nothing on it.
    if (page.url() !== `${bank}/`) await page.goto(`${bank}/`);
    return page.evaluate(
      async ([to, json]) => {
        const headers = { 'Content-Type': 'application/json' };
        const posted = json === null ? {} : { method: 'POST', headers, body: json };
        return (await fetch(to, posted)).status;
      },
      [path, body ? JSON.stringify(body) : null] as const,
    );
  };
  let stolen = '';
  const plant = async (by: PlantWay) => {
    const given = await fetch(`${loopback}/profile`);
    stolen = given.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const path = by === 'path' ? '/profile' : '/';
    const domain = by === 'subdomain' ? '; Domain=bank.localhost' : '';
    await page.goto(by === 'subdomain' ? `http://sub.bank.localhost:${port}/` : `${bank}/`);
    await page.evaluate(
      (line) => {
        // biome-ignore lint/suspicious/noDocumentCookie: it is what is tested.
        document.cookie = line;
      },
      `${stolen}${domain}; Path=${path}${isSecure(design) ? '; Secure' : ''}`,
    );
  };
  const statuses: number[] = [];
  const { username, password } = DEFAULT_SETTINGS.user;
  for (const deed of deeds) {
    if (deed === 'login') statuses.push(await ask('/login', { username, password }));
    else if (deed === 'request') statuses.push(await ask('/profile'));
    else if (deed === 'replay') {
      const copy = await fetch(`${loopback}/profile`, { headers: { Cookie: stolen } });
      statuses.push(copy.status);
    } else await plant(deed);
  }
  return statuses;
}

/** Does the same in the engine. */
async function playInEngine(design: Design, deeds: readonly Deed[]) {
  const actions = deeds.map((deed): Action => {
    if (deed === 'login' || deed === 'request' || deed === 'replay')
      return { type: deed, fold: true };
    return { type: 'plant', by: deed };
  });
  const { regenerate, name: cookieName } = design;
  const secure = isSecure(design);
  const session = { saveUninitialized: true, regenerate, cookieName, secure };
  const origin = `${secure ? 'https' : 'http'}://bank.localhost:3000`;
  const settings = changeSettings({ origin, session });
  const { frames } = await runScenario({ id: '', title: '', question: '', settings, actions });
  return frames.flatMap(({ session: { outcome } }) =>
    outcome.status === null ? [] : [outcome.status],
  );
}

let browser: Browser;
test.beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findBrowserHere() ?? undefined,
    args: [...BROWSER_SWITCHES],
  });
});
test.afterAll(() => browser.close());

const DESIGNS: readonly Design[] = [
  { regenerate: false, name: 'connect.sid' },
  { regenerate: true, name: 'connect.sid' },
  { regenerate: false, name: '__Host-sid' },
  { regenerate: true, name: '__Secure-sid' },
  { regenerate: false, name: '__Host-Http-sid' },
];

for (const design of DESIGNS) {
  for (const [name, deeds] of Object.entries(ORDERS)) {
    const how = design.regenerate ? 'with regenerate' : 'without regenerate';
    test(`a cookie ${design.name} is planted ${name}, ${how}`, async () => {
      const server = await startServer(design);
      const context = await browser.newContext();
      try {
        const really = await playReally(context, server.port, design, deeds);
        expect(await playInEngine(design, deeds)).toEqual(really);
      } finally {
        await context.close();
        await server.close();
      }
    });
  }
}
