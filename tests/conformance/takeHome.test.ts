import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CookieJar } from 'tough-cookie';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TAKE_HOME_FILES } from '../../src/reference/takeHome.ts';
import { listen } from './harness/server.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
let servers: ChildProcess;
let started: string;
let env: Record<string, string>;

async function findFreePort(): Promise<string> {
  const { port, close } = await listen(() => {});
  await close();
  return String(port);
}

/** Starts a script of the folder's package.json the way npm does. */
async function runScript(name: string): Promise<ChildProcess> {
  const { scripts } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const [program, ...args] = scripts[name].split(' ');
  expect(program).toBe('node');
  const { NODE_ENV: _, ...inherited } = process.env;
  return spawn(process.execPath, args, { cwd: folder, env: { ...inherited, ...env } });
}

/** Collects what a process prints until it ends, or until `done` says so. */
function readOutput(child: ChildProcess, done: (text: string) => boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const take = (chunk: Buffer) => {
      text += chunk;
      if (done(text)) resolve(text);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('error', reject);
    child.on('close', () => resolve(text));
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'authtrace-'));
  for (const { path, source } of TAKE_HOME_FILES) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await cp(join(ROOT, 'src/reference', source), target);
  }
  // Stands in for `npm install`: the same versions, see versions.test.ts.
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  env = { SESSION_PORT: await findFreePort(), TOKEN_PORT: await findFreePort() };
  servers = await runScript('start');
  started = await readOutput(servers, (text) => text.split('http://').length > 2);
}, 30_000);

afterAll(async () => {
  servers?.kill();
  await rm(folder, { recursive: true, force: true });
});

test('npm start runs both servers and says that the secrets are demo ones', () => {
  expect(started).toContain(`http://localhost:${env.SESSION_PORT}`);
  expect(started).toContain(`http://localhost:${env.TOKEN_PORT}`);
  expect(started).toContain('SESSION_SECRET is not set');
  expect(started).toContain('TOKEN_SECRET is not set');
});

test('npm run walk goes from the login to the logout', async () => {
  const walk = await runScript('walk');
  const output = await readOutput(walk, () => false);
  expect(walk.exitCode, output).toBe(0);
  expect(output.match(/-> \d+/g)).toEqual(
    [200, 200, 204, 401, 200, 200, 401].map((status) => `-> ${status}`),
  );
});

/** Reads the requests of an .http file, its variables still in it. */
function parseHttpFile(text: string) {
  const [, ...blocks] = text.split(/^### .*\n/m);
  return blocks.map((block) => {
    const [head = '', body = ''] = block.trim().split('\n\n');
    const lines = head.split('\n').filter((line) => !line.startsWith('#'));
    const [method = '', url = ''] = (lines[0] ?? '').split(' ');
    const headers = lines.slice(1).map((line) => line.split(': ') as [string, string]);
    return { method, url, headers, body };
  });
}

test('the request file plays the walk', async () => {
  const requests = parseHttpFile(await readFile(join(folder, 'walk.http'), 'utf8'));
  const jar = new CookieJar();
  let token = '';
  const fill = (text: string) =>
    text
      .replace('{{sessions}}', `http://localhost:${env.SESSION_PORT}`)
      .replace('{{tokens}}', `http://localhost:${env.TOKEN_PORT}`)
      .replace('{{login.response.body.token}}', token);
  const statuses: number[] = [];
  for (const { method, url: template, headers: given, body } of requests) {
    const url = fill(template);
    const headers = new Headers(given.map(([name, value]) => [name, fill(value)]));
    headers.set('Cookie', await jar.getCookieString(url));
    const response = await fetch(url, { method, headers, body: body || null });
    for (const line of response.headers.getSetCookie()) await jar.setCookie(line, url);
    const answer = response.status === 204 ? {} : await response.json();
    token = (answer as { token?: string }).token ?? token;
    statuses.push(response.status);
  }
  expect(statuses).toEqual([200, 200, 204, 401, 200, 200, 401]);
});
