import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What keeps a Firefox to itself and off the network. */
const PREFERENCES = {
  'marionette.port': 0,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'captivedetect.canonicalURL': '',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  // So no two minutes are at work where a cookie without SameSite rides on a form.
  'network.cookie.sameSite.laxPlusPOST.timeout': 0,
};

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for the port that Firefox writes into its profile. */
async function readPort(profile: string, process: ChildProcess): Promise<number> {
  while (process.exitCode === null) {
    try {
      return Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8'));
    } catch {
      await wait(50);
    }
  }
  throw new Error(`Firefox ended with ${process.exitCode}`);
}

/** Reads the messages of a connection: each its length in bytes, a colon, and JSON. */
function readMessages(socket: Socket, onMessage: (message: unknown) => void) {
  let rest = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let colon = rest.indexOf(':'); colon > 0; colon = rest.indexOf(':')) {
      const end = colon + 1 + Number(rest.subarray(0, colon).toString());
      if (rest.length < end) return;
      onMessage(JSON.parse(rest.subarray(colon + 1, end).toString()));
      rest = rest.subarray(end);
    }
  });
}

type Answer = readonly [type: 1, id: number, error: { message: string } | null, result: unknown];
/** Tells an answer from the greeting, which is an object. */
const isAnswer = (message: unknown): message is Answer => Array.isArray(message);

type Send = (command: string, parameters: object) => Promise<unknown>;

async function openConnection(port: number): Promise<{ send: Send; close: () => void }> {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, (answer: Answer) => void>();
  let count = 0;
  const greeted = new Promise<void>((resolve) => {
    readMessages(socket, (message) => {
      if (!isAnswer(message)) return resolve();
      waiting.get(message[1])?.(message);
      waiting.delete(message[1]);
    });
  });
  await greeted;
  const send: Send = (command, parameters) =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, ([, , error, result]) => {
        if (error) reject(new Error(`${command}: ${error.message}`));
        else resolve(result);
      });
      const text = JSON.stringify([0, count, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  return { send, close: () => socket.destroy() };
}

/** A Firefox with one window, driven as geckodriver does it. */
export interface Firefox {
  goTo(address: string): Promise<void>;
  /** Runs a function body in the page, with `arguments`; resolves to what it returns. */
  run(body: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Presses a key, by its value in WebDriver. */
  press(key: string): Promise<void>;
  /** Lists the errors that the browser's console has of pages. */
  listErrors(): Promise<unknown>;
  close(): Promise<void>;
}

const PAGE_ERRORS = `
  return Services.console.getMessageArray()
    .filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & Ci.nsIScriptError.warningFlag))
    .filter(({ sourceName }) => sourceName.startsWith('http'))
    .map((one) => String(one));`;

/**
 * Starts a Firefox without a window, and speaks its own protocol with it: the end-to-end tests' driver
 * knows only a Firefox of its own.
 * @see https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export async function startFirefox(path: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'authtrace-firefox-'));
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  const args = [
    '--headless',
    '--no-remote',
    '--marionette',
    '--remote-allow-system-access',
    '--profile',
    profile,
  ];
  const firefox = spawn(path, args, { stdio: 'ignore' });
  const { send, close } = await openConnection(await readPort(profile, firefox));
  await send('WebDriver:NewSession', {});
  const run = async (body: string, ...args: readonly unknown[]) => {
    const answer = await send('WebDriver:ExecuteScript', { script: body, args });
    return (answer as { value: unknown }).value;
  };
  return {
    run,
    goTo: async (url) => void (await send('WebDriver:Navigate', { url })),
    press: async (key) => {
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: key }));
      await send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keys', actions }] });
    },
    listErrors: async () => {
      await send('Marionette:SetContext', { value: 'chrome' });
      const found = await run(PAGE_ERRORS);
      await send('Marionette:SetContext', { value: 'content' });
      return found;
    },
    close: async () => {
      const ended = firefox.exitCode === null ? once(firefox, 'exit') : null;
      // It may be gone before it has answered.
      const quit = send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => firefox.kill());
      await (ended ?? quit);
      close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
