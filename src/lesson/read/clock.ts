import { SECOND_SERVER, SERVER } from '../../sim/actors.ts';
import type { State } from '../../sim/state.ts';
import type { Moment } from './moment.ts';

/** Reads the true second that it is in a step. */
export const readNow = ({ lane }: Pick<Moment, 'lane'>): number => lane.state.clock;

/** Reads the second that it is by a server's own clock; the first one's by default. */
export const readClock = (state: State, server: string = SERVER): number =>
  state.clock + (state.servers[server]?.clockOffset ?? 0);

/** Reads by how many seconds a server's clock is ahead of the true time. */
export const readClockOffset = (state: State, server: string = SERVER): number =>
  state.servers[server]?.clockOffset ?? 0;

/** Returns the ID of the other one of two servers. */
export const readOtherServer = (server: string): string =>
  server === SECOND_SERVER ? SERVER : SECOND_SERVER;

/** Reads the second that it is by the first server's clock. */
export const readServerNow = ({ lane }: Pick<Moment, 'lane'>): number => readClock(lane.state);

/** Reads by how many seconds the first server's clock is ahead of the true time. */
export const readServerAhead = ({ lane }: Pick<Moment, 'lane'>): number =>
  readClockOffset(lane.state);

/** What both of two servers' clocks show: that of the one that a step is about, and the other one's. */
export function readTwoClocks({ lane, server }: Pick<Moment, 'lane' | 'server'>) {
  const other = readOtherServer(server);
  return { other, own: readClock(lane.state, server), others: readClock(lane.state, other) };
}
