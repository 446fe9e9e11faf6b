import { decodesTokens } from '../../read/check/decoded.ts';
import { isTokenInCookie } from '../../read/held/heldAt.ts';
import type { Moment } from '../../read/moment.ts';
import type { RichText } from '../../telling.ts';
import { DECODED_SENTENCES } from '../credential/decoded.ts';
import { sayIdleCell, sayIdleReason } from './idleReasons.ts';

/** What a script looked for and did not find, and why. */
function sayUnreadable(moment: Moment): string {
  const inCookie = moment.strategy === 'session' || isTokenInCookie(moment);
  return inCookie
    ? 'The script reads document.cookie and finds nothing: the cookie is HttpOnly. It can still act from inside the page.'
    : 'The script looks through localStorage and finds nothing: the token is in a variable of the page’s own code. One that wraps fetch could take it from the next request, or send its own.';
}

/** Says why a lane is idle, else what the given sentence says. */
export const orIdle =
  (sentence: (moment: Moment) => RichText) =>
  (moment: Moment): RichText => {
    const { idle } = moment.lane.outcome;
    if (idle === null) return sentence(moment);
    if (idle === 'noRefreshTokens' && decodesTokens(moment))
      return [DECODED_SENTENCES.noRefreshTokens];
    return [idle === 'scriptCannotRead' ? sayUnreadable(moment) : sayIdleReason(idle, moment)];
  };

/** Says the same in a cell, in a few words. */
export const orIdleCell =
  (cell: (moment: Moment) => string) =>
  (moment: Moment): string => {
    const { idle } = moment.lane.outcome;
    return idle === null ? cell(moment) : sayIdleCell(idle, moment);
  };
