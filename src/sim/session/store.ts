import type { SessionRecord, State, StoreState } from '../state.ts';
import { getStore } from '../state.ts';

function replace(state: State, id: string, sessions: StoreState['sessions']): State {
  return { ...state, stores: { ...state.stores, [id]: { ...state.stores[id], sessions } } };
}

/** Returns the record under a session ID, its time not considered; `null` when there is none. */
export function peekRecord(state: State, storeId: string, sid: string): SessionRecord | null {
  const { sessions } = getStore(state, storeId);
  return Object.hasOwn(sessions, sid) ? (sessions[sid] as SessionRecord) : null;
}

/** Tells whether a record's time is over at `now` (NumericDate seconds); exactly at `expires` it is. @see express-session MemoryStore `getSession` */
export function isRecordExpired(record: SessionRecord, now: number): boolean {
  const { expires } = record.cookie;
  return expires !== null && Date.parse(expires) <= now * 1000;
}

/** Writes a record. @see express-session `Store#set` */
export function setRecord(
  state: State,
  storeId: string,
  sid: string,
  record: SessionRecord,
): State {
  return replace(state, storeId, { ...getStore(state, storeId).sessions, [sid]: record });
}

/** Removes a record; without one it does nothing. @see express-session `Store#destroy` */
export function destroyRecord(state: State, storeId: string, sid: string): State {
  if (peekRecord(state, storeId, sid) === null) return state;
  const { [sid]: _, ...rest } = getStore(state, storeId).sessions;
  return replace(state, storeId, rest);
}
