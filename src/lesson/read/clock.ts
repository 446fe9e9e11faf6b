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
