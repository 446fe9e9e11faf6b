import { describe, expect, test } from 'vitest';
import { SESSION_STORE } from '../../../src/sim/actors.ts';
import { makeRecordCookie, touchRecordCookie } from '../../../src/sim/session/record.ts';
import {
  destroyRecord,
  isRecordExpired,
  peekRecord,
  setRecord,
} from '../../../src/sim/session/store.ts';
import type { State } from '../../../src/sim/state.ts';
import { startTrace } from '../../../src/sim/trace.ts';
import { deepFreeze, toScenario, toSettings } from '../runs.ts';

const empty = deepFreeze(startTrace(toScenario()).frames[0]?.session.state as State);
const NOW = empty.clock;
const toCookie = (patch = {}) => makeRecordCookie(toSettings({ session: patch }), NOW);

describe('the cookie member of a record', () => {
  test('is what express-session serializes, in its order', () => {
    expect(JSON.stringify(toCookie())).toBe(
      '{"originalMaxAge":900000,"expires":"2026-01-01T12:15:00.000Z","secure":false,"httpOnly":true,"path":"/","sameSite":"lax"}',
    );
  });

  test('has no date without a lifetime, and no sameSite without the setting', () => {
    expect(JSON.stringify(toCookie({ lifetime: null, sameSite: null }))).toBe(
      '{"originalMaxAge":null,"expires":null,"secure":false,"httpOnly":true,"path":"/"}',
    );
  });

  test('touching moves its date to the whole lifetime from now', () => {
    const touched = touchRecordCookie(toCookie(), NOW + 60);
    expect(touched).toEqual({ ...toCookie(), expires: '2026-01-01T12:16:00.000Z' });
  });

  test('touching leaves one without a lifetime as it is', () => {
    expect(touchRecordCookie(toCookie({ lifetime: null }), NOW + 60).expires).toBe(null);
  });
});

// `expires <= now` in MemoryStore.
test.each([
  [899, false],
  [900, true],
  [901, true],
])('a record of 900 s after %i s: expired is %s', (age, expired) => {
  expect(isRecordExpired({ cookie: toCookie() }, NOW + age)).toBe(expired);
});

test('a record without a date never expires', () => {
  const cookie = toCookie({ lifetime: null });
  expect(isRecordExpired({ cookie }, NOW + 315_360_000)).toBe(false);
});

describe('the store', () => {
  const toRecord = () => ({ cookie: toCookie(), userId: 'abc123' });
  const keepOne = () => deepFreeze(setRecord(empty, SESSION_STORE, 'sid', toRecord()));

  test('keeps a record under its ID, and writes over it', () => {
    const [one, record] = [keepOne(), toRecord()];
    expect(peekRecord(one, SESSION_STORE, 'sid')).toEqual(record);
    const again = setRecord(one, SESSION_STORE, 'sid', { cookie: record.cookie });
    expect(peekRecord(again, SESSION_STORE, 'sid')).toEqual({ cookie: record.cookie });
    expect(peekRecord(empty, SESSION_STORE, 'sid')).toBe(null);
  });

  test('destroys that record and no other', () => {
    const [one, record] = [keepOne(), toRecord()];
    const two = deepFreeze(setRecord(one, SESSION_STORE, 'other', record));
    const left = destroyRecord(two, SESSION_STORE, 'sid');
    expect(Object.keys(left.stores[SESSION_STORE]?.sessions ?? {})).toEqual(['other']);
    expect(destroyRecord(left, SESSION_STORE, 'sid')).toBe(left);
  });

  test.each(['toString', 'constructor', 'hasOwnProperty'])('has nothing under %j', (sid) => {
    const one = keepOne();
    expect(peekRecord(one, SESSION_STORE, sid)).toBe(null);
    expect(destroyRecord(one, SESSION_STORE, sid)).toBe(one);
  });

  test('has a name', () => {
    const [one, record] = [keepOne(), toRecord()];
    expect(() => peekRecord(one, 'elsewhere', 'sid')).toThrow(RangeError);
    expect(() => setRecord(one, 'elsewhere', 'sid', record)).toThrow(/"elsewhere"/);
  });
});
