import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from '../../src/cli/machine/install.mjs';
import { isBuilt } from '../../src/cli/page/build.mjs';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'authtrace-'));
});

afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, content: unknown, time = 1000) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  utimesSync(file, time, time);
}

const jose = { version: '6.0.0', integrity: 'sha512-x' };
const lock = {
  packages: {
    '': { dependencies: { jose: '6.0.0' } },
    'node_modules/jose': jose,
    'node_modules/other-platform': { version: '1.0.0', integrity: 'sha512-y', optional: true },
  },
};

function install(packages: unknown) {
  write('package-lock.json', lock);
  write('node_modules/jose/package.json', '{}');
  write('node_modules/.package-lock.json', { packages });
}

test('packages that agree with the lock file are installed, without those of other platforms', () => {
  install({ 'node_modules/jose': jose });
  expect(isInstalled(root)).toBe(true);
});

test('a fresh clone has nothing installed', () => {
  write('package-lock.json', lock);
  expect(isInstalled(root)).toBe(false);
});

test.each([
  ['another version', { 'node_modules/jose': { ...jose, version: '5.0.0' } }],
  ['other bytes', { 'node_modules/jose': { ...jose, integrity: 'sha512-z' } }],
  ['a missing package', {}],
])('%s is not what the lock file asks for', (_name, packages) => {
  install(packages);
  expect(isInstalled(root)).toBe(false);
});

test('a folder deleted by hand is missed', () => {
  install({ 'node_modules/jose': jose });
  rmSync(join(root, 'node_modules/jose'), { recursive: true });
  expect(isInstalled(root)).toBe(false);
});

test('a build is fresh until one of its sources is newer', () => {
  expect(isBuilt(root)).toBe(false);
  write('src/sim/a.ts', '', 1000);
  for (const folder of ['src/sim', 'src']) utimesSync(join(root, folder), 1000, 1000);
  write('dist/index.html', '', 2000);
  expect(isBuilt(root)).toBe(true);
  write('src/sim/a.ts', 'x', 3000);
  expect(isBuilt(root)).toBe(false);
});
