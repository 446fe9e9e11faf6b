import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECK_SERVER_FILE, packCheckServer } from '../../../src/build/checkServerFile.ts';
import { checkServerCommand } from '../../../src/cli/checkServer/command.ts';
import { OPTIONS } from '../../../src/cli/checkServer/options.ts';
import { toPrintable } from '../../../src/cli/checkServer/report/printable.ts';
import { ROOT } from '../../../src/cli/machine/paths.mjs';
import { withServer } from '../harness/server.ts';
import { servePlainSessions } from './servers/plainSessions.ts';
import { servePlainTokens } from './servers/plainTokens.ts';
import { PASSWORD } from './suite.ts';

const ADA = ['--username', 'ada', '--password', PASSWORD];

function runLauncher(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  script = join(ROOT, 'src/cli/checkServer.mjs'),
) {
  const options = { cwd: tmpdir(), env: { ...process.env, ...env } };
  const child = spawn(process.execPath, [script, ...args], options);
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

test('as one file, alone in a folder, it does the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'check-server-'));
  const script = join(folder, CHECK_SERVER_FILE);
  try {
    await writeFile(script, await packCheckServer(ROOT));
    await withServer(servePlainTokens(), async ({ port }) => {
      const address = `http://localhost:${port}`;
      const args = [address, ...ADA, '--json'];
      const { code, stdout, stderr } = await runLauncher(args, {}, script);
      expect(code, stderr).toBe(0);
      const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
      expect(JSON.parse(stdout)).toMatchObject({ format: 1, server: address, version });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

describe('npm run check-server', () => {
  test('says what it found, ends with 0 when nothing failed, and shows no secret', () =>
    withServer(servePlainTokens(), async ({ port }) => {
      const env = { CHECK_SERVER_PASSWORD: PASSWORD };
      const address = `http://localhost:${port}`;
      const { code, stdout, stderr } = await runLauncher([address, '--username', 'ada'], env);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^ {2}carries: a JWT, sent as Authorization: Bearer$/m);
      expect(stdout).toMatch(/the same, said: --login-path \/login --login-as json/);
      expect(stdout).toMatch(/\n0 failed, 0 warned, 1 noted, \d+ passed; \d+ requests, 6 logins, /);
      // How it goes stands on stderr.
      expect(stderr).toMatch(/POST \/login: 200 OK/);
      for (const text of [stdout, stderr]) {
        expect(text).not.toContain(PASSWORD);
        expect(text).not.toMatch(/eyJ[\w-]+\.[\w-]+/);
      }
    }));

  test('ends with 1 when something failed, and says what, where and why', () =>
    withServer(servePlainSessions({ toId: (old) => old ?? 'a'.repeat(32) }), async ({ port }) => {
      const { code, stdout } = await runLauncher([`http://app.localhost:${port}`, ...ADA]);
      expect(code).toBe(1);
      expect(stdout).toMatch(
        /✗ FAIL {2}session\.newId \(explained at step 3 of AuthTrace’s page\)\n {2}expected {2}the login.*\n {2}came {6}the ID.*\n {2}why {7}Session fixation/,
      );
    }));

  test('--json prints JSON and nothing else', () =>
    withServer(servePlainTokens(), async ({ port }) => {
      const { code, stdout } = await runLauncher([`http://127.0.0.1:${port}/`, ...ADA, '--json']);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ format: 1, server: `http://127.0.0.1:${port}` });
    }));

  test('a mistake is a sentence, an exit code of 2, and nothing on stdout', async () => {
    const { code, stdout, stderr } = await runLauncher(['--json']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^Name one server: check-server http:\/\/localhost:3000/);
  });
});

const SERVER = 'http://localhost:3000';

test.each([
  [['localhost:3000'], 'is no address: write it as http://localhost:3000.'],
  [['3000'], 'is no address'],
  [[''], 'is no address'],
  [['ftp://localhost'], 'neither http nor https'],
  [['http://example.com'], 'is not on this machine'],
  [['http://127.0.0.1.example.com'], 'is not on this machine'],
  [['http://localhost.example.com'], 'is not on this machine'],
  [['http://notlocalhost'], 'is not on this machine'],
  [['https://10.0.0.1'], 'is not on this machine'],
  [['http://0.0.0.0'], 'is not on this machine'],
  [['http://[::ffff:10.0.0.1]'], 'is not on this machine'],
  [['http://localhost@example.com'], 'is not on this machine'],
  [['http://a:b@localhost'], 'leave it out'],
  [['http://localhost/?a=1'], 'has a query'],
  [[SERVER, 'http://localhost:4000'], 'Name one server'],
  [[SERVER, '--login-path', 'login'], 'is no path: write it as /login.'],
  [[SERVER, '--profile-path', 'http://example.com/me'], 'is not on this machine'],
  [[SERVER, '--logout-path', '/log out'], 'is no path'],
  [[SERVER, '--profile-path', '/a\r\nb'], 'is no path'],
  [[SERVER, '--timeout', '0'], 'is no number of milliseconds'],
  [[SERVER, '--wait', '5s'], 'is no number of seconds'],
  [[SERVER, '--token-field', ''], '--token-field needs a name.'],
  [[SERVER, '--cookie-name', 'a b'], 'cannot stand in a header'],
  [[SERVER, '--login-as', 'xml'], 'is none of json, form, multipart.'],
  [[SERVER, '--origin', 'app.example.com'], 'write it as http://localhost:5173, or none.'],
  [[SERVER, '--origin', 'https://app.example.com/login'], 'is no origin'],
  [[SERVER, '--allow', 'everything'], 'is no check: those are'],
  [[SERVER, '--wordlist', '/there/is/none'], 'cannot be read'],
  [[SERVER, '--public-key', '/there/is/none'], 'cannot be read'],
  [[SERVER, '--public-key', join(ROOT, 'package.json')], 'holds no public key'],
  [[SERVER, '--frobnicate'], "Unknown option '--frobnicate'."],
])('%j is refused', async (args, sentence) => {
  await expect(checkServerCommand([...args, ...ADA])).rejects.toMatchObject({
    isComplaint: true,
    message: expect.stringContaining(sentence),
  });
});

test('a user has to be named', async () => {
  await expect(checkServerCommand([SERVER])).rejects.toThrow(/--username.*CHECK_SERVER_PASSWORD/);
});

test('--help tells of every option on one page', async () => {
  const { text, exitCode } = await checkServerCommand(['--help']);
  expect(exitCode).toBe(0);
  for (const name of Object.keys(OPTIONS)) {
    if (name !== 'help') expect(text).toContain(`--${name}`);
  }
  const lines = text.split('\n');
  expect(lines.length).toBeLessThan(60);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
});

test('a warning counts under --strict, and what is allowed does not', () =>
  withServer(
    servePlainSessions({ toCookie: (id) => `sid=${id}; Path=/; HttpOnly` }),
    async ({ port }) => {
      const run = async (...options: string[]) =>
        (await checkServerCommand([`http://localhost:${port}`, ...ADA, ...options])).exitCode;
      expect(await run()).toBe(0);
      expect(await run('--strict')).toBe(1);
      expect(await run('--strict', '--allow', 'cookie.sameSite')).toBe(0);
    },
  ));

test.each([
  ['a\r\n\tb', 'a b'],
  ['\u001b[31mred', '\uFFFD[31mred'],
  ['\u202eabc\u2066', '\uFFFDabc\uFFFD'],
  ['x'.repeat(200), `${'x'.repeat(160)} …`],
  ['é 鍵 😀', 'é 鍵 😀'],
])('%j is printed as %j', (text, printed) => {
  expect(toPrintable(text)).toBe(printed);
});
