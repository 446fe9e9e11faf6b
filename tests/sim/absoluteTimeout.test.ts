import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { readTimeLeft } from '../../src/sim/expiry.ts';
import { listRecords } from '../../src/sim/session/store.ts';
import { getClient, getStore } from '../../src/sim/state.ts';
import type { SettingsPatch } from './runs.ts';
import { getFrame, run } from './runs.ts';

const fold = true;
const LOGIN: Action = { type: 'login', fold };
const VISIT: Action = { type: 'request', fold };
const wait = (seconds: number): Action => ({ type: 'wait', seconds });
/** Somebody who never goes away. */
const use = (times: number): Action[] =>
  Array.from({ length: times }, () => [wait(300), VISIT]).flat();

const LIMIT: SettingsPatch = { session: { rolling: true, absoluteLifetime: 1200 } };
const readLast = async (actions: readonly Action[], patch = LIMIT) => {
  const { session } = getFrame(await run(actions, patch), -1);
  return session;
};

test('use keeps a session alive up to its absolute end, and not beyond', async () => {
  for (const times of [1, 2, 3]) {
    expect((await readLast([LOGIN, ...use(times)])).outcome.status).toBe(200);
  }
  const over = await readLast([LOGIN, ...use(4)]);
  expect(over.outcome).toMatchObject({ status: 401, failure: 'sessionTooOld' });
  // Without one it slides on.
  const unlimited = await readLast([LOGIN, ...use(40)], { session: { rolling: true } });
  expect(unlimited.outcome.status).toBe(200);
});

test('the last second before it is inside, and the second itself is not', async () => {
  const almost = [LOGIN, ...use(3), wait(299), VISIT];
  expect((await readLast(almost)).outcome.status).toBe(200);
  expect((await readLast([...almost, wait(1), VISIT])).outcome.failure).toBe('sessionTooOld');
});

test('what it ends is destroyed and its cookie cleared, and a new login begins anew', async () => {
  const { state } = await readLast([LOGIN, ...use(4)]);
  expect(listRecords(getStore(state, 'sessionStore'))).toEqual([]);
  expect(getClient(state, 'client').jar).toEqual([]);
  const again = await readLast([LOGIN, ...use(4), LOGIN, ...use(3)]);
  expect(again.outcome.status).toBe(200);
});

test('a copy is told to end then, and to be refused afterwards', async () => {
  const steal: Action = { type: 'steal' };
  const before = await readLast([LOGIN, ...use(3), steal]);
  const end = before.state.clock + 300;
  expect(before.outcome.copy).toMatchObject({ accepted: true, expiresAt: end });
  const after = await readLast([LOGIN, ...use(3), steal, wait(300)]);
  expect(after.outcome.copy).toMatchObject({ accepted: false, failure: 'sessionTooOld' });
});

test('a wait for the record is a wait for the sooner of its two ends', async () => {
  const trace = await run([LOGIN, ...use(3)], LIMIT);
  expect(readTimeLeft(getFrame(trace, -1), 'record')).toBe(300);
  expect(readTimeLeft(getFrame(trace, 1), 'record')).toBe(900);
});

test('it ends a change of the password and a logout everywhere, too', async () => {
  for (const type of ['changePassword', 'logoutEverywhere'] as const) {
    const { outcome, state, messages } = await readLast([LOGIN, ...use(3), wait(300), { type }]);
    expect(outcome).toMatchObject({ status: 401, failure: 'sessionTooOld' });
    expect(state.users).toBe(undefined);
    expect(messages.filter(({ method }) => method === 'destroy')).toHaveLength(1);
    expect(getClient(state, 'client').jar).toEqual([]);
  }
});

test('0 is none', async () => {
  const { state } = await readLast([LOGIN], { session: { absoluteLifetime: 0 } });
  const [[, record] = []] = listRecords(getStore(state, 'sessionStore'));
  expect(Object.keys(record ?? {})).toEqual(['cookie', 'userId']);
});
