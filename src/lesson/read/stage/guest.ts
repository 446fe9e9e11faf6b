import { isSecondServer } from '../../told/actorIds.ts';
import { readCarried, readRefreshToken } from '../carried.ts';
import type { Moment } from '../moment.ts';
import { readTraffic } from '../traffic.ts';

/** Tells whether what is on the wire begins and ends elsewhere than at the user's first browser. */
export const isFromBelow = (moment: Moment): boolean => readTraffic(moment).fromBelow;

/** Reads the credential that the first server judges of somebody else than the first browser; `null` for none. */
export function readGuest(moment: Moment): string | null {
  const { request, waiting, fromBelow } = readTraffic(moment);
  // While it crosses, it is on the wire.
  if (request || !fromBelow || isSecondServer(moment.server)) return null;
  return readCarried(waiting, moment.strategy)?.value ?? readRefreshToken(waiting);
}
