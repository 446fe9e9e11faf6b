import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { installByApt } from './apt.mjs';
import { Complaint } from './complaint.mjs';

/** Chromium without a window: the same pages, cookies and rules, for a quarter less work. */
const SHELL = 'chromium-headless-shell';

const LINUX_NAMES = [
  SHELL,
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const MAC_NAMES = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_FILES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Lists where Chrome, Chromium and Edge usually are on a platform, best first. */
export function listUsualPaths(platform, env) {
  if (platform === 'darwin') {
    const folders = ['/Applications', `${env.HOME}/Applications`];
    return MAC_NAMES.flatMap((name) =>
      folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    const names = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
    const folders = names.map((name) => env[name]).filter(Boolean);
    return WINDOWS_FILES.flatMap((file) => folders.map((folder) => `${folder}\\${file}`));
  }
  const folders = [...(env.PATH ?? '').split(':'), '/usr/bin', '/opt/google/chrome', '/snap/bin'];
  return [...LINUX_NAMES, 'chrome'].flatMap((name) =>
    folders.filter(Boolean).map((folder) => path.posix.join(folder, name)),
  );
}

/**
 * Finds a browser: CHROMIUM_PATH, else an installed Chrome, Chromium or Edge, else Playwright's own.
 * Returns its path or `null`. @throws Complaint when CHROMIUM_PATH names nothing.
 */
export function findBrowser({ env, platform, exists, playwrightPath }) {
  const named = env.CHROMIUM_PATH;
  if (named) {
    if (exists(named)) return named;
    throw new Complaint(
      `CHROMIUM_PATH names ${named}, where there is no file: correct or unset it.`,
    );
  }
  const usual = listUsualPaths(platform, env).find(exists);
  if (usual) return usual;
  const own = playwrightPath();
  return own && exists(own) ? own : null;
}

/** Finds a browser on this machine. */
export function findBrowserHere() {
  const require = createRequire(import.meta.url);
  return findBrowser({
    env: process.env,
    platform: process.platform,
    exists: existsSync,
    playwrightPath: () => require('@playwright/test').chromium.executablePath(),
  });
}

/**
 * Finds a Firefox that a test can start by itself: FIREFOX_PATH, else Debian's. Others may live in a
 * package that keeps them from a profile of ours. `null` for none, which is no fault.
 */
export function findFirefox({ env, exists }) {
  if (env.FIREFOX_PATH) return exists(env.FIREFOX_PATH) ? env.FIREFOX_PATH : null;
  const folders = (env.PATH ?? '').split(':').filter(Boolean);
  return folders.map((folder) => path.posix.join(folder, 'firefox-esr')).find(exists) ?? null;
}

/** Finds a Firefox on this machine. */
export const findFirefoxHere = () => findFirefox({ env: process.env, exists: existsSync });

/** Debian's browser with a window, which has one without beside it in the same archive. */
const DEBIANS = '/usr/bin/chromium';

/** Installs the first of some packages that gives a browser, where that is ours to do. */
async function installBrowser(names) {
  for (const name of names) {
    const installed = (await installByApt(name, 'browser without a window')) && findBrowserHere();
    // On some Debian relatives the package is a signpost to another package manager.
    if (installed && spawnSync(installed, ['--version']).status === 0) return installed;
  }
  return null;
}

/** Returns the path of a browser, installing one where that is ours to do. @throws Complaint */
export async function requireBrowser() {
  const found = findBrowserHere();
  if (found !== null && found !== DEBIANS) return found;
  const browser = (await installBrowser(found ? [SHELL] : [SHELL, 'chromium'])) ?? found;
  if (browser) return browser;
  throw new Complaint(
    'No browser found: install Chrome, Chromium or Edge (or run "npx playwright install chromium"), or set CHROMIUM_PATH to one.',
  );
}

/** Command-line switches that keep a browser to itself and off the network. */
export const BROWSER_SWITCHES = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium refuses to run its sandbox as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
