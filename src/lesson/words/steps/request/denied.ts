import { hasLostLogin } from '../../../read/action/login.ts';
import { readOwnRenewal } from '../../../read/held/ownRenewal.ts';
import type { Moment } from '../../../read/moment.ts';
import { isTooOld } from '../../../read/server/sessionEnds.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { isAttackersBrowser } from '../../../told/actorIds.ts';
import { sayStatus, sayStatusLine } from '../../lane/status.ts';
import { nameParts, nameServerFirst } from '../../names.ts';
import { sayOldFirst } from './oldFirst.ts';
import { sayPlantedFirst } from './plantedFirst.ts';
import { sayWhy } from './sent.ts';

export const NOT_ENOUGH = 'The server knows who asks and refuses.';

/** Tells whether nothing was sent, and the login before has left the browser nothing to send. */
export const isLoginNoHelp = (moment: Moment): boolean => {
  const { failure } = moment.lane.outcome;
  return (failure === 'cookieMissing' || failure === 'tokenMissing') && hasLostLogin(moment);
};

/** Says that another login would not help; `null` where it may. */
export function sayLoginNoHelp(moment: Moment): string | null {
  if (!isLoginNoHelp(moment)) return null;
  // Where the browser keeps the answer to itself, that is told after it.
  return moment.lane.outcome.blocked
    ? 'Another login would not help.'
    : `Another login would not help: ${nameParts(moment.browser).browser} keeps nothing of it.`;
}

/** Says what would help whoever was refused. */
function sayMustLogIn(moment: Moment, again = ''): string {
  const noHelp = sayLoginNoHelp(moment);
  if (noHelp !== null) return noHelp;
  const renewal = readOwnRenewal(moment);
  if (renewal !== null) {
    const { client } = nameParts(moment.browser);
    const got = `With its refresh token ${client} can get a new token`;
    return renewal === 'now' ? `${got}; nobody has to log in.` : `${got} once the store is back.`;
  }
  return isAttackersBrowser(moment.browser)
    ? `The attacker would have to log in${again}.`
    : `The user must log in${again}.`;
}

export function sayDenied(moment: Moment, again = ''): RichText {
  const { status, failure } = moment.lane.outcome;
  const server = { plain: nameServerFirst(moment) };
  const why = { plain: sayWhy(moment) };
  if (status === 403)
    return say`${server} answers ${sayStatusLine(moment)}: ${why}. ${{ plain: NOT_ENOUGH }}`;
  if (status === 500)
    return say`${server} answers ${sayStatusLine(moment)}: ${why}. Nobody gets in while it is; who was logged in is so again when the store is back.`;
  if (status === 431)
    return say`${server} answers ${sayStatusLine(moment)}: ${why}. The token itself was never looked at.`;
  if (failure === 'tokenNotYetValid')
    return say`${server} answers ${sayStatus(moment)}: ${why}. Another login would not help, waiting does.`;
  // Whether another login would be read is up to the cookie that stands first.
  const planted = sayPlantedFirst(moment) || sayOldFirst(moment);
  if (planted !== '')
    return joinSentences(say`${server} answers ${sayStatus(moment)}: ${why}.`, planted);
  return joinSentences(
    say`${server} answers ${sayStatus(moment)}: ${why}.`,
    isTooOld(moment) ? 'It destroys the record and clears the cookie.' : '',
    sayMustLogIn(moment, again),
  );
}
