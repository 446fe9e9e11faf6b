import { toLook } from '../../page/look.ts';
import type { Moment } from '../../read/moment.ts';
import { readStolenOpening } from '../../read/outcome/copy.ts';
import { readAttempts } from '../../read/outcome/gotIn.ts';
import { isCookieSession } from '../../read/server/dataInCookie.ts';
import { sayEndTime } from '../time/serverEnd.ts';
import type { Ending } from './ending.ts';

/** Says of a run with a breach until when it lasts, or lasted. */
export function sayBreachUntil(moment: Moment): Ending {
  return { head: toLook('breach').word, rest: sayUntil(moment) };
}

function sayUntil(moment: Moment): string {
  const open = readStolenOpening(moment);
  if (open && isCookieSession(moment)) return ' until the key changes';
  if (open) return open.expiresAt === null ? ' for ever' : ` until ${sayEndTime(open)}`;
  const { gotIn } = readAttempts(moment);
  if (!gotIn) return '';
  return gotIn.heldAt === null ? ` at step ${gotIn.last}` : ` until step ${gotIn.heldAt}`;
}
