import { formatTime } from '../../page/format.ts';
import { isWithinLeeway } from '../../read/check/check.ts';
import { readTwoClocks } from '../../read/clock.ts';
import type { Moment } from '../../read/moment.ts';
import { hasTwoServers } from '../../read/server/servers.ts';
import { say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { nameOfTwo } from '../names.ts';

/** Says what both servers' clocks show, where they differ and time decided; nothing elsewhere. */
export function sayClocks(moment: Moment): RichText {
  const { outcome } = moment.lane;
  const decided =
    outcome.failure === 'tokenExpired' ||
    outcome.failure === 'tokenNotYetValid' ||
    isWithinLeeway(moment);
  if (!decided || !hasTwoServers(moment)) return [];
  const { other, own, others } = readTwoClocks(moment);
  if (own === others) return [];
  return say`Its clock shows ${formatTime(own)}, ${{ plain: nameOfTwo(other) }}’s ${formatTime(others)}.`;
}
