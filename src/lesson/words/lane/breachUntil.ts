import { toLook } from '../../page/look.ts';
import type { Moment } from '../../read/moment.ts';
import { readStolenOpening } from '../../read/outcome/copy.ts';
import { readAttempts } from '../../read/outcome/gotIn.ts';
import { isCookieSession } from '../../read/server/dataInCookie.ts';
import { sayEndTime } from '../time/serverEnd.ts';
import type { Ending } from './ending.ts';

/** Says of a run with a breach until when it lasts, or lasted; or could, where a stolen copy was not used. */
export function sayBreachUntil(moment: Moment): Ending {
  return { head: toLook('breach').word, rest: sayUntil(moment) };
}

function sayUntil(moment: Moment): string {
  const open = readStolenOpening(moment);
  const { gotIn } = readAttempts(moment);
  // A copy opens that nobody has used.
  const could = gotIn ? '' : ' possible';
  if (open && isCookieSession(moment)) return `${could} until the key changes`;
  if (open)
    return open.expiresAt === null ? `${could} for ever` : `${could} until ${sayEndTime(open)}`;
  if (!gotIn) return '';
  return gotIn.heldAt === null ? ` at step ${gotIn.last}` : ` until step ${gotIn.heldAt}`;
}
