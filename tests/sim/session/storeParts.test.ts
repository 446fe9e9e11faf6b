import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SESSION_STORE } from '../../../src/sim/actors.ts';
import { makeRecordCookie } from '../../../src/sim/session/record.ts';
import {
  changeOutage,
  clearStore,
  destroyRecord,
  listRecords,
  peekRecord,
  setRecord,
} from '../../../src/sim/session/store.ts';
import type { SessionRecord, State } from '../../../src/sim/state.ts';
import { getStore } from '../../../src/sim/state.ts';
import { startTrace } from '../../../src/sim/trace.ts';
import { deepFreeze, toScenario, toSettings } from '../runs.ts';

const toEmpty = (): State => deepFreeze(startTrace(toScenario()).frames[0]?.session.state as State);
const toRecord = (userId: string): SessionRecord => ({
  cookie: makeRecordCookie(toSettings(), 0),
  userId,
});
const IDS = [...'abcABC-_09'].flatMap((first) => Array.from({ length: 12 }, (_, i) => first + i));
const fill = (ids: readonly string[]) =>
  ids.reduce((state, sid) => setRecord(state, SESSION_STORE, sid, toRecord(sid)), toEmpty());
const listIds = (state: State) => listRecords(getStore(state, SESSION_STORE)).map(([sid]) => sid);

const change = fc.record({
  does: fc.constantFrom('set', 'set', 'set', 'destroy'),
  sid: fc.constantFrom(...IDS),
  userId: fc.constantFrom('ada', 'eve'),
});

test('a store of any size has what was written last, and nothing that was destroyed', () => {
  const holds = fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), (changes) => {
    // With enough in it that some of the changes go past the size where its form changes.
    let state = fill(IDS.slice(0, 55));
    const known = new Map(IDS.slice(0, 55).map((sid) => [sid, toRecord(sid)]));
    for (const { does, sid, userId } of changes) {
      const before = JSON.stringify(state);
      const next =
        does === 'set'
          ? setRecord(state, SESSION_STORE, sid, toRecord(userId))
          : destroyRecord(state, SESSION_STORE, sid);
      expect(JSON.stringify(state)).toBe(before);
      if (does === 'set') known.set(sid, toRecord(userId));
      else if (!known.delete(sid)) expect(next).toBe(state);
      state = next;
    }
    for (const sid of IDS) {
      expect(peekRecord(state, SESSION_STORE, sid)).toEqual(known.get(sid) ?? null);
    }
    expect(new Map(listRecords(getStore(state, SESSION_STORE)))).toEqual(known);
  });
  fc.assert(holds);
});

describe('the form of a store', () => {
  test('is one list in the order of writing up to 64 records, and parts from there on', () => {
    const small = fill(IDS.slice(0, 64));
    expect(listIds(small)).toEqual(IDS.slice(0, 64));
    expect(getStore(small, SESSION_STORE).buckets).toBeUndefined();
    const large = getStore(fill(IDS.slice(0, 65)), SESSION_STORE);
    expect(large.sessions).toEqual({});
    // By their first character, so that a write copies the few that share it.
    expect(Object.keys(large.buckets ?? {})).toEqual(['a', 'b', 'c', 'A', 'B', 'C']);
    expect(Object.keys(large.buckets?.b ?? {})).toEqual(IDS.slice(12, 24));
  });

  test('stays in parts, and has nothing where a part is missing', () => {
    const state = fill(IDS.slice(0, 65));
    expect(peekRecord(state, SESSION_STORE, 'zzz')).toBe(null);
    expect(destroyRecord(state, SESSION_STORE, 'zzz')).toBe(state);
    const more = setRecord(state, SESSION_STORE, 'z', toRecord('ada'));
    expect(Object.keys(getStore(more, SESSION_STORE).buckets?.z ?? {})).toEqual(['z']);
    expect(listIds(more)).toHaveLength(66);
  });
});

test('an outage is of all stores, loses nothing, and ends', () => {
  const state = fill(['a1']);
  const down = changeOutage(state, true);
  expect(getStore(down, SESSION_STORE)).toEqual({ ...getStore(state, SESSION_STORE), down: true });
  expect(changeOutage(down, false)).toEqual(state);
  expect(Object.keys(getStore(changeOutage(down, false), SESSION_STORE))).toEqual(['sessions']);
});

test('a store that is cleared has nothing left, and another one stays as it is', () => {
  const state = fill(['a1', 'b1']);
  const other = { ...state, stores: { ...state.stores, other: getStore(state, SESSION_STORE) } };
  const cleared = clearStore(other, SESSION_STORE);
  expect(listIds(cleared)).toEqual([]);
  expect(cleared.stores.other).toBe(other.stores.other);
  expect(() => clearStore(state, 'elsewhere')).toThrow(RangeError);
});
