import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listenFrom } from '../../src/cli/machine/listen.mjs';
import { createStaticServer } from '../../src/cli/page/staticServer.mjs';

let origin = '';
let close = () => {};
const base = mkdtempSync(join(tmpdir(), 'authtrace-'));
const folder = join(base, 'dist');
const LONG = `export const words = '${'the same again, '.repeat(400)}';`;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(base, 'secret.txt'), 'outside');
  writeFileSync(join(folder, 'index.html'), '<p>Grüße');
  writeFileSync(join(folder, 'assets', 'a-1.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'long-1.js'), LONG);
  writeFileSync(join(folder, 'picture.png'), LONG);
  symlinkSync(join(base, 'secret.txt'), join(folder, 'linked.txt'));
  symlinkSync(base, join(folder, 'out'));
  symlinkSync(join(folder, 'index.html'), join(folder, 'inside.html'));
  const listening = await listenFrom(() => createStaticServer(folder), 0);
  origin = `http://127.0.0.1:${listening.port}`;
  close = listening.close;
});

afterAll(() => {
  close();
  rmSync(base, { recursive: true });
});

/** Sends a target as it stands, and any encoding; fetch would tidy up the one and undo the other. */
const send = (path: string, headers = {}) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(`${origin}/`, { path, headers }, (answer) => resolve(answer.resume()));
    sent.on('error', reject).end();
  });

test('the page is served at the root, whatever its query', async () => {
  const response = await fetch(`${origin}/?x=1`);
  expect(await response.text()).toBe('<p>Grüße');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-cache');
});

test('hashed assets have their type and may be kept', async () => {
  const response = await fetch(`${origin}/assets/a-1.js`);
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(response.headers.get('cache-control')).toContain('immutable');
});

test('HEAD tells the length and sends no body', async () => {
  const response = await fetch(`${origin}/`, { method: 'HEAD' });
  expect(response.headers.get('content-length')).toBe('10');
  expect(await response.text()).toBe('');
});

test('other methods are refused', async () => {
  const response = await fetch(`${origin}/`, { method: 'POST' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test.each([
  '/nothing',
  '/assets',
  '/assets/',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/%',
  '/%00',
  '//x',
  '/linked.txt',
  '/out/secret.txt',
  'http://localhost/../secret.txt',
])('%s is not found', async (target) => {
  expect((await send(target)).statusCode).toBe(404);
});

test.each(['http://example.com/', 'HTTPS://localhost:1', 'http://x?y#z', '/inside.html'])(
  '%s is the page',
  async (target) => {
    const { statusCode, headers } = await send(target);
    expect([statusCode, headers['content-length']]).toEqual([200, '10']);
  },
);

test('what may be kept is decided by the file, not by how it is called', async () => {
  const kept = async (target: string) => (await send(target)).headers['cache-control'];
  expect(await kept('/assets/%2e%2e/')).toBe('no-cache');
  expect(await kept('/assets/../index.html')).toBe('no-cache');
  expect(await kept('/%61ssets/a-1.js')).toContain('immutable');
  expect(await kept('http://localhost/assets/a-1.js')).toContain('immutable');
});

test('a sandboxed frame may read the assets, and nobody else the page', async () => {
  const allowed = async (target: string) =>
    (await send(target)).headers['access-control-allow-origin'];
  expect(await allowed('/assets/a-1.js')).toBe('*');
  expect(await allowed('/assets/../')).toBeUndefined();
});

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, GZIP ; q=0.5', 'gzip'],
  ['identity', undefined],
  ['', undefined],
])('for Accept-Encoding %j it is sent as %s', async (accepted, coding) => {
  const { headers } = await send('/assets/long-1.js', { 'accept-encoding': accepted });
  expect(headers['content-encoding']).toBe(coding);
  expect(headers.vary).toBe('Accept-Encoding');
  if (coding) expect(Number(headers['content-length'])).toBeLessThan(LONG.length / 10);
  else expect(headers['content-length']).toBe(String(LONG.length));
});

test('what was sent encoded is the file, also after it has changed', async () => {
  const read = async () => (await fetch(`${origin}/assets/long-1.js`)).text();
  expect(await read()).toBe(LONG);
  writeFileSync(join(folder, 'assets', 'long-1.js'), `${LONG}\n// more`);
  expect(await read()).toBe(`${LONG}\n// more`);
});

test('what is short or packed already is sent as it is', async () => {
  const coding = async (target: string) =>
    (await send(target, { 'accept-encoding': 'br' })).headers['content-encoding'];
  expect(await coding('/')).toBeUndefined();
  expect(await coding('/picture.png')).toBeUndefined();
});

test.each(['nothing', 'secret.txt'])('there is no server for %s, which is no folder', (name) => {
  expect(() => createStaticServer(join(base, name))).toThrow(/^There is no folder .* served\.$/);
});
