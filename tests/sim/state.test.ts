import { expect, test } from 'vitest';
import { SESSION_STORE } from '../../src/sim/actors.ts';
import {
  getClient,
  getServer,
  getStore,
  patchClient,
  patchServer,
  readClock,
} from '../../src/sim/state.ts';
import { deepFreeze, getFrame, runWalk } from './runs.ts';

const state = deepFreeze(getFrame(await runWalk(), 5).session.state);

test('actors are found by ID', () => {
  expect(getClient(state, 'client').jar).toHaveLength(1);
  expect(getServer(state, 'server').store).toBe(SESSION_STORE);
  expect(Object.keys(getStore(state, SESSION_STORE).sessions)).toHaveLength(1);
});

test.each(['nobody', '', 'toString', '__proto__', 'constructor'])('%j is none of them', (id) => {
  expect(() => getClient(state, id)).toThrow(RangeError);
  expect(() => getServer(state, id)).toThrow(`no server with the ID "${id}"`);
  expect(() => getStore(state, id)).toThrow(RangeError);
  expect(() => patchClient(state, id, {})).toThrow(RangeError);
});

test('a patch changes one member of one actor, and shares the rest', () => {
  const patched = patchClient(state, 'client', { discarded: 'x' });
  expect(getClient(patched, 'client').discarded).toBe('x');
  expect(getClient(state, 'client').discarded).toBe(null);
  expect(patched.servers).toBe(state.servers);
  expect(getClient(patched, 'client').jar).toBe(getClient(state, 'client').jar);
});

test('a clock belongs to a server', () => {
  const ahead = patchServer(state, 'server', { clockOffset: 90 });
  expect(readClock(ahead, 'server') - readClock(state, 'server')).toBe(90);
  expect(ahead.clock).toBe(state.clock);
});
