import type { LaneFrame } from '../../sim/trace.ts';
import { readClock } from '../facts.ts';
import { findServerId } from './parties.ts';

/**
 * Tells whether the token that was let in is past its exp by the server's own clock, so that only
 * its leeway let it in. A token without exp never is.
 */
export function isWithinLeeway(lane: LaneFrame): boolean {
  const { proof } = lane.outcome;
  return (
    proof !== null &&
    proof.expiresAt !== null &&
    proof.expiresAt <= readClock(lane, findServerId(lane))
  );
}
