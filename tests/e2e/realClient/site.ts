import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../../../src/cli/machine/paths.mjs';
import { createSessionApp } from '../../../src/reference/sessionServer.js';
import { createTokenApp } from '../../../src/reference/tokenServer.js';
import type { Strategy } from '../../../src/sim/strategy.ts';

interface App {
  get(path: string, answer: (req: unknown, res: Answer) => void): void;
  listen(port: number, host: string, done: () => void): Server;
}
interface Answer {
  type(name: string): Answer;
  send(text: string): void;
  sendFile(path: string): void;
}

export interface Site {
  readonly url: string;
  /** What the server was asked since this was last called, e.g. `GET /profile`. */
  takeAsked(): readonly string[];
  close(): Promise<void>;
}

const CLIENTS: Readonly<Record<Strategy, string>> = {
  session: 'createSessionClient()',
  token: 'createTokenClient({ storage })',
};

/** A variable of the page's code, with the methods of a storage. */
const MEMORY = `(() => {
  const items = new Map();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: (key) => items.delete(key),
  };
})()`;

/** A page whose code is client.js: it shows what it is given as soon as it is there. */
const toAppPage = (
  strategy: Strategy,
  keptIn: string,
) => `<!doctype html><title>app</title><p id="shown"></p>
<script type="module">
  import * as clients from '/client.js';
  const { createSessionClient, createTokenClient } = clients;
  const storage = ${keptIn === 'memory' ? MEMORY : 'localStorage'};
  window.client = ${CLIENTS[strategy]};
  window.show = async () => {
    const told = await window.client.getProfile().then(({ userId }) => userId, ({ message }) => message);
    document.getElementById('shown').textContent = told;
  };
  window.show();
</script>`;

/** Starts a reference server that has a page of its own too, in which client.js runs. */
export async function startSite(
  strategy: Strategy,
  options: object = {},
  keptIn: 'memory' | 'localStorage' = 'localStorage',
): Promise<Site> {
  let asked: string[] = [];
  const createApp = strategy === 'session' ? createSessionApp : createTokenApp;
  const extend = (app: App) => {
    app.get('/app', (_req, res) => res.type('html').send(toAppPage(strategy, keptIn)));
    app.get('/elsewhere', (_req, res) => res.type('html').send('<p id="shown">elsewhere</p>'));
    app.get('/client.js', (_req, res) => res.sendFile(join(ROOT, 'src/reference/client.js')));
  };
  const app = createApp({ extend, ...options } as object) as unknown as App;
  const server = await new Promise<Server>((resolve) => {
    const started = app.listen(0, 'localhost', () => resolve(started));
  });
  server.on('request', ({ method, url }) => asked.push(`${method} ${url}`));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    takeAsked() {
      const taken = asked.filter((one) => /\/(profile|login|logout|refresh)/.test(one));
      asked = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
