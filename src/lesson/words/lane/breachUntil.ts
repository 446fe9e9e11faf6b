import { toLook } from '../../page/look.ts';
import type { Moment } from '../../read/moment.ts';
import { readStolenOpening } from '../../read/outcome/copy.ts';
import { readAttempts } from '../../read/outcome/gotIn.ts';
import { isCookieSession } from '../../read/server/dataInCookie.ts';
import { sayEndTime } from '../time/serverEnd.ts';

/** Says of a run with a breach until when it lasts, or lasted. */
export function sayBreachUntil(moment: Moment): string {
  const { word } = toLook('breach');
  const open = readStolenOpening(moment);
  if (open && isCookieSession(moment)) return `${word} until the key changes`;
  if (open)
    return open.expiresAt === null ? `${word} for ever` : `${word} until ${sayEndTime(open)}`;
  const { gotIn } = readAttempts(moment);
  if (!gotIn) return word;
  return gotIn.heldAt === null
    ? `${word} at step ${gotIn.last}`
    : `${word} until step ${gotIn.heldAt}`;
}
