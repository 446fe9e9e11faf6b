import { isSecondServer } from '../../../read/actor.ts';
import { carriesSeveral } from '../../../read/carried.ts';
import {
  isAllowed,
  isFailed,
  isForbidden,
  isWithinLeeway,
  readCookieCheck,
  readGiven,
} from '../../../read/check/check.ts';
import { readDecodedToken } from '../../../read/check/decoded.ts';
import { readDiscarded } from '../../../read/held/held.ts';
import type { Moment } from '../../../read/moment.ts';
import { isTooOld } from '../../../read/server/sessionEnds.ts';
import { findAsked, findDenyListCall, findUserCall } from '../../../read/traffic.ts';
import { say } from '../../../richText.ts';
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
import { readTarget, sayWhy, sendsAny } from './sent.ts';
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

/** Says that a request was let in or not, with what decided it, where that is not the walk's usual. */
function sayUnusual(moment: Moment): RichText {
  const { lane, strategy } = moment;
  const { proof } = lane.outcome;
  const isSession = strategy === 'session';
  const start = say`The request for ${readTarget(moment)} goes to ${{ plain: nameServer(moment) }}`;
  if (!proof) {
    const carried = sendsAny(moment)
      ? ` with the ${isSession ? 'cookie' : 'token'}`
      : isSession
        ? ' without a cookie'
        : ` without a token, since ${sayHeldBack(moment) ?? `${nameParts(moment.browser).client} has none`}`;
    const further = isForbidden(moment) ? NOT_ENOUGH : sayLoginNoHelp(moment);
    const more = further === null ? '' : ` ${further}`;
    return [
      ...start,
      ...say`${{ plain: carried }}. It answers ${sayStatusLine(moment)}: ${{ plain: `${sayWhy(moment)}.${more}` }}`,
      ...sayClocks(moment),
    ];
  }
  const answers = say`, which answers ${sayStatus(moment)}`;
  if (isSession) return [...start, ...answers, ...say`: it finds the session of ${proof.userId}.`];
  const decoded = readDecodedToken(moment);
  if (decoded) return [...start, ...answers, ...sayDecodedWhole(decoded)];
  const list = findDenyListCall(lane) ? ' Its jti is not on the deny-list.' : '';
  const since = findUserCall(lane) ? ' A look at the user’s row has nothing against its iat.' : '';
  const grace = isWithinLeeway(moment)
    ? ' Its exp has passed, by less than the leeway that the server allows.'
    : '';
  return [
    ...start,
    ...answers,
    ...say`: the token of ${proof.userId} holds.${{ plain: `${list}${since}${grace}` }}`,
    ...sayClocks(moment),
  ];
}

/** Whether a request in one step was decided by more than the cookie and the store, or the token alone. */
function isUnusual(moment: Moment): boolean {
  const { lane, server, strategy, browser } = moment;
  const { status } = lane.outcome;
  if (isSecondServer(server) || status === 403 || status === 431 || status === 500) return true;
  if (strategy === 'session') return false;
  const neverHeld = !sendsAny(moment) && readDiscarded(lane.state, browser) === null;
  const looksUp = findDenyListCall(lane) ?? findUserCall(lane);
  return looksUp !== undefined || isWithinLeeway(moment) || neverHeld;
}

/** The end of a sentence: where the role comes from that lets a user in, when that is the record. */
function sayCopiedRole(moment: Moment): RichText {
  const check = readCookieCheck(moment);
  const role = check?.type === 'found' && readTarget(moment) === '/admin' ? check.role : null;
  return role === null
    ? ['.']
    : say`, and its record says ${role}. Nobody asks the database whether that is still so.`;
}

/** What a cookie is worth that was refused. */
const sayUselessCookie = (moment: Moment) => {
  if (isTooOld(moment)) return 'with a cookie';
  // Which of the two is read, and what that is worth, is told with the answer.
  if (carriesSeveral(findAsked(moment), moment.strategy)) return 'with two cookies';
  return readGiven(moment)?.type === 'nobodys'
    ? 'with the cookie of a session without a user'
    : 'with a cookie that opens nothing';
};

const sayWholeCookie = (moment: Moment): RichText => {
  const planted = moment.lane.outcome.proof ? sayPlantedFirst(moment) || sayOldFirst(moment) : '';
  return planted === '' ? sayCookieAnswer(moment) : [...sayCookieAnswer(moment), planted];
};

function sayCookieAnswer(moment: Moment): RichText {
  if (isUnusual(moment)) return sayUnusual(moment);
  const { proof } = moment.lane.outcome;
  const start = say`The request for ${readTarget(moment)}`;
  if (proof)
    return [
      ...start,
      ...say` is answered ${sayStatus(moment)}: the session of ${proof.userId} is still alive`,
      ...sayCopiedRole(moment),
      ...sayAbsoluteEnd(moment),
    ];
  const none = sayHeldBack(moment) ?? `${nameParts(moment.browser).jar} is empty`;
  const how = sendsAny(moment) ? sayUselessCookie(moment) : `without a cookie, since ${none}`;
  return [...start, ` goes out ${how}. `, ...sayDenied(moment, ' again')];
}

function sayWholeToken(moment: Moment): RichText {
  if (isUnusual(moment)) return sayUnusual(moment);
  const { proof } = moment.lane.outcome;
  const start = say`The request for ${readTarget(moment)}`;
  const decoded = readDecodedToken(moment);
  if (decoded)
    return [...start, ...say` is answered ${sayStatus(moment)}`, ...sayDecodedWhole(decoded)];
  if (proof)
    return [
      ...start,
      ...say` is answered ${sayStatus(moment)}: the token of ${proof.userId} still holds.`,
    ];
  const none = sayHeldBack(moment) ?? 'none is left';
  const how = sendsAny(moment) ? 'with a token' : `without a token, since ${none}`;
  return [...start, ` goes out ${how}. `, ...sayDenied(moment, ' again')];
}

/** A request in one step. */
export const REQUEST_WHOLE: StepWords = {
  title: (step) => sayTitle(step, { user: 'Next request', attacker: 'Attacker’s next request' }),
  session: {
    cell: (moment) =>
      sayWholeCell(moment, 'Session', 'No session cookie') + sayReplacedInShort(moment),
    detail: sayVerdictDetail,
    sentence: (moment) => [...sayWholeCookie(moment), ...sayReplaced(moment)],
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
