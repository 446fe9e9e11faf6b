import { listRecords } from '../kept.ts';
import type { Moment } from '../moment.ts';

type At = Pick<Moment, 'lane'>;

/** Tells whether there are two servers behind the address. */
export const hasTwoServers = ({ lane: { state } }: At): boolean =>
  Object.keys(state.servers).length > 1;

/** Tells whether an end of a route is a server. */
export const isServer = (id: string, { lane: { state } }: At): boolean =>
  Object.hasOwn(state.servers, id);

/** Tells whether an end of a route is a client. */
export const isClient = (id: string, { lane: { state } }: At): boolean =>
  Object.hasOwn(state.clients, id);

/** Returns the origin that a server answers at; empty for what is no server. */
export const readOrigin = (id: string, { lane: { state } }: At): string =>
  state.servers[id]?.origin ?? '';

/** Counts the secrets that the first server signs or verifies with. */
export const countSecrets = ({ lane: { state } }: At): number =>
  state.servers.server?.secrets.length ?? 0;

/** What two servers have in common. */
export interface SharedByTwo {
  readonly secrets: boolean;
  readonly store: boolean;
}

/** Reads what two servers share; `null` where there is one. */
export function readSharedByTwo({ lane: { state } }: At): SharedByTwo | null {
  const { server, server2 } = state.servers;
  if (!server || !server2) return null;
  return {
    secrets: server.secrets.join() === server2.secrets.join(),
    store: server.store === server2.store,
  };
}

/** Reads the Domain with which a server sets its cookies; `null`: without. */
export const readCookieDomain = ({ lane: { state }, server }: At & Pick<Moment, 'server'>) =>
  state.servers[server]?.cookieDomain ?? null;

/** Counts the records that a server's own store has, and those of all others. */
export function countRecordsAt({ lane: { state }, server }: At & Pick<Moment, 'server'>) {
  const here = listRecords(state, state.servers[server]?.store).length;
  return { here, elsewhere: listRecords(state).length - here };
}
