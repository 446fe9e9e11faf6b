import type { CopyWorth } from './copy.ts';
import { isTaken, readCopy } from './copy.ts';
import type { Moment } from './moment.ts';

/**
 * Reads what a copy of what the client dropped would get, where nobody is known to have one; `null`
 * where nothing was dropped, and where somebody has one, which is then what counts.
 */
export function readGhost(moment: Moment): CopyWorth | null {
  const worth = readCopy(moment);
  return worth && !isTaken(moment) ? worth : null;
}
