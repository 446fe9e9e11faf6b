import { SECOND_SERVER } from '../../../sim/actors.ts';
import { readClock, readClockOffset } from '../clock.ts';
import { listRecords } from '../kept.ts';
import type { Moment } from '../moment.ts';
import { readSharedByTwo } from '../server/servers.ts';

/** The second server after a step. */
export interface SecondServer {
  /** It has the first one's store. */
  readonly sharesStore: boolean;
  /** Records in the store that it has. */
  readonly records: number;
  readonly sharesSecrets: boolean;
  /** Seconds by which its clock is ahead of the true time. */
  readonly ahead: number;
  /** NumericDate by its own clock. */
  readonly now: number;
}

/** Reads what the second server is like; `null` where there is none. */
export function readSecondServer(moment: Moment): SecondServer | null {
  const { state } = moment.lane;
  const shared = readSharedByTwo(moment);
  if (!shared) return null;
  const store = state.servers.server2?.store ?? null;
  return {
    sharesStore: store !== null && shared.store,
    records: listRecords(state, store).length,
    sharesSecrets: shared.secrets,
    ahead: readClockOffset(state, SECOND_SERVER),
    now: readClock(state, SECOND_SERVER),
  };
}
