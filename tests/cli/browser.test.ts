import { expect, test } from 'vitest';
import { findBrowser, findFirefox, listUsualPaths } from '../../src/cli/machine/browser.mjs';

interface Machine {
  readonly platform?: string;
  readonly env?: Record<string, string>;
  readonly files?: readonly string[];
  readonly playwright?: string;
}

function find({ platform = 'linux', env = {}, files = [], playwright = '/pw/chrome' }: Machine) {
  return findBrowser({
    platform,
    env: { PATH: '/usr/local/bin:/usr/bin', ...env },
    exists: (path: string) => files.includes(path),
    playwrightPath: () => playwright,
  });
}

test('CHROMIUM_PATH comes before all others', () => {
  const files = ['/mine/chrome', '/usr/bin/google-chrome', '/pw/chrome'];
  expect(find({ env: { CHROMIUM_PATH: '/mine/chrome' }, files })).toBe('/mine/chrome');
});

test('a CHROMIUM_PATH that names nothing is refused, not passed over', () => {
  const machine = { env: { CHROMIUM_PATH: '/gone' }, files: ['/usr/bin/chromium'] };
  expect(() => find(machine)).toThrow('CHROMIUM_PATH names /gone, where there is no file');
});

test('an installed browser comes before the one that Playwright has', () => {
  expect(find({ files: ['/usr/bin/chromium', '/pw/chrome'] })).toBe('/usr/bin/chromium');
});

test('Chrome comes before Chromium, and Chromium before Edge', () => {
  const [edge, chromium, chrome] = ['microsoft-edge', 'chromium', 'google-chrome'].map(
    (name) => `/usr/bin/${name}`,
  ) as [string, string, string];
  expect(find({ files: [edge, chromium, chrome] })).toBe(chrome);
  expect(find({ files: [edge, chromium] })).toBe(chromium);
  expect(find({ files: [edge] })).toBe(edge);
});

test('the one without a window comes before all that have one', () => {
  const [shell, chrome] = ['/usr/bin/chromium-headless-shell', '/usr/bin/google-chrome'];
  expect(find({ files: [chrome, shell] })).toBe(shell);
});

test('the one that Playwright has is the last resort, if it was downloaded', () => {
  expect(find({ files: ['/pw/chrome'] })).toBe('/pw/chrome');
  expect(find({ files: [] })).toBeNull();
});

test('macOS and Windows keep theirs in folders of their own', () => {
  const edge = '/Users/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
  expect(find({ platform: 'darwin', env: { HOME: '/Users/ada' }, files: [edge] })).toBe(edge);

  const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
  const env = { PROGRAMFILES: 'C:\\Program Files' };
  expect(find({ platform: 'win32', env, files: [chrome] })).toBe(chrome);
  expect(listUsualPaths('win32', {})).toEqual([]);
});

test.each([
  [{ PATH: '/opt/bin:/usr/bin' }, '/usr/bin/firefox-esr'],
  [{ PATH: '/opt/bin' }, null],
  [{}, null],
  [{ FIREFOX_PATH: '/my/firefox', PATH: '/usr/bin' }, '/my/firefox'],
  [{ FIREFOX_PATH: '/not/there', PATH: '/usr/bin' }, null],
])('with %j the Firefox is %s', (env, path) => {
  const there = ['/usr/bin/firefox-esr', '/my/firefox'];
  expect(findFirefox({ env, exists: (file: string) => there.includes(file) })).toBe(path);
});
