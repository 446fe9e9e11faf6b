import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listenFrom } from '../../src/cli/machine/listen.mjs';
import { createStaticServer } from '../../src/cli/page/staticServer.mjs';

let origin = '';
let close = () => {};
const base = mkdtempSync(join(tmpdir(), 'authtrace-'));
const folder = join(base, 'dist');

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(base, 'secret.txt'), 'outside');
  writeFileSync(join(folder, 'index.html'), '<p>Grüße');
  writeFileSync(join(folder, 'assets', 'a-1.js'), 'export {};');
  const listening = await listenFrom(() => createStaticServer(folder), 0);
  origin = `http://127.0.0.1:${listening.port}`;
  close = listening.close;
});

afterAll(() => {
  close();
  rmSync(base, { recursive: true });
});

/** Sends a target as it stands; fetch would tidy it up. */
const getStatus = (path: string) =>
  new Promise((resolve, reject) => {
    const sent = request(`${origin}/`, { path }, (answer) => resolve(answer.resume().statusCode));
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

test.each(['/nothing', '/assets', '/../secret.txt', '/%2e%2e/secret.txt', '/%', '/%00', '//x'])(
  '%s is not found',
  async (target) => {
    expect(await getStatus(target)).toBe(404);
  },
);
