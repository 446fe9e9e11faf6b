import { isExpired } from '../../../sim/client/jar.ts';
import { isAttackersBrowser, isFirstBrowser } from '../../told/actorIds.ts';
import { readTokenTime } from '../check/tokenTime.ts';
import type { Moment } from '../moment.ts';
import { isOver } from '../server/serverEnd.ts';
import { findCookie, findToken } from './held.ts';

/** Tells whether a browser keeps a credential that has not expired; a server may still refuse it. */
function keepsOne(moment: Moment, browser: string): boolean {
  const { state } = moment.lane;
  if (moment.strategy === 'session') {
    const cookie = findCookie(state, browser);
    return cookie !== undefined && !isExpired(cookie, state.clock);
  }
  const token = findToken(state, browser);
  if (!token) return false;
  const end = readTokenTime(moment, token.value);
  return !isOver(end) || end.grace > 0;
}

/** Counts the user's further browsers that still keep a credential. */
export const countOtherHolders = (moment: Moment): number =>
  Object.keys(moment.lane.state.clients).filter(
    (id) => !isFirstBrowser(id) && !isAttackersBrowser(id) && keepsOne(moment, id),
  ).length;
