import type { Moment } from '../moment.ts';
import type { CopyWorth } from '../outcome/copy.ts';
import { isTaken, readCopy } from '../outcome/copy.ts';

/**
 * Reads what a copy of what the client dropped would get, where nobody is known to have one; `null`
 * where nothing was dropped, and where somebody has one, which is then what counts.
 */
export function readGhost(moment: Moment): CopyWorth | null {
  const worth = readCopy(moment);
  return worth && !isTaken(moment) ? worth : null;
}
