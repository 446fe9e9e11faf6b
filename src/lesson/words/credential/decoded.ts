import { formatSecond, formatTime, shorten } from '../../page/format.ts';
import type { TokenCheck } from '../../read/check/check.ts';
import type { DecodedToken } from '../../read/check/decoded.ts';
import type { PlainWord } from '../../richText.ts';
import { joinSentences, say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { FAILURE_WORDS } from '../refusal/failures.ts';

/** What a step's cell says of a server that only decodes. */
export const DECODES_CELL = 'Decode the token, check nothing';

/** Says that nobody looks at an exp that has passed, after another sentence; nothing where it has not. */
export const sayPastUnread = ({ exp, isPast, now }: DecodedToken): RichText =>
  exp === null || !isPast
    ? []
    : say`Its exp, ${formatSecond(exp, now)}, has passed, and nobody looks at it.`;

/** Says how a server that only decodes came to believe a token. */
export function sayDecoded(server: string, token: DecodedToken): RichText {
  const { userId, isUnsigned, asked, compared } = token;
  const first = { plain: server };
  const says = `id: '${userId}'`;
  if (compared)
    return compared.since === null
      ? say`${first} decodes the token and checks nothing: no signature, no exp. It only looks up since when the tokens of ${userId} hold: nothing has ended any, so the token is believed.`
      : say`${first} decodes the token and checks nothing: no signature, no exp. It only looks up since when the tokens of ${userId} hold: since ${formatTime(compared.since)}. The iat that the token names is not before that, so it is believed.`;
  if (asked !== null)
    return say`${first} decodes the token and checks nothing: no signature, no exp. It only asks its deny-list for the jti that the token names, ${shorten(asked)}: it is not there, so the token is believed.`;
  if (isUnsigned)
    return say`${first} decodes the token and checks nothing: no signature, and this one has none, no exp. It says ${says}, and that is believed.`;
  return joinSentences(
    say`${first} decodes the token and checks nothing: no signature, no exp. It says ${says}, and that is believed.`,
    sayPastUnread(token),
  );
}

/** Says by what a server that only decodes refused a token after a look-up; `null` where it made none. */
export function sayDecodedRefused(server: string, check: TokenCheck): RichText | null {
  if (check.type !== 'refused') return null;
  const first = { plain: server };
  const why = { plain: FAILURE_WORDS[check.failure] };
  if (check.compared?.since != null)
    return say`${first} decodes the token and checks nothing: no signature, no exp. It only looks up since when this user’s tokens hold, since ${formatTime(check.compared.since)}, and refuses: ${why}.`;
  if (check.asked !== null)
    return say`${first} decodes the token and checks nothing: no signature, no exp. It only asks its deny-list for the jti that the token names, ${shorten(check.asked)}: ${why}.`;
  return null;
}

/** Says in a cell what is believed of a token that is only decoded. */
export const sayDecodedInShort = ({ userId }: DecodedToken): string =>
  `says id ${userId}, nothing checked`;

/** Says what an answer rests on where tokens are only decoded, after its status line. */
export const sayDecodedAnswer = (token: DecodedToken): RichText =>
  token.exp === null
    ? ['Nothing ends it: it names no exp, and nobody would look at one.']
    : say`Nothing ends it: it names exp ${formatSecond(token.exp, token.now)}, and nobody looks at that.`;

/** Says how a request in one step was let in: for which page, and how it came to its status. */
export function sayDecodedWhole(
  target: string,
  isAnswered: PlainWord,
  status: string,
  token: DecodedToken,
): RichText {
  const { userId, asked, compared } = token;
  const start = say`The request for ${target} ${isAnswered} ${status}: the token is decoded and nothing in it checked.`;
  if (compared)
    return joinSentences(
      start,
      say`It says ${userId}, and a look at the user’s row has nothing against the iat that it names.`,
    );
  if (asked !== null)
    return joinSentences(
      start,
      say`It says ${userId}, and the jti that it names is not on the deny-list.`,
    );
  return joinSentences(start, say`It says ${userId}, and that is believed.`, sayPastUnread(token));
}

/** What is said in place of the usual where servers only decode tokens, and nothing that a token names is checked. */
export const DECODED_SENTENCES = {
  noRefreshTokens:
    'This design has no refresh tokens, and its server looks at no exp: the user need not log in again.',
  databaseNotAsked:
    'The row in the database changes. This token server looks nobody up at a request: what the token says holds for ever, since nobody looks at exp.',
  refreshToken:
    'The refresh token is a JWT, too, and the server decodes whatever it is shown: nobody asks what kind of token it is.',
  otherService: 'Nobody looks at the signature, and nobody asks by aud whom the token is for.',
  forged: 'Whoever writes a token is whoever it says: the server checks no signature.',
  survivor: 'The logout changed nothing here, and nobody looks at exp: this copy works for ever.',
  unlisted:
    'The deny-list does not have its jti, and nobody looks at exp: this copy works for ever.',
  elsewhere:
    'The server wrote no token down as it signed it, so it knows of no others and can call none back. On other devices they hold for ever, since nobody looks at exp.',
  password:
    'Only the database changes: no token knows of a password, and no request asks. Every token that is out holds for ever, since nobody looks at exp.',
  restart:
    'A token needs nothing of the process, not even the secret: it is decoded and not verified.',
  lostRefresh:
    'Its refresh tokens were a variable of the process and are gone: none can be traded in any more. The access tokens need nothing of it, not even the secret.',
  lostList:
    'Its deny-list was a variable of the process and is gone: what was revoked is accepted again, and for ever, since nobody looks at exp.',
  newSecret:
    'It draws a new secret as it starts, and the old one is gone. The tokens that are out go on: no signature is checked.',
  rotated:
    'A new secret signs every new token from now on. Those that are out go on: no signature is checked, by no secret.',
  retired:
    'Only the newest secret is left. That ends no token, whoever signed it: no signature is checked.',
} as const;
