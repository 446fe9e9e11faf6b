import type { FailureCode } from '../../../../sim/outcome.ts';
import { formatCount } from '../../../page/format.ts';
import type { StayingToken, TokenServersPart } from '../../../read/action/logout.ts';
import { readTokenLogout } from '../../../read/action/logout.ts';
import type { Moment } from '../../../read/moment.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { sayCopy, sayDroppedCopy } from '../../credential/copy.ts';
import { sayStatus } from '../../lane/status.ts';
import { namePartsFirst, sayAt } from '../../names.ts';
import { sayKeptAnother, sayMissedClearing } from '../../refusal/clearing.ts';
import { FAILURE_WORDS } from '../../refusal/failures.ts';
import { sayPost } from './session.ts';

/** Says what a token's server does when it is told of a logout. */
function sayServersPart(moment: Moment, part: TokenServersPart): RichText {
  const post = sayPost(moment);
  const at = { plain: sayAt(moment) };
  const status = sayStatus(moment);
  switch (part) {
    case 'denied':
      return say`${post}${at} is answered ${status}: the server puts the token’s jti on its deny-list.`;
    case 'refreshForgotten':
      return say`${post}${at} is answered ${status}: the server forgets the refresh tokens of this login.`;
    case 'clears':
      return say`${post}${at} is answered ${status}: its Set-Cookie takes the token’s cookie away.`;
    case 'clearsNone':
      return say`${post}${at} is answered ${status}: its Set-Cookie clears a cookie that is not there.`;
  }
}

/** Says the same where the browser does not do what the answer says. */
function sayServersPartAlone(moment: Moment, part: TokenServersPart): RichText {
  const post = sayPost(moment);
  const at = { plain: sayAt(moment) };
  const status = sayStatus(moment);
  switch (part) {
    case 'denied':
      return say`${post}${at} is answered ${status}, and the server puts the token’s jti on its deny-list.`;
    case 'refreshForgotten':
      return say`${post}${at} is answered ${status}, and the server forgets the refresh tokens of this login.`;
    case 'clears':
    case 'clearsNone':
      return say`${post}${at} is answered ${status}.`;
  }
}

/** Says why a token's server did nothing, and what that means. */
function sayRefused(moment: Moment, failure: FailureCode): RichText {
  const post = sayPost(moment);
  const at = { plain: sayAt(moment) };
  const status = sayStatus(moment);
  if (failure === 'denyListFailed')
    return say`${post}${at} is answered ${status}: the deny-list is down, so the jti is not put on it. Once it is back, the token is as good as before.`;
  const why = { plain: FAILURE_WORDS[failure] };
  return failure === 'refreshStoreFailed'
    ? say`${post}${at} is answered ${status}: ${why}, so none is removed. Once it is back, they go on.`
    : say`${post}${at} is answered ${status}: ${why}, so the server changes nothing.`;
}

/** Says what a token is worth whose cookie stays. */
const WORTH: Readonly<Record<StayingToken['worth'], string>> = {
  denied: 'The token in it opens nothing any more.',
  planted: 'The token in it is the planted one and opens nothing.',
  good: 'The token in it is as good as before: whoever uses this browser is still logged in.',
};

/** Says what the client does with what it has, and what its browser keeps all the same. */
function sayDropped(moment: Moment, stays: StayingToken | null): RichText {
  if (stays === null) return [`${namePartsFirst(moment.browser).client} drops what it has.`];
  if (stays.which === 'same')
    return joinSentences(sayMissedClearing(moment) ?? [], WORTH[stays.worth]);
  // Of two the server has read the first, which is the one that stays: nobody has denied the other.
  return joinSentences(sayKeptAnother(moment), stays.worth === 'denied' ? '' : WORTH[stays.worth]);
}

/** Says what a logout came to for a token. */
export function sayLogoutToken(moment: Moment): RichText {
  const logout = readTokenLogout(moment);
  const { page, client } = namePartsFirst(moment.browser);
  switch (logout.type) {
    case 'nothingHeld':
      return joinSentences(
        `${client} holds no token that it could drop, and no request is sent.`,
        sayCopy(moment),
      );
    case 'untold':
      return joinSentences(
        say`${{ plain: page }}’s code drops the token. It sends ${formatCount(logout.requests, 'request')}: the server does not learn of it.`,
        sayDroppedCopy(moment),
      );
    case 'refused':
      return joinSentences(
        sayRefused(moment, logout.failure),
        sayDropped(moment, logout.stays),
        sayCopy(moment),
      );
    case 'told':
      return joinSentences(
        logout.stays?.which === 'same'
          ? sayServersPartAlone(moment, logout.part)
          : sayServersPart(moment, logout.part),
        sayDropped(moment, logout.stays),
        sayCopy(moment),
      );
  }
}
