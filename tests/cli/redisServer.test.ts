import { afterEach, expect, test } from 'vitest';
import { openRedis } from '../../src/cli/machine/redisClient.mjs';
import { findRedisServer, provideRedis, startRedis } from '../../src/cli/machine/redisServer.mjs';

const { REDIS_URL } = process.env;

afterEach(() => {
  if (REDIS_URL === undefined) delete process.env.REDIS_URL;
  else process.env.REDIS_URL = REDIS_URL;
});

const find = (files: readonly string[], platform = 'linux', PATH = '/opt/mine:/usr/bin') =>
  findRedisServer({ platform, env: { PATH }, exists: (path: string) => files.includes(path) });

test('a redis-server is looked for in PATH first, then where it usually is', () => {
  const usual = '/usr/local/bin/redis-server';
  expect(find([usual, '/opt/mine/redis-server'])).toBe('/opt/mine/redis-server');
  expect(find([usual])).toBe(usual);
  expect(find(['/opt/homebrew/bin/redis-server'], 'darwin', '')).toMatch(/homebrew/);
  expect(find([])).toBeNull();
  expect(find([usual], 'win32')).toBeNull();
});

test('a program that ends at once, or is none, is no Redis', async () => {
  expect(await startRedis(process.execPath)).toMatchObject({ url: null });
  expect(await startRedis('/no/such/program')).toMatchObject({
    url: null,
    why: '/no/such/program does not start',
  });
});

test('a REDIS_URL where nobody answers is one sentence, without the password in it', async () => {
  process.env.REDIS_URL = 'redis://ada:secret@127.0.0.1:1';
  const sentence =
    'REDIS_URL names 127.0.0.1:1, where no Redis lets us in (ECONNREFUSED): correct or unset it.';
  await expect(provideRedis()).rejects.toThrow(sentence);
  await expect(provideRedis()).rejects.toMatchObject({ isComplaint: true });
});

test.each(['not an address', 'http://localhost:6379'])('%s is no REDIS_URL', async (url) => {
  await expect(openRedis(url)).rejects.toThrow(/^REDIS_URL names [^\n]*: correct or unset it\.$/);
});
