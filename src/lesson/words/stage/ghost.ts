import type { Moment } from '../../read/moment.ts';
import { isCookieSession } from '../../read/server/dataInCookie.ts';
import { readGhost } from '../../read/stage/ghost.ts';
import type { GhostTelling } from '../../telling.ts';
import { sayByClock, sayEndTime } from '../time/serverEnd.ts';

/** Says what a copy of what the client dropped would get, if anybody has one. */
export function sayGhost(moment: Moment): GhostTelling | null {
  const worth = readGhost(moment);
  if (!worth) return null;
  const whose = 'a copy, if anybody has one:';
  if (!worth.accepted) return { text: `${whose} refused`, refused: true };
  if (isCookieSession(moment)) return { text: `${whose} opens as long as the key`, refused: false };
  const until = worth.expiresAt === null ? 'for ever' : `until ${sayEndTime(worth)}`;
  return { text: `${whose} opens ${until}${sayByClock(worth)}`, refused: false };
}
