import { isOfSameSecond } from '../../../read/action/account.ts';
import { readAskedTarget, readSurvivor } from '../../../read/action/visit.ts';
import { isMade, isOtherServices, usesRefreshToken } from '../../../read/check/confusion.ts';
import { decodesTokens } from '../../../read/check/decoded.ts';
import type { Moment } from '../../../read/moment.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { DECODED_SENTENCES } from '../../credential/decoded.ts';
import { sayByClock, sayEndTime } from '../../time/serverEnd.ts';

/** The server did what was asked, as it would for the user. */
export const sayLikeUsers = (moment: Moment): RichText =>
  readAskedTarget(moment) === '/transfer'
    ? ['The transfer is made: nothing that it looks at differs from the user’s own.']
    : ['Nothing that it looks at differs from the user’s own.'];

/** What is said of a visit by what a server decodes and does not verify. */
function sayDecodedMeaning(moment: Moment): RichText {
  if (isOtherServices(moment)) return [DECODED_SENTENCES.otherService];
  if (usesRefreshToken(moment)) return [DECODED_SENTENCES.refreshToken];
  const survivor = readSurvivor(moment);
  if (survivor)
    return [survivor.isUnlisted ? DECODED_SENTENCES.unlisted : DECODED_SENTENCES.survivor];
  return isMade(moment) ? [DECODED_SENTENCES.forged] : sayLikeUsers(moment);
}

/** What is said of another service's token that is let in. */
export const sayForged = (moment: Moment): RichText =>
  decodesTokens(moment)
    ? sayDecodedMeaning(moment)
    : isOtherServices(moment)
      ? ['The signature fits, and nobody asks by aud whom the token is for.']
      : sayLikeUsers(moment);

const SAME_SECOND =
  'Its iat is the very second since which this user’s tokens hold: it is not earlier, so it is not refused.';

/** What is said of a copy that opens the server although its holder logged out. */
export function sayReplayed(moment: Moment): RichText {
  if (decodesTokens(moment)) return sayDecodedMeaning(moment);
  if (usesRefreshToken(moment))
    return [
      'The refresh token is a JWT under the same secret, and nobody asks what kind of token it is.',
    ];
  if (isOfSameSecond(moment)) return joinSentences(sayLikeUsers(moment), SAME_SECOND);
  const survivor = readSurvivor(moment);
  if (!survivor) return sayLikeUsers(moment);
  const why = survivor.isUnlisted
    ? 'The deny-list does not have its jti'
    : 'The logout changed nothing here';
  return survivor.end.expiresAt === null
    ? [`${why}: this copy names no end.`]
    : say`${{ plain: why }}: this copy works until ${sayEndTime(survivor.end)}${{ plain: sayByClock(survivor.end) }}.`;
}
