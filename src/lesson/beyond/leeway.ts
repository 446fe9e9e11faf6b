import type { LaneFrame } from '../../sim/trace.ts';
import { findServer, findServerId } from './parties.ts';

/** Returns the second that it is by the clock of the server that a lane's step is about. */
export const readServerClock = (lane: LaneFrame): number =>
  lane.state.clock + (findServer(lane, findServerId(lane))?.clockOffset ?? 0);

/**
 * Tells whether the token that was let in is past its exp by the server's own clock, so that only
 * its leeway let it in. A token without exp never is.
 */
export function isWithinLeeway(lane: LaneFrame): boolean {
  const { proof } = lane.outcome;
  return proof !== null && proof.expiresAt !== null && proof.expiresAt <= readServerClock(lane);
}
