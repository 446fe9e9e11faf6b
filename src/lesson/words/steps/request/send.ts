import { formatNumber } from '../../../page/formatNumber.ts';
import { readTarget, sendsAny } from '../../../read/check/wholeRequest.ts';
import { isTokenInCookie } from '../../../read/held/heldAt.ts';
import { readSentCredential } from '../../../read/message/exchange.ts';
import type { Moment } from '../../../read/moment.ts';
import { readSentSizes } from '../../../read/run/sentSizes.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { sayCarried } from '../../credential/carried.ts';
import { nameBrowserInCell, nameInCell, namePartsFirst } from '../../names.ts';
import { compare } from '../compare.ts';
import type { StepWords } from '../stepWords.ts';
import { sayTitle } from '../title.ts';
import { sayHeldBack } from './heldBack.ts';
import { sayOldFirst } from './oldFirst.ts';
import { sayPlantedFirst } from './plantedFirst.ts';
import { LONGER, SHORT } from './sent.ts';

function saySentCookie(moment: Moment): RichText {
  const sent = readSentCredential(moment);
  const { browser, page, jar } = namePartsFirst(moment.browser);
  const target = readTarget(moment);
  const heldBack = sayHeldBack(moment);
  if (!sent && heldBack !== null)
    return say`${{ plain: page }} asks for ${target}, and ${{ plain: heldBack }}, so none is sent.`;
  if (!sent)
    return say`${{ plain: browser }} requests ${target}. ${{ plain: jar }} has no cookie for this server, so none is sent.`;
  return joinSentences(
    say`${{ plain: page }} asks for ${target} and names no credential. ${{ plain: browser }} attaches ${sayCarried(sent, moment, LONGER)} by itself. It does so with every request of this page to its server.`,
    sayPlantedFirst(moment) || sayOldFirst(moment),
  );
}

function saySentToken(moment: Moment): RichText {
  const sent = readSentCredential(moment);
  const { browser, page } = namePartsFirst(moment.browser);
  const target = readTarget(moment);
  const heldBack = sayHeldBack(moment);
  if (!sent && heldBack !== null)
    return say`${{ plain: page }} asks for ${target}, and ${{ plain: heldBack }}, so no token is sent.`;
  if (!sent)
    return say`${{ plain: page }} asks for ${target}. It has no token, so it sets no Authorization header.`;
  const sizes = readSentSizes(moment);
  if (sizes && sent.part === 'Authorization')
    return say`${{ plain: page }} asks for ${target}, and its code sets ${sayCarried(sent, moment, SHORT)}: ${formatNumber(sizes.token)} characters with every request. The session’s cookie has ${formatNumber(sizes.session)}.`;
  return sent.part === 'Cookie'
    ? joinSentences(
        say`${{ plain: page }} asks for ${target}. ${{ plain: browser }} attaches ${sayCarried(sent, moment, SHORT)} by itself, as it would a session cookie.`,
        sayPlantedFirst(moment) || sayOldFirst(moment),
      )
    : say`${{ plain: page }} asks for ${target}, and its code sets ${sayCarried(sent, moment, SHORT)}. ${{ plain: browser }} would not do it by itself, for this site or for any other.`;
}

const NO_FIELD = { session: 'no Cookie field', token: 'no Authorization field' } as const;

/** Says in a cell which part of a request carries the credential. */
export function saySentInShort(moment: Moment): string {
  const sent = readSentCredential(moment);
  return sent ? sayCarried(sent, moment, SHORT) : NO_FIELD[moment.strategy];
}

/** The request: who attaches the credential, and where. */
export const REQUEST_SEND: StepWords = {
  title: (step) =>
    sayTitle(step, {
      user: 'Client makes authenticated request',
      attacker: 'Attacker makes a request',
    }),
  session: {
    cell: (moment) =>
      sendsAny(moment)
        ? `${nameBrowserInCell(moment.browser)} sends cookie automatically`
        : 'No cookie to send',
    detail: saySentInShort,
    sentence: saySentCookie,
  },
  token: {
    cell: (moment) => {
      if (!sendsAny(moment)) return 'No token to send';
      return isTokenInCookie(moment, moment.browser)
        ? `${nameBrowserInCell(moment.browser)} sends the token’s cookie`
        : `${nameInCell(moment.browser)} sends token in Authorization header`;
    },
    detail: saySentInShort,
    sentence: saySentToken,
  },
  result: (step) =>
    compare(step, sendsAny, {
      both: 'Request sent with auth',
      neither: 'Request sent, auth missing',
      only: (sends) => `Request sent, auth in one: ${sends === 'token' ? 'token' : 'cookie'}`,
    }),
  done: 'Sent',
};
