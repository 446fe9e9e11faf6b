import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/sim/action.ts';
import { SESSION_STORE } from '../../../src/sim/actors.ts';
import { isTooOld, readEnd } from '../../../src/sim/session/absoluteEnd.ts';
import type { RequestSession } from '../../../src/sim/session/middleware.ts';
import { makeRecordCookie, readSlidingEnd } from '../../../src/sim/session/record.ts';
import { isRecordExpired, listRecords } from '../../../src/sim/session/store.ts';
import type { State } from '../../../src/sim/state.ts';
import { getClient, getStore, patchServer } from '../../../src/sim/state.ts';
import { startTrace } from '../../../src/sim/trace.ts';
import type { SettingsPatch } from '../runs.ts';
import { getFrame, run, toScenario, toSettings } from '../runs.ts';

const fold = true;
const LOGIN: Action = { type: 'login', fold };
const PHONE: Action = { ...LOGIN, client: 'phone' };
const wait = (seconds: number): Action => ({ type: 'wait', seconds });

const toCookie = (expires: string | null) => ({
  ...makeRecordCookie(toSettings(), 0),
  expires,
});
const AT_1000 = '1970-01-01T00:16:40.000Z';

describe('the end of a record', () => {
  test.each([
    [null, undefined, null],
    [null, 5, 5],
    [AT_1000, undefined, 1000],
    [AT_1000, 5, 5],
    [AT_1000, 2000, 1000],
    // Milliseconds count.
    ['1970-01-01T00:16:40.250Z', undefined, 1000.25],
  ])('that slides to %s and ends at %s is %s', (expires, endsAt, end) => {
    const cookie = toCookie(expires);
    expect(readEnd({ cookie, ...(endsAt !== undefined && { endsAt }) })).toBe(end);
  });

  test('without a date is never', () => {
    expect(readSlidingEnd(toCookie(null))).toBe(Number.POSITIVE_INFINITY);
    expect(isRecordExpired({ cookie: toCookie(null) }, Number.MAX_SAFE_INTEGER)).toBe(false);
  });

  test.each([
    ['1970-01-01T00:16:40.001Z', 1000, false],
    [AT_1000, 1000, true],
    ['1970-01-01T00:16:39.999Z', 1000, true],
  ])('at %s: at second %i it is over: %s', (expires, now, over) => {
    expect(isRecordExpired({ cookie: toCookie(expires) }, now)).toBe(over);
  });
});

test.each([
  [undefined, 10 ** 12, false],
  [1000, 999, false],
  [1000, 1000, true],
  [1000, 1001, true],
])('a session with the absolute end %s is too old at %i: %s', (endsAt, now, old) => {
  const empty = getFrame(startTrace(toScenario()), 0).session.state;
  const session = { server: 'server', endsAt } as RequestSession;
  expect(isTooOld({ ...empty, clock: now }, session)).toBe(old);
  // By the clock of the server that judges.
  const ahead = patchServer({ ...empty, clock: now - 7 }, 'server', { clockOffset: 7 });
  expect(isTooOld(ahead, session)).toBe(old);
});

const readStore = (state: State) => listRecords(getStore(state, SESSION_STORE));

describe('a logout everywhere', () => {
  const toCalls = async (actions: readonly Action[], patch: SettingsPatch = {}) => {
    const { state, messages } = getFrame(await run(actions, patch), -1).session;
    const calls = messages.filter(({ kind }) => kind === 'store');
    return { state, calls: calls.map(({ method, body }) => [method, body].join(' ').trim()) };
  };
  const EVERYWHERE: Action = { type: 'logoutEverywhere' };

  test('destroys the user’s records that are live, and drops on the way what has expired', async () => {
    const late = await toCalls([PHONE, wait(899), LOGIN, wait(1), EVERYWHERE]);
    expect(late.calls.slice(1)).toEqual(['destroy', 'all 0']);
    expect(readStore(late.state)).toEqual([]);
    const early = await toCalls([PHONE, wait(899), LOGIN, EVERYWHERE]);
    expect(early.calls.slice(1)).toEqual(['destroy', 'all 1', 'destroy']);
    expect(readStore(early.state)).toEqual([]);
  });

  test('leaves the records of others', async () => {
    const actions: Action[] = [{ type: 'request', client: 'attacker', fold }, LOGIN, EVERYWHERE];
    const { state, calls } = await toCalls(actions, { session: { saveUninitialized: true } });
    expect(calls.slice(1)).toEqual(['destroy', 'all 1']);
    expect(readStore(state).map(([, { userId }]) => userId)).toEqual([undefined]);
  });
});

test('a login on a session that goes on writes anew what has changed', async () => {
  const patch: SettingsPatch = {
    user: { role: 'admin' },
    session: { copiesUser: true, regenerate: false, absoluteLifetime: 600 },
  };
  const { clock } = getFrame(startTrace(toScenario()), 0).session.state;
  const readKept = async (actions: readonly Action[], more: SettingsPatch = patch) =>
    readStore(getFrame(await run(actions, more), -1).session.state).map(
      ([, { role, endsAt }]) => [role, endsAt] as const,
    );
  expect(await readKept([LOGIN])).toEqual([['admin', clock + 600]]);
  expect(await readKept([LOGIN, wait(10), LOGIN])).toEqual([['admin', clock + 610]]);
  // The role alone, at the very same second.
  expect(await readKept([LOGIN, { type: 'demote' }, LOGIN])).toEqual([['user', clock + 600]]);
});

test('nobody gets a cookie while the store is down, also where each visitor does', async () => {
  const patch = { session: { store: 'persistent', saveUninitialized: true } } as const;
  const down: Action = { type: 'storeOutage' };
  const { outcome, messages, state } = getFrame(
    await run([down, { type: 'request', fold }], patch),
    -1,
  ).session;
  expect(outcome).toMatchObject({ status: 500, failure: 'storeFailed' });
  expect(messages.flatMap(({ headers }) => headers.map(([name]) => name))).not.toContain(
    'Set-Cookie',
  );
  expect(getClient(state, 'client').jar).toEqual([]);
});
