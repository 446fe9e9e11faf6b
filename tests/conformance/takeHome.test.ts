import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CookieJar } from 'tough-cookie';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packTakeHome } from '../../src/build/takeHome.ts';
import { ROOT } from '../../src/cli/machine/paths.mjs';
import { TAKE_HOME_FOLDER } from '../../src/reference/takeHome.ts';
import { listen } from './harness/server.ts';
import { unzip } from './harness/unzip.ts';

let unpacked: string;
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
async function runScript(name: string, more = {}): Promise<ChildProcess> {
  const { scripts } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const [program, ...args] = scripts[name].split(' ');
  expect(program).toBe('node');
  const { NODE_ENV: _, ...inherited } = process.env;
  return spawn(process.execPath, args, { cwd: folder, env: { ...inherited, ...env, ...more } });
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
  // The very bytes that are downloaded, unpacked.
  unpacked = await mkdtemp(join(tmpdir(), 'authtrace-'));
  folder = join(unpacked, TAKE_HOME_FOLDER);
  for (const { path, bytes } of unzip(await packTakeHome(ROOT))) {
    await mkdir(dirname(join(unpacked, path)), { recursive: true });
    await writeFile(join(unpacked, path), bytes);
  }
  // Stands in for `npm install`: the same versions, see versions.test.ts.
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  env = { SESSION_PORT: await findFreePort(), TOKEN_PORT: await findFreePort() };
  servers = await runScript('start');
  started = await readOutput(servers, (text) => text.split('http://').length > 2);
}, 30_000);

afterAll(async () => {
  servers?.kill();
  await rm(unpacked, { recursive: true, force: true });
});

test('npm start runs both servers and says that the secrets are demo ones', () => {
  expect(started).toContain(`http://localhost:${env.SESSION_PORT}`);
  expect(started).toContain(`http://localhost:${env.TOKEN_PORT}`);
  expect(started).toContain('SESSION_SECRET is not set');
  expect(started).toContain('TOKEN_SECRET is not set');
});

const OWN = { SESSION_SECRET: 'a secret of our own', TOKEN_SECRET: 'another secret of our own' };

test.each([
  ['SESSION_SECRET', { ...OWN, SESSION_SECRET: '' }],
  ['TOKEN_SECRET', { ...OWN, TOKEN_SECRET: 'demo secret that signs the access token' }],
])('in production nothing starts without %s', async (name, secrets) => {
  const ports = { SESSION_PORT: await findFreePort(), TOKEN_PORT: await findFreePort() };
  const server = await runScript('start', { NODE_ENV: 'production', ...secrets, ...ports });
  const output = await readOutput(server, () => false);
  expect(server.exitCode, output).toBe(1);
  expect(output).toContain(
    `${name} is not set: in production this server does not start without it\n`,
  );
  expect(output).not.toMatch(/\n {4}at /);
});

test('in production they start with secrets of their own, and warn of nothing', async () => {
  const ports = { SESSION_PORT: await findFreePort(), TOKEN_PORT: await findFreePort() };
  const server = await runScript('start', { NODE_ENV: 'production', ...OWN, ...ports });
  const output = await readOutput(server, (text) => text.split('http://').length > 2);
  server.kill();
  expect(output).not.toContain('demo secret');
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
