import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkServerCommand } from '../../../src/cli/checkServer/command.ts';
import { toPrintable } from '../../../src/cli/checkServer/shared/printable.ts';
import { ROOT } from '../../../src/cli/machine/paths.mjs';
import { withServer } from '../harness/server.ts';
import { NOT_FOUND, servePlainly } from './plainServer.ts';
import { servePlainSessions } from './plainSessions.ts';
import { servePlainTokens, sign, toClaims } from './plainToken.ts';

function runLauncher(args: readonly string[]) {
  const script = join(ROOT, 'src/cli/checkServer.mjs');
  const child = spawn(process.execPath, [script, ...args], { cwd: tmpdir() });
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

describe('npm run check-server', () => {
  test('prints the table of the walk and ends with 0 when nothing failed', () =>
    withServer(servePlainSessions(), (sessions) =>
      withServer(servePlainTokens(), async (tokens) => {
        const both = ['--session', `http://localhost:${sessions.port}`];
        both.push('--token', `http://127.0.0.1:${tokens.port}`);
        const { code, stdout, stderr } = await runLauncher(both);
        expect([code, stderr]).toEqual([0, '']);
        expect(stdout).toMatch(/^Step {2}Action +Session-based {2}Token-based$/m);
        expect(stdout).toMatch(/^ {3}9 {2}User logs out +✓ pass +– n\/a$/m);
        expect(stdout).toMatch(/^ {2}10 {2}Server cleans up +✓ pass +– n\/a$/m);
        expect(stdout).toMatch(/\n0 failed, 0 warned, \d+ passed, \d+ not applicable\n$/);
      }),
    ));

  test('ends with 1 when something failed, and says what, where and why', () =>
    withServer(servePlainSessions({ toId: (old) => old ?? 'a'.repeat(32) }), async ({ port }) => {
      const { code, stdout } = await runLauncher(['--session', `http://app.localhost:${port}`]);
      expect(code).toBe(1);
      expect(stdout).toMatch(/^ {3}3 {2}Create auth data +✗ FAIL$/m);
      expect(stdout).toMatch(
        /✗ FAIL {2}step 3, session: session\.newId\n {2}expected {2}the login.*\n {2}came {6}the ID.*\n {2}why {7}Session fixation/,
      );
    }));

  test('--json prints JSON and nothing else', () =>
    withServer(servePlainTokens(), async ({ port }) => {
      const address = `http://127.0.0.1:${port}`;
      const { code, stdout, stderr } = await runLauncher(['--token', `${address}/`, '--json']);
      expect([code, stderr]).toEqual([0, '']);
      const report = JSON.parse(stdout);
      expect(Object.keys(report)).toEqual(['passed', 'servers', 'counts', 'steps']);
      expect(report.servers).toEqual({ session: null, token: address });
      expect(Object.keys(report.counts)).toEqual(['fail', 'warn', 'pass', 'not applicable']);
      expect(Object.keys(report.steps[0])).toEqual([
        'step',
        'action',
        'session',
        'token',
        'checks',
      ]);
      expect(report.steps[0].checks[0]).toEqual({
        strategy: 'token',
        step: 1,
        check: 'login.answered',
        mark: 'pass',
        expected: expect.any(String),
        came: 'status 200',
        why: expect.any(String),
      });
    }));

  test('a mistake is a sentence, an exit code of 1, and nothing on stdout', async () => {
    const { code, stdout, stderr } = await runLauncher(['--json']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe('Name a server: --session http://localhost:3000, --token …, or both.\n');
  });
});

test.each([
  [['--session', 'localhost:3000'], 'is no address: write it as http://localhost:3000.'],
  [['--session', '3000'], 'is no address'],
  [['--session', ''], 'is no address'],
  [['--token', 'https://localhost:3000'], 'plain http only'],
  [['--token', 'ftp://localhost'], 'plain http only'],
  [['--session', 'http://example.com'], 'is not on this machine'],
  [['--session', 'http://127.0.0.1.example.com'], 'is not on this machine'],
  [['--session', 'http://localhost.example.com'], 'is not on this machine'],
  [['--session', 'http://notlocalhost'], 'is not on this machine'],
  [['--session', 'http://10.0.0.1'], 'is not on this machine'],
  [['--session', 'http://0.0.0.0'], 'is not on this machine'],
  [['--session', 'http://[::ffff:10.0.0.1]'], 'is not on this machine'],
  [['--session', 'http://localhost@example.com'], 'is not on this machine'],
  [['--session', 'http://a:b@localhost'], 'more than a host, a port and a path'],
  [['--session', 'http://localhost/?a=1'], 'more than a host, a port and a path'],
  [['--token', 'http://localhost', '--login-path', 'login'], 'is no path: write it as /login.'],
  [['--token', 'http://localhost', '--logout-path', '/log out'], 'is no path'],
  [['--token', 'http://localhost', '--profile-path', '/a\r\nb'], 'is no path'],
  [['--token', 'http://localhost', '--timeout', '0'], 'is no number of milliseconds'],
  [['--token', 'http://localhost', '--timeout', '5s'], 'is no number of milliseconds'],
  [['--token', 'http://localhost', '--token-field', ''], '--token-field needs a name.'],
  [['--token', 'http://localhost', '--cookie-name', 'a b'], 'is no name of a cookie.'],
  [['--token', 'http://localhost', '--frobnicate'], "Unknown option '--frobnicate'."],
  [['http://localhost:3000'], 'Unexpected argument'],
])('%j is refused', async (args, sentence) => {
  await expect(checkServerCommand(args)).rejects.toMatchObject({
    isComplaint: true,
    message: expect.stringContaining(sentence),
  });
});

test('--help tells of every option', async () => {
  const { text, passed } = await checkServerCommand(['--help']);
  expect(passed).toBe(true);
  for (const name of ['session', 'token', 'login-path', 'token-field', 'cookie-name', 'json']) {
    expect(text).toContain(`--${name}`);
  }
});

test('paths, names and credentials can be given', async () => {
  const inner = servePlainly(({ route, body, token, cookies }) => {
    const isBob = body?.mail === 'bob' && body.pin === '0000';
    const refused = { status: 401, headers: { 'WWW-Authenticate': 'Bearer' }, body: '{}' };
    if (route === 'POST /api/sign-in') {
      const headers = {
        'Set-Cookie': ['theme=dark; HttpOnly', 'key=0123456789abcdef0123; Path=/'],
      };
      return isBob ? { status: 200, headers, body: { data: { jwt: sign(toClaims()) } } } : refused;
    }
    if (route !== 'GET /api/me?full=1') return NOT_FOUND;
    return token !== '' || cookies.has('key') ? { status: 200, body: { me: 'bob' } } : refused;
  });
  await withServer(inner, async ({ port }) => {
    const address = `http://localhost:${port}/api/`;
    const options = [
      ...['--session', address, '--token', address, '--json', '--cookie-name', 'key'],
      ...['--login-path', '/sign-in', '--profile-path', '/me?full=1', '--logout-path', '/out'],
      ...['--username-field', 'mail', '--password-field', 'pin', '--token-field', 'data.jwt'],
      ...['--username', 'bob', '--password', '0000'],
    ];
    const { text } = await checkServerCommand(options);
    const { steps } = JSON.parse(text);
    expect([steps[1].session, steps[1].token]).toEqual(['pass', 'pass']);
    const checks = steps.flatMap((row: { checks: object[] }) => row.checks);
    const granted = checks.filter((found: { check: string }) => found.check === 'profile.granted');
    expect(granted.map(({ mark }: { mark: string }) => mark)).toEqual(['pass', 'pass']);
    const flags = checks.find((found: { check: string }) => found.check === 'cookie.httpOnly');
    expect(flags).toMatchObject({ mark: 'fail', came: 'key=…; Path=/' });
  });
});

test.each([
  ['a\r\n\tb', 'a b'],
  ['\u001b[31mred', '\uFFFD[31mred'],
  ['\u202eabc\u2066', '\uFFFDabc\uFFFD'],
  ['x'.repeat(200), `${'x'.repeat(160)} …`],
  ['é 鍵 😀', 'é 鍵 😀'],
])('%j is printed as %j', (text, printed) => {
  expect(toPrintable(text)).toBe(printed);
});
