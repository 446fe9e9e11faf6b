import {
  isAllowed,
  isFailed,
  isForbidden,
  isWithinLeeway,
  readGiven,
} from '../../../read/check/check.ts';
import { readDecodedToken } from '../../../read/check/decoded.ts';
import {
  isUnusual,
  readCopiedRole,
  readLookUps,
  readTarget,
  sendsAny,
} from '../../../read/check/wholeRequest.ts';
import { sendsSeveral } from '../../../read/message/exchange.ts';
import type { Moment } from '../../../read/moment.ts';
import { isTooOld } from '../../../read/server/sessionEnds.ts';
import type { PlainWord } from '../../../richText.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { sayDecodedWhole } from '../../credential/decoded.ts';
import { sayReplaced, sayReplacedInShort } from '../../credential/replaced.ts';
import { sayStatus, sayStatusLine } from '../../lane/status.ts';
import { nameParts, nameServer } from '../../names.ts';
import { sayVerdictCell } from '../../refusal/verdictCell.ts';
import { sayVerdictDetail } from '../../refusal/verdictDetail.ts';
import { sayClocks } from '../../time/clocks.ts';
import { compare, sayOnlyIn } from '../compare.ts';
import type { StepWords } from '../stepWords.ts';
import { sayTitle } from '../title.ts';
import { isLoginNoHelp, NOT_ENOUGH, sayDenied, sayLoginNoHelp } from './denied.ts';
import { sayHeldBack } from './heldBack.ts';
import { sayOldFirst } from './oldFirst.ts';
import { sayPlantedFirst } from './plantedFirst.ts';
import { isAttackers, sayAbsoluteEnd, sayAttackersResult } from './respond.ts';
import { sayWhy } from './sent.ts';
import { HEADER_NOT_READ } from './verify.ts';

/** Says in a cell how a request ended. */
export function sayWholeCell(moment: Moment, kept: string, missing: string): string {
  const { outcome } = moment.lane;
  if (moment.actor.who === 'attacker') return sayVerdictCell(moment);
  if (outcome.allowed) return `${kept} accepted, access granted`;
  switch (outcome.failure) {
    case 'userBanned':
      return 'User is banned, access denied';
    case 'roleMissing':
      return 'Role is missing, access denied';
    case 'originForeign':
    case 'fetchSiteForeign':
      return 'Not from the site’s own page, access denied';
    case 'csrfTokenMissing':
      return 'No CSRF token, access denied';
    case 'csrfTokenWrong':
      return 'CSRF token wrong, access denied';
    case 'headersTooLarge':
      return HEADER_NOT_READ;
    case 'storeFailed':
      return 'Store is down, the server fails';
    case 'denyListFailed':
      return 'Deny-list is down, the server fails';
    case 'cookieMissing':
    case 'tokenMissing':
      return `${missing}, access denied`;
    default:
      return `${kept} refused, access denied`;
  }
}

/** What became of a request up to its status: by whom it is answered, where that is not the walk's usual. */
const sayIsAnswered = (moment: Moment): PlainWord => ({
  plain: isUnusual(moment) ? `goes to ${nameServer(moment)}, which answers` : 'is answered',
});

/** Says that a request was refused, with what decided it, where that is not the walk's usual. */
function sayUnusualRefusal(moment: Moment, carries: string): RichText {
  const target = readTarget(moment);
  const server = { plain: nameServer(moment) };
  const why = { plain: sayWhy(moment) };
  return joinSentences(
    say`The request for ${target} goes to ${server} ${{ plain: carries }}. It answers ${sayStatusLine(moment)}: ${why}.`,
    isForbidden(moment) ? NOT_ENOUGH : (sayLoginNoHelp(moment) ?? ''),
    sayClocks(moment),
  );
}

/** What a cookie is worth that was refused. */
const sayUselessCookie = (moment: Moment) => {
  if (isTooOld(moment)) return 'a cookie';
  // Which of the two is read, and what that is worth, is told with the answer.
  if (sendsSeveral(moment)) return 'two cookies';
  return readGiven(moment)?.type === 'nobodys'
    ? 'the cookie of a session without a user'
    : 'a cookie that opens nothing';
};

