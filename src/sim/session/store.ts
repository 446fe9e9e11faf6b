import type { SessionRecord, State, StoreState } from '../state.ts';
import { getStore } from '../state.ts';
import { readSlidingEnd } from './record.ts';

type Sessions = StoreState['sessions'];

/** A store with more records than this keeps them in buckets, so that a write copies few of them. */
const FLAT_RECORDS = 64;

const toBucketName = (sid: string) => sid.slice(0, 1);

function replace(state: State, id: string, store: StoreState): State {
  return { ...state, stores: { ...state.stores, [id]: store } };
}

function without(sessions: Sessions, sid: string): Sessions {
  const { [sid]: _, ...rest } = sessions;
  return rest;
}

function toBuckets(sessions: Sessions): StoreState {
  const buckets: Record<string, Record<string, SessionRecord>> = {};
  for (const [sid, record] of Object.entries(sessions)) {
    const name = toBucketName(sid);
    buckets[name] = { ...buckets[name], [sid]: record };
  }
  return { sessions: {}, buckets };
}

/** Returns the part of a store in which a session ID is or would be. */
function findPart({ sessions, buckets }: StoreState, sid: string): Sessions {
  return buckets ? (buckets[toBucketName(sid)] ?? {}) : sessions;
}

function withPart(store: StoreState, sid: string, part: Sessions): StoreState {
  const { buckets } = store;
  if (buckets) return { ...store, buckets: { ...buckets, [toBucketName(sid)]: part } };
  return Object.keys(part).length > FLAT_RECORDS ? toBuckets(part) : { ...store, sessions: part };
}

/** Returns the record under a session ID, its time not considered; `null` when there is none. */
export function peekRecord(state: State, storeId: string, sid: string): SessionRecord | null {
  const part = findPart(getStore(state, storeId), sid);
  return Object.hasOwn(part, sid) ? (part[sid] as SessionRecord) : null;
}

/** Returns all records of a store with their session IDs, in the order of writing as long as it is small. */
export function listRecords(store: StoreState): readonly (readonly [string, SessionRecord])[] {
  const parts = store.buckets ? Object.values(store.buckets) : [store.sessions];
  return parts.flatMap((part) => Object.entries(part));
}

/** Tells whether a record's time is over at `now` (NumericDate seconds); exactly at `expires` it is. @see express-session MemoryStore `getSession` */
export function isRecordExpired(record: SessionRecord, now: number): boolean {
  return readSlidingEnd(record.cookie) <= now;
}

/** Writes a record. @see express-session `Store#set` */
export function setRecord(
  state: State,
  storeId: string,
  sid: string,
  record: SessionRecord,
): State {
  const store = getStore(state, storeId);
  const part = { ...findPart(store, sid), [sid]: record };
  return replace(state, storeId, withPart(store, sid, part));
}

/** Removes a record; without one it does nothing. @see express-session `Store#destroy` */
export function destroyRecord(state: State, storeId: string, sid: string): State {
  if (peekRecord(state, storeId, sid) === null) return state;
  const store = getStore(state, storeId);
  return replace(state, storeId, withPart(store, sid, without(findPart(store, sid), sid)));
}

/** Returns a State in which all stores are down, or all are back. */
export function changeOutage(state: State, isDown: boolean): State {
  const stores = Object.entries(state.stores).map(([id, { down: _, ...store }]) => [
    id,
    isDown ? { ...store, down: true as const } : store,
  ]);
  return { ...state, stores: Object.fromEntries(stores) };
}

/** Removes all records, as happens to what is only in a process that ends. */
export function clearStore(state: State, storeId: string): State {
  getStore(state, storeId);
  return replace(state, storeId, { sessions: {} });
}
