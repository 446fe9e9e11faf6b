import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { parsePort } from '../../src/cli/machine/arguments.mjs';
import { listenFrom } from '../../src/cli/machine/listen.mjs';

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const answer = () => createServer((_request, response) => response.end('ours'));

async function occupy(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  closers.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

test('a taken port gives the next free one, which answers', async () => {
  const taken = await occupy('127.0.0.1');
  const { port, close } = await listenFrom(answer, taken);
  closers.push(close);
  expect(port).toBeGreaterThan(taken);
  expect(await (await fetch(`http://localhost:${port}`)).text()).toBe('ours');
});

test('port 0 gives any free one', async () => {
  const { port, close } = await listenFrom(answer, 0);
  closers.push(close);
  expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('ours');
});

test('when one port only will do, a taken one is a clear sentence', async () => {
  const taken = await occupy('127.0.0.1');
  await expect(listenFrom(answer, taken, taken)).rejects.toThrow(
    `Port ${taken} is taken: stop what uses it, or give another one.`,
  );
});

test.each([
  ['0', 0],
  ['4173', 4173],
  ['65535', 65535],
])('%s is a port', (text, port) => {
  expect(parsePort(text)).toBe(port);
});

test.each(['', '-1', '65536', '80.5', '4173x', '１'])('%j is no port', (text) => {
  expect(() => parsePort(text)).toThrow('is not a port: give a number from 0 to 65535.');
});
