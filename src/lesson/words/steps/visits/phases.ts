import { shorten } from '../../../page/format.ts';
import { isUnsigned } from '../../../read/action/visit.ts';
import { isAllowed, readCookieCheck, readTokenCheck } from '../../../read/check/check.ts';
import { decodesTokens, readDecodedToken } from '../../../read/check/decoded.ts';
import { readRequestLine, readSentCredential } from '../../../read/message/exchange.ts';
import type { Moment, Step } from '../../../read/moment.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { sayDecoded, sayDecodedRefused } from '../../credential/decoded.ts';
import { sayReplaced, sayReplacedInShort } from '../../credential/replaced.ts';
import { sayStatusLine } from '../../lane/status.ts';
import { sayWireLabel } from '../../lane/wireText.ts';
import { nameServer, nameServerFirst, sayAt } from '../../names.ts';
import { FAILURE_WORDS } from '../../refusal/failures.ts';
import { orIdle, orIdleCell } from '../../refusal/idle.ts';
import { sayVerdictCell } from '../../refusal/verdictCell.ts';
import { sayVerdictDetail } from '../../refusal/verdictDetail.ts';
import { compare, sayOnlyIn } from '../compare.ts';
import { saySentInShort } from '../request/send.ts';
import { sayCookieCheckInShort, sayTokenCheckInShort } from '../request/verify.ts';
import type { LaneWords, StepWords } from '../stepWords.ts';
import type { VisitWords } from './visitWords.ts';

function saySend(words: VisitWords, moment: Moment): RichText {
  const line = readRequestLine(moment);
  return joinSentences(
    say`${{ plain: words.sender(moment) }}: ${line ? sayWireLabel(line) : ''}${{ plain: sayAt(moment) }}.`,
    words.along(moment),
  );
}

/** How the session's server came to its decision. */
function sayCookieChecked(moment: Moment): RichText {
  const check = readCookieCheck(moment);
  if (!check) return [];
  const first = { plain: nameServerFirst(moment) };
  if (check.type === 'notAsked' && check.failure === 'storeFailed')
    return say`The cookie’s signature fits, but the store gives ${{ plain: nameServer(moment) }} an error: ${{ plain: FAILURE_WORDS.storeFailed }}.`;
  if (check.type === 'unread' || check.type === 'notAsked')
    return say`${first} does not ask its store: ${{ plain: FAILURE_WORDS[check.failure] }}.`;
  const sid = shorten(check.sid);
  const server = { plain: nameServer(moment) };
  if (check.type === 'found')
    return say`The cookie’s signature fits, so ${server} asks its store for ${sid}: it belongs to ${check.userId}, whoever sends it.`;
  const why = { plain: FAILURE_WORDS[check.failure] };
  return check.given.type === 'users'
    ? say`The cookie’s signature fits, so ${server} asks its store for ${sid}: it belongs to ${check.given.userId}, but ${why}.`
    : say`The cookie’s signature fits, so ${server} asks its store for ${sid}: ${why}.`;
}

/** How the token's server came to its decision. */
function sayTokenChecked(moment: Moment): RichText {
  const check = readTokenCheck(moment);
  if (!check) return [];
  const server = { plain: nameServerFirst(moment) };
  if (check.type === 'unread') return [`Nobody checks the token: ${FAILURE_WORDS[check.failure]}.`];
  const decoded = readDecodedToken(moment);
  if (decoded) return sayDecoded(server.plain, decoded);
  const refused = decodesTokens(moment) ? sayDecodedRefused(server.plain, check) : null;
  if (refused) return refused;
  if (check.type === 'refused' && check.failure === 'tokenMissing')
    return say`${server} has no token to check: ${{ plain: FAILURE_WORDS.tokenMissing }}.`;
  if (check.type === 'refused') {
    const why = { plain: FAILURE_WORDS[check.failure] };
    return check.asked === null
      ? say`${server} checks the token: ${why}.`
      : say`${server} checks the token, then its deny-list for the jti ${shorten(check.asked)}: ${why}.`;
  }
  const { userId, isLate } = check.claim;
  if (isUnsigned(moment))
    return say`This naive verifier believes the token’s own header: alg none, so no signature is asked for. The token says ${userId}, and that is believed.`;
  const late = { plain: isLate ? ' (past, by less than its leeway)' : '' };
  return check.asked === null
    ? say`${server} checks the signature and exp${late}. It asks no session store, and believes the token: ${userId}, whoever sends it.`
    : say`${server} checks the signature and exp${late}, then its deny-list for the jti ${shorten(check.asked)}. It asks no session store, and believes the token: ${userId}, whoever sends it.`;
}

