import { shorten } from '../../../page/format.ts';
import { readSessionLogout } from '../../../read/action/logout.ts';
import { readRequestLine } from '../../../read/message/exchange.ts';
import type { Moment } from '../../../read/moment.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { sayCopy, sayDroppedCopy } from '../../credential/copy.ts';
import { sayLeftSession } from '../../credential/leftSession.ts';
import { sayReplaced } from '../../credential/replaced.ts';
import { sayStatus } from '../../lane/status.ts';
import { sayWireLabel } from '../../lane/wireText.ts';
import { nameParts, namePartsFirst, nameServer } from '../../names.ts';
import { sayMissedClearing } from '../../refusal/clearing.ts';
import { FAILURE_WORDS } from '../../refusal/failures.ts';

/** The request of a logout, as code. */
export function sayPost(moment: Moment): string {
  const line = readRequestLine(moment);
  return line ? sayWireLabel(line) : '';
}

/** Says what the server does with the session. A destroyed record that the cookie did not open belongs to nobody. */
function sayEnded(
  moment: Moment,
  ended: 'none' | 'kept' | 'destroyed',
  destroyed: string | null,
): RichText {
  const post = sayPost(moment);
  const server = { plain: nameServer(moment) };
  if (ended === 'none')
    return say`${post}: the request opens no session, so ${server} has none to destroy.`;
  return destroyed === null
    ? say`${post}: ${server} keeps the record.`
    : say`${post}: ${server} calls ${`destroy('${shorten(destroyed)}')`}.`;
}

/** Says what the browser has afterwards. */
function sayCookie(moment: Moment, cookie: 'missed' | 'expired' | 'kept' | 'absent'): RichText {
  switch (cookie) {
    case 'missed':
      return sayMissedClearing(moment) ?? [];
    case 'expired':
      return say`${sayStatus(moment)} expires the cookie, so ${{ plain: nameParts(moment.browser).jar }} drops it.`;
    case 'kept':
      return [`${namePartsFirst(moment.browser).browser} keeps a cookie.`];
    case 'absent':
      return [`${namePartsFirst(moment.browser).jar} is empty.`];
  }
}

/** Says what a logout came to for a session in a store. */
export function sayLogoutSession(moment: Moment): RichText {
  const logout = readSessionLogout(moment);
  const post = sayPost(moment);
  const status = sayStatus(moment);
  switch (logout.type) {
    case 'failed':
      return joinSentences(
        say`${post} is answered ${status}: ${{ plain: FAILURE_WORDS.storeFailed }}. No record is destroyed and no cookie cleared, so this is no logout.`,
        sayCopy(moment),
      );
    case 'nothingHeld': {
      const server = { plain: nameServer(moment) };
      const jar = { plain: nameParts(moment.browser).jar };
      return joinSentences(
        say`${post} goes out without a cookie, so ${server} has no session of this client to destroy.`,
        logout.clears
          ? say`${status} clears a cookie that is not there, and ${jar} is empty as before.`
          : say`${status} sets none, and ${jar} is empty as before.`,
        sayCopy(moment),
        sayLeftSession(moment),
      );
    }
    case 'answered':
      return joinSentences(
        sayEnded(moment, logout.ended, logout.destroyed),
        sayCookie(moment, logout.cookie),
        sayReplaced(moment),
        sayDroppedCopy(moment),
        sayLeftSession(moment),
      );
  }
}
