import { SERVER } from '../../../sim/actors.ts';
import type { State } from '../../../sim/state.ts';
import { readClock } from '../clock.ts';
import type { Moment } from '../moment.ts';

/** When something ends that a server judges, measured by that server's own clock. */
export interface ServerEnd {
  readonly server: string;
  /** NumericDate seconds; `null`: it has no end. */
  readonly expiresAt: number | null;
  /** Seconds until then by the server's clock; 0 or less: it is over. `null`: for ever. */
  readonly left: number | null;
  /** The clock that must be named with the date, because not all clocks of the run show the same time. */
  readonly clock: 'only' | 'first' | 'second' | null;
}

function nameClock({ servers }: State, server: string): ServerEnd['clock'] {
  const clocks = Object.values(servers).map(({ clockOffset }) => clockOffset);
  if (clocks.every((offset) => offset === 0)) return null;
  if (clocks.length === 1) return 'only';
  return server === SERVER ? 'first' : 'second';
}

/** Reads when something ends that a server judges; the first one where nothing says otherwise. */
export const readServerEnd = (
  state: State,
  expiresAt: number | null,
  server: string = SERVER,
): ServerEnd => ({
  server,
  expiresAt,
  left: expiresAt === null ? null : expiresAt - readClock(state, server),
  clock: nameClock(state, server),
});

/** Tells whether an end has come. */
export const isOver = ({ left }: ServerEnd): boolean => left !== null && left <= 0;

/** Tells whether one end comes after another; what never ends is the last. */
export const isLater = ({ left: a }: ServerEnd, { left: b }: ServerEnd): boolean =>
  b !== null && (a === null || a > b);

/** Reads the same of the server that a step is about. */
export const readOwnEnd = (
  { lane, server }: Pick<Moment, 'lane' | 'server'>,
  expiresAt: number | null,
): ServerEnd => readServerEnd(lane.state, expiresAt, server);