function sayAnswered(words: VisitWords, moment: Moment): RichText {
  const { failure, proof } = moment.lane.outcome;
  const server = { plain: nameServerFirst(moment) };
  const line = sayStatusLine(moment);
  if (failure)
    return joinSentences(
      say`${server} answers ${line}: ${{ plain: FAILURE_WORDS[failure] }}.`,
      sayReplaced(moment),
    );
  return joinSentences(
    say`${server} answers ${line} for ${proof?.userId ?? ''}.`,
    words.meaning(moment),
    sayReplaced(moment),
  );
}

const isIdle = ({ lane: { outcome } }: Moment) => outcome.idle !== null;
const isNothingSent = ({ session, token }: Step) => isIdle(session) && isIdle(token);

const sayResult = (step: Step) =>
  isNothingSent(step)
    ? 'Nothing is sent'
    : compare(step, isAllowed, {
        both: 'Both let it in',
        neither: 'Both keep it out',
        only: sayOnlyIn,
      });

const noneInIdle =
  (detail: LaneWords['detail']): LaneWords['detail'] =>
  (moment) =>
    isIdle(moment) ? null : detail(moment);

/** How the session's server is said to have come to its decision. */
export type CheckedWords = Pick<LaneWords, 'detail' | 'sentence'>;

const COOKIE_CHECKED: CheckedWords = {
  detail: sayCookieCheckInShort,
  sentence: sayCookieChecked,
};

/** Makes the words of one kind of visit, in its three phases and as one step. */
export function toSteps(words: VisitWords, checked: CheckedWords = COOKIE_CHECKED) {
  const saySent = (carried: VisitWords['session'], none: string) =>
    orIdleCell((moment) => {
      if (!readSentCredential(moment)) return none;
      return typeof carried === 'string' ? carried : carried(moment);
    });
  const send: StepWords = {
    title: words.title,
    session: {
      cell: saySent(words.session, 'No cookie rides along'),
      detail: noneInIdle(saySentInShort),
      sentence: orIdle((moment) => saySend(words, moment)),
    },
    token: {
      cell: saySent(words.token, 'No token rides along'),
      detail: noneInIdle(saySentInShort),
      sentence: orIdle((moment) => saySend(words, moment)),
    },
    result: (step) => (isNothingSent(step) ? 'Nothing is sent' : 'Request sent'),
    done: 'Sent',
  };
  const verify: StepWords = {
    title: () => 'Server verifies auth',
    session: {
      cell: orIdleCell(sayVerdictCell),
      detail: noneInIdle(checked.detail),
      sentence: orIdle(checked.sentence),
    },
    token: {
      cell: orIdleCell(sayVerdictCell),
      detail: noneInIdle(sayTokenCheckInShort),
      sentence: orIdle(sayTokenChecked),
    },
    result: sayResult,
    done: 'Done',
  };
  const answered: LaneWords = {
    cell: orIdleCell((moment) => sayVerdictCell(moment) + sayReplacedInShort(moment)),
    detail: noneInIdle(sayVerdictDetail),
    sentence: orIdle((moment) => sayAnswered(words, moment)),
  };
  const respond: StepWords = {
    title: () => 'Access granted or denied',
    session: answered,
    token: answered,
    result: sayResult,
    done: 'Done',
  };
  const all: LaneWords = {
    ...answered,
    sentence: orIdle((moment) => joinSentences(saySend(words, moment), sayAnswered(words, moment))),
  };
  const whole: StepWords = {
    title: words.title,
    session: all,
    token: all,
    result: sayResult,
    done: 'Done',
  };
  return { send, verify, respond, whole };
}