function sayRefusedCookie(moment: Moment): RichText {
  if (isUnusual(moment))
    return sayUnusualRefusal(moment, sendsAny(moment) ? 'with the cookie' : 'without a cookie');
  const none = sayHeldBack(moment) ?? `${nameParts(moment.browser).jar} is empty`;
  const how = sendsAny(moment) ? sayUselessCookie(moment) : `no cookie, since ${none}`;
  return joinSentences(
    say`The request for ${readTarget(moment)} carries ${{ plain: how }}.`,
    sayDenied(moment, ' again'),
  );
}

/** Says that a cookie was let in; where the role comes from that lets a user in, when that is the record. */
function sayTakenCookie(moment: Moment, userId: string): RichText {
  const target = readTarget(moment);
  const status = sayStatus(moment);
  const isAnswered = sayIsAnswered(moment);
  if (isUnusual(moment))
    return say`The request for ${target} ${isAnswered} ${status}: it finds the session of ${userId}.`;
  const role = readCopiedRole(moment);
  return joinSentences(
    role === null
      ? say`The request for ${target} ${isAnswered} ${status}: the session of ${userId} is still alive.`
      : say`The request for ${target} ${isAnswered} ${status}: the session of ${userId} is still alive, and its record says ${role}. Nobody asks the database whether that is still so.`,
    sayAbsoluteEnd(moment),
  );
}

function sayWholeCookie(moment: Moment): RichText {
  const { proof } = moment.lane.outcome;
  return proof
    ? joinSentences(
        sayTakenCookie(moment, proof.userId),
        sayPlantedFirst(moment) || sayOldFirst(moment),
      )
    : sayRefusedCookie(moment);
}

function sayRefusedToken(moment: Moment): RichText {
  if (isUnusual(moment)) {
    const none = sayHeldBack(moment) ?? `${nameParts(moment.browser).client} has none`;
    const carries = sendsAny(moment) ? 'with the token' : `without a token, since ${none}`;
    return sayUnusualRefusal(moment, carries);
  }
  const none = sayHeldBack(moment) ?? 'none is left';
  const how = sendsAny(moment) ? 'a token' : `no token, since ${none}`;
  return joinSentences(
    say`The request for ${readTarget(moment)} carries ${{ plain: how }}.`,
    sayDenied(moment, ' again'),
  );
}

function sayWholeToken(moment: Moment): RichText {
  const { proof } = moment.lane.outcome;
  if (!proof) return sayRefusedToken(moment);
  const target = readTarget(moment);
  const status = sayStatus(moment);
  const isAnswered = sayIsAnswered(moment);
  const decoded = readDecodedToken(moment);
  if (decoded) return sayDecodedWhole(target, isAnswered, status, decoded);
  if (!isUnusual(moment))
    return say`The request for ${target} ${isAnswered} ${status}: the token of ${proof.userId} still holds.`;
  const lookUps = readLookUps(moment);
  return joinSentences(
    say`The request for ${target} ${isAnswered} ${status}: the token of ${proof.userId} holds.`,
    lookUps.denyList ? 'Its jti is not on the deny-list.' : '',
    lookUps.user ? 'A look at the user’s row has nothing against its iat.' : '',
    isWithinLeeway(moment)
      ? 'Its exp has passed, by less than the leeway that the server allows.'
      : '',
    sayClocks(moment),
  );
}

/** A request in one step. */
export const REQUEST_WHOLE: StepWords = {
  title: (step) => sayTitle(step, { user: 'Next request', attacker: 'Attacker’s next request' }),
  session: {
    cell: (moment) =>
      sayWholeCell(moment, 'Session', 'No session cookie') + sayReplacedInShort(moment),
    detail: sayVerdictDetail,
    sentence: (moment) => joinSentences(sayWholeCookie(moment), sayReplaced(moment)),
  },
  token: {
    cell: (moment) => sayWholeCell(moment, 'Token', 'No token sent'),
    detail: sayVerdictDetail,
    sentence: sayWholeToken,
  },
  result: (step) => {
    if (isAttackers(step)) return sayAttackersResult(step);
    const lanes = [step.session, step.token];
    if (lanes.every((moment) => !isAllowed(moment) && isForbidden(moment)))
      return 'Known, but not allowed';
    // Another login would not help, nor be possible.
    if (lanes.some(isFailed) && !lanes.some(isAllowed)) return 'Nobody gets in for now';
    return compare(step, isAllowed, {
      both: 'Still logged in',
      neither: lanes.every(isLoginNoHelp) ? 'Another login is no help' : 'User must login again',
      only: sayOnlyIn,
    });
  },
  done: 'Done',
};
