import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installByApt } from './apt.mjs';
import { openRedis } from './redisClient.mjs';

const FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
const ATTEMPTS = 100;
const PAUSE_MS = 50;
const NOTHING_TO_STOP = async () => {};

/** Finds a redis-server: its path, or `null`. */
export function findRedisServer({ env, platform, exists }) {
  if (platform === 'win32') return null;
  const folders = [...(env.PATH ?? '').split(':').filter(Boolean), ...FOLDERS];
  return folders.map((folder) => path.posix.join(folder, 'redis-server')).find(exists) ?? null;
}

const findHere = () =>
  findRedisServer({ env: process.env, platform: process.platform, exists: existsSync });

async function readVersion(url) {
  const client = await openRedis(url);
  const facts = await client.info('server');
  await client.close();
  return /^redis_version:(\S+)/m.exec(facts)?.[1] ?? 'of unknown version';
}

async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Ends a child at the latest with this process; returns what ends it now. */
function tie(child) {
  const gone = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  const kill = () => child.kill();
  // A signal ends a process without `exit`, unless somebody listens.
  const leave = (signal) => process.exit(128 + constants.signals[signal]);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  process.once('exit', kill);
  for (const signal of signals) process.once(signal, leave);
  return async () => {
    process.off('exit', kill);
    for (const signal of signals) process.off(signal, leave);
    kill();
    await gone;
  };
}

/** Starts a Redis that keeps nothing on disk; resolves to it, or to why there is none. */
export async function startRedis(program) {
  const port = await findFreePort();
  const url = `redis://127.0.0.1:${port}`;
  const switches = ['--save', '', '--appendonly', 'no', '--bind', '127.0.0.1'];
  const options = { cwd: tmpdir(), stdio: 'ignore' };
  const child = spawn(program, ['--port', String(port), ...switches], options);
  const stop = tie(child);
  for (let i = 0; i < ATTEMPTS && child.exitCode === null && child.pid; i++) {
    const version = await readVersion(url).catch(() => null);
    if (version) return { url, version, stop };
    await sleep(PAUSE_MS);
  }
  await stop();
  return { url: null, why: `${program} does not start`, stop: NOTHING_TO_STOP };
}

/**
 * Resolves to a Redis for the tests: the one at REDIS_URL, else one of our own, whose program is
 * installed first where that is ours to do; or to why there is none.
 * @throws Complaint when REDIS_URL names none
 */
export async function provideRedis() {
  const named = process.env.REDIS_URL;
  if (named) return { url: named, version: await readVersion(named), stop: NOTHING_TO_STOP };
  const found = findHere();
  const installed = found ?? ((await installByApt('redis-server', 'Redis')) ? findHere() : null);
  if (installed) return startRedis(installed);
  return { url: null, why: 'set REDIS_URL, or install redis-server', stop: NOTHING_TO_STOP };
}
