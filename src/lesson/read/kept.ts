import { areListsInSessionStore, isStoreOutside } from '../../sim/possible/outsideStore.ts';
import { readEnd } from '../../sim/session/absoluteEnd.ts';
import { listRecords as listStoreRecords } from '../../sim/session/store.ts';
import type { SessionRecord, State } from '../../sim/state.ts';
import type { Moment } from './moment.ts';

type At = Pick<Moment, 'lane'>;

export type Records = readonly (readonly [sid: string, record: SessionRecord])[];

/** Returns all session records with their IDs; of one store where it is named (`null`: of none). */
export function listRecords({ stores }: State, storeId?: string | null): Records {
  return Object.entries(stores).flatMap(([id, store]) =>
    storeId === undefined || storeId === id ? listStoreRecords(store) : [],
  );
}

/** Counts the session records of all stores. */
export const countRecords = ({ lane }: Pick<Moment, 'lane'>): number =>
  listRecords(lane.state).length;

/** Counts the session stores. */
export const countStores = ({ lane }: At): number => Object.keys(lane.state.stores).length;

/** Tells whether there are two session stores. */
export const hasTwoStores = ({ lane }: Pick<Moment, 'lane'>): boolean =>
  Object.keys(lane.state.stores).length > 1;

/** Returns the second at which a record's session is over, by the clock of whoever looks; `null`: never. */
export const readRecordEnd = (record: SessionRecord): number | null => readEnd(record);

const listServers = ({ servers }: State) => Object.values(servers);

/** Counts the refresh tokens that can still be traded in, at all servers; `null` where there are none ever. */
export function countRefreshTokens({ lane: { state } }: At): number | null {
  const lists = listServers(state).flatMap(({ refreshTokens }) =>
    refreshTokens ? [refreshTokens] : [],
  );
  if (lists.length === 0) return null;
  const fresh = lists.flatMap((list) =>
    Object.entries(list).flatMap(([id, { used }]) => (used ? [] : [id])),
  );
  return new Set(fresh).size;
}

/** Counts the token IDs on the deny-lists; `null` where there is none. */
export function countDenied({ lane: { state } }: At): number | null {
  const lists = listServers(state).flatMap(({ denyList }) => (denyList ? [denyList] : []));
  return lists.length === 0 ? null : new Set(lists.flatMap((list) => Object.keys(list))).size;
}

/** What a token's servers keep in spite of all; `null` for what they do not have. */
export interface TokenState {
  readonly denied: number | null;
  readonly refresh: number | null;
}

/** Reads what a token's servers keep. */
export const readTokenState = (at: At): TokenState => ({
  denied: countDenied(at),
  refresh: countRefreshTokens(at),
});

/** What a token's servers keep in a database of its own, beside that of the sessions. */
export type OutsideList = 'denyList' | 'refreshTokens';

/** Tells whether what a token's servers keep is outside of their processes. */
export const areListsOutside = (settings: Moment['settings']): boolean => isStoreOutside(settings);

/** Tells whether that is in the session store, and so down with it and as slow. */
export const areListsWithSessions = (settings: Moment['settings']): boolean =>
  areListsInSessionStore(settings);

/** Tells whether what the first server would ask answers nobody after a step: its session store, or its lists. */
export function isStoreDown({ lane: { state } }: Pick<Moment, 'lane'>): boolean {
  const { store, listsDown } = state.servers.server ?? {};
  return listsDown === true || state.stores[store ?? '']?.down === true;
}

/** Lists what a token's servers keep outside of their processes: all or nothing, as with the sessions. */
export function listOutside(moment: Pick<Moment, 'lane' | 'settings'>): readonly OutsideList[] {
  if (!areListsOutside(moment.settings)) return [];
  const { denied, refresh } = readTokenState(moment);
  return [
    ...(denied === null ? [] : (['denyList'] as const)),
    ...(refresh === null ? [] : (['refreshTokens'] as const)),
  ];
}

/** Tells whether servers draw their secrets when they start. */
export const drawsSecret = ({ lane }: At): boolean =>
  listServers(lane.state).some(({ secretAtBoot }) => secretAtBoot !== undefined);
