import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { SESSION_STORE } from '../../src/sim/actors.ts';
import { exceedsHeaderLimit } from '../../src/sim/http/headerLimit.ts';
import { append, cutTo, getLast, toItems, toSharedList } from '../../src/sim/runs/sharedList.ts';
import { sessionLane } from '../../src/sim/session/lane.ts';
import { destroyRecord, listRecords, peekRecord, setRecord } from '../../src/sim/session/store.ts';
import { DEFAULT_SETTINGS } from '../../src/sim/settings.ts';
import type { SessionRecord } from '../../src/sim/state.ts';
import { getStore } from '../../src/sim/state.ts';

test('versions of a growing list keep their own items, also where two branch', () => {
  const one = append(toSharedList([1]), [2]);
  const two = append(one, [3, 4]);
  const branch = append(one, [5]);
  expect([one, two, branch].map(toItems)).toEqual([
    [1, 2],
    [1, 2, 3, 4],
    [1, 2, 5],
  ]);
  expect(two.shared).toBe(one.shared);
  expect(toItems(append(cutTo(two, 1), [9]))).toEqual([1, 9]);
  expect(toItems(two)).toEqual([1, 2, 3, 4]);
  expect(getLast(branch)).toBe(5);
  expect(() => getLast(toSharedList([]))).toThrow(RangeError);
  expect(() => cutTo(one, 3)).toThrow(RangeError);
});

const toRecord = (userId: string): SessionRecord => ({
  cookie: { originalMaxAge: null, expires: null, secure: false, httpOnly: true, path: '/' },
  userId,
});
const toSid = (i: number) => `${String.fromCharCode(65 + (i % 26))}${i}`;

test('a store is one record map while it is small, and finds all its records when it is not', () => {
  let state = sessionLane.start(DEFAULT_SETTINGS);
  const write = (i: number) => {
    state = setRecord(state, SESSION_STORE, toSid(i), toRecord(`u${i}`));
  };
  for (let i = 0; i < 64; i++) write(i);
  expect(Object.keys(getStore(state, SESSION_STORE).sessions)).toHaveLength(64);
  expect(getStore(state, SESSION_STORE).buckets).toBeUndefined();
  const small = state;
  for (let i = 64; i < 300; i++) write(i);
  expect(getStore(state, SESSION_STORE).sessions).toEqual({});
  expect(listRecords(getStore(state, SESSION_STORE))).toHaveLength(300);
  for (let i = 0; i < 300; i++) {
    expect(peekRecord(state, SESSION_STORE, toSid(i))?.userId).toBe(`u${i}`);
  }
  const before = getStore(state, SESSION_STORE).buckets ?? {};
  state = destroyRecord(state, SESSION_STORE, toSid(7));
  expect(peekRecord(state, SESSION_STORE, toSid(7))).toBeNull();
  expect(destroyRecord(state, SESSION_STORE, 'nobody')).toBe(state);
  // Only the bucket that changed is another one.
  const after = getStore(state, SESSION_STORE).buckets ?? {};
  expect(Object.keys(before).filter((name) => before[name] !== after[name])).toEqual(['H']);
  expect(listRecords(getStore(small, SESSION_STORE))).toHaveLength(64);
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
});

test('a header is too large where Node.js says so', async () => {
  const server = createServer((_, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // The connection adds a field of its own, so the engine's message is shorter by it.
  const connection = 'Connectionclose'.length;
  const ask = (length: number) =>
    new Promise<number>((resolve, reject) => {
      const headers = ['Host', 'localhost', 'Authorization', 'x'.repeat(length)];
      request({ host: '127.0.0.1', port, path: '/profile', headers, setHost: false, agent: false })
        .on('response', (response) => resolve(response.resume().statusCode ?? 0))
        .on('error', reject)
        .end();
    });
  const judge = (length: number) =>
    exceedsHeaderLimit({
      ...{ from: 'client', to: 'server', kind: 'request', method: 'GET', target: '/profile' },
      headers: [
        ['Host', 'localhost'],
        ['Authorization', 'x'.repeat(length)],
      ],
      ...{ status: null, body: null },
    });
  const rest = '/profileHostlocalhostAuthorization'.length;
  const last = 16 * 1024 - rest - 1;
  try {
    expect(await ask(last - connection)).toBe(200);
    expect(await ask(last - connection + 1)).toBe(431);
    expect([judge(last), judge(last + 1)]).toEqual([false, true]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
