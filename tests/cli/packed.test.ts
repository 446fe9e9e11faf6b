import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/machine/paths.mjs';
import { servePlainTokens } from '../conformance/checkServer/servers/plainTokens.ts';
import { withServer } from '../conformance/harness/server.ts';

let folder = '';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function start(program: string, args: readonly string[], cwd: string): Promise<Ended> {
  const shell = process.platform === 'win32' && program === 'npm';
  return new Promise((resolve) => {
    execFile(program, [...args], { cwd, shell }, (error, stdout, stderr) => {
      resolve({
        code: typeof error?.code === 'number' ? error.code : error ? -1 : 0,
        stdout,
        stderr,
      });
    });
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'authtrace-packed-'));
  const pack = await start(
    'npm',
    ['pack', '--offline', '--json', `--pack-destination=${folder}`],
    ROOT,
  );
  expect(pack.code, pack.stderr).toBe(0);
  const [{ filename }] = JSON.parse(pack.stdout.slice(pack.stdout.indexOf('[')));
  const unpack = await start('tar', ['-xzf', filename], folder);
  expect(unpack.code, unpack.stderr).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the program as npx does: its bin, in a folder without any packages. */
function run(...args: readonly string[]): Promise<Ended> {
  const root = join(folder, 'package');
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return start(process.execPath, [join(root, bin['check-server']), ...args], folder);
}

const USER = ['--username', 'ada', '--password', 'correct horse'];

test('the packed program needs no package, and tells how to use it', async () => {
  const { code, stdout, stderr } = await run('--help');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^check-server <address> --username/);
});

test('it checks a server', () =>
  withServer(servePlainTokens(), async ({ port }) => {
    const { code, stdout } = await run(`http://localhost:${port}`, ...USER, '--json');
    expect(code).toBe(0);
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(JSON.parse(stdout)).toMatchObject({ version, problem: null, exitCode: 0 });
  }));

test('it ends with 2 where there is none', async () => {
  const { code, stdout } = await run('http://localhost:1', ...USER);
  expect(code).toBe(2);
  expect(stdout).toContain('nothing listens at http://localhost:1');
});
