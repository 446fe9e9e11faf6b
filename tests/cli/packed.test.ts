import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/machine/paths.mjs';

let folder = '';
const windows = process.platform === 'win32';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'authtrace-packed-'));
  const pack = spawnSync('npm', ['pack', '--offline', '--json', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: windows,
  });
  expect(pack.status, pack.stderr).toBe(0);
  const [{ filename }] = JSON.parse(pack.stdout.slice(pack.stdout.indexOf('[')));
  const unpack = spawnSync('tar', ['-xzf', filename], { cwd: folder, encoding: 'utf8' });
  expect(unpack.status, unpack.stderr).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the program as npx does: its bin, in a folder without any packages. */
function run(...args: readonly string[]) {
  const root = join(folder, 'package');
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return spawnSync(process.execPath, [join(root, bin['check-server']), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
}

test('the packed program needs no package, and tells how to use it', () => {
  const { status, stdout, stderr } = run('--help');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^check-server <address> --username/);
});

test('it asks a server, and ends with 2 where there is none', () => {
  const user = ['--username', 'ada', '--password', 'correct horse'];
  const { status, stdout } = run('http://localhost:1', ...user, '--json');
  expect(status).toBe(2);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(JSON.parse(stdout)).toMatchObject({
    version,
    problem: expect.stringContaining('nothing listens at http://localhost:1'),
  });
});
