import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/sim/action.ts';
import { SESSION_STORE } from '../../../src/sim/actors.ts';
import { isTooOld, readEnd } from '../../../src/sim/session/absoluteEnd.ts';
import type { RequestSession } from '../../../src/sim/session/middleware.ts';
import { makeRecordCookie, readSlidingEnd } from '../../../src/sim/session/record.ts';
import { isRecordExpired, listRecords } from '../../../src/sim/session/store.ts';
import type { State } from '../../../src/sim/state.ts';
import { getStore, patchServer } from '../../../src/sim/state.ts';
import type { LaneFrame } from '../../../src/sim/trace.ts';
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

describe('while the store is down', () => {
  const down: Action = { type: 'storeOutage' };
  const readLast = async (actions: readonly Action[], session: SettingsPatch['session'] = {}) =>
    getFrame(await run(actions, { session: { ...session, store: 'persistent' } }), -1).session;
  const listNames = ({ messages }: LaneFrame) =>
    messages.flatMap(({ headers }) => headers.map(([name]) => name));
  const request: Action = { type: 'request', fold };

  test('who has a session’s cookie gets an error, whatever is asked', async () => {
    for (const type of ['request', 'logout', 'login', 'changePassword'] as const) {
      const lane = await readLast([LOGIN, down, { type, fold } as Action]);
      expect(lane.outcome).toMatchObject({ status: 500, failure: 'storeFailed' });
      expect(listNames(lane)).not.toContain('Set-Cookie');
      expect(lane.messages.filter(({ kind }) => kind === 'store')).toEqual([]);
    }
  });

  test('who has none is answered as ever, also with a cookie where each visitor gets one', async () => {
    expect((await readLast([down, request])).outcome).toMatchObject({ status: 401 });
    const lane = await readLast([down, request], { saveUninitialized: true });
    expect(lane.outcome).toMatchObject({ status: 401, failure: 'cookieMissing' });
    expect(listNames(lane)).toContain('Set-Cookie');
    expect(readStore(lane.state)).toEqual([]);
  });

  test('a login is an error with the cookie of a session that nobody has', async () => {
    const lane = await readLast([down, LOGIN]);
    expect(lane.outcome).toMatchObject({ status: 500, failure: 'storeFailed' });
    expect(listNames(lane)).toContain('Set-Cookie');
    expect(readStore(lane.state)).toEqual([]);
    const { outcome } = await readLast([down, LOGIN, { ...down, over: true } as Action, request]);
    expect(outcome).toMatchObject({ status: 401, failure: 'sessionUnknown' });
  });

  test('without regenerate it says that all is well, and nobody is logged in', async () => {
    const lane = await readLast([down, LOGIN], { regenerate: false });
    expect(lane.outcome).toMatchObject({ status: 200, allowed: false, failure: 'storeFailed' });
    expect(readStore(lane.state)).toEqual([]);
  });
});
