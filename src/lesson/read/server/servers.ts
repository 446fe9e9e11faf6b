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
