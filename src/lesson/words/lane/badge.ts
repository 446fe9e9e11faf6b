import type { IdleReason } from '../../../sim/outcome.ts';
import type { StepKind } from '../../../sim/stepKind.ts';
import { toLook } from '../../page/look.ts';
import { readSessionLeft, readTokenLeft } from '../../read/action/leftAtEnd.ts';
import { readLeftSession } from '../../read/action/leftSession.ts';
import { givesNoCookie, losesCookie } from '../../read/action/login.ts';
import { isUnsent, isWithheld } from '../../read/check/crossOrigin.ts';
import { readDecodedToken } from '../../read/check/decoded.ts';
import { isFromCache } from '../../read/held/cache.ts';
import { keepsTokenCookie, missesClearing } from '../../read/held/clearing.ts';
import type { Moment } from '../../read/moment.ts';
import type { Defence } from '../../read/outcome/defence.ts';
import { findOpeningLink } from '../../read/outcome/link.ts';
import { readOutcomeTone, readRunTone } from '../../read/outcome/outcomeTone.ts';
import type { OutcomeTone } from '../../read/outcome/stepTone.ts';
import { isVerify } from '../../read/phase.ts';
import { isCookieSession } from '../../read/server/dataInCookie.ts';
import { isOver } from '../../read/server/serverEnd.ts';
import { readGhost } from '../../read/stage/ghost.ts';
import type { Badge } from '../../telling.ts';
import { CORS_CELLS } from '../refusal/crossOrigin.ts';
import { sayDefence } from '../refusal/defence.ts';
import { FAILURE_CELLS } from '../refusal/failures.ts';
import { IDLE_BADGES, sayIdleCell } from '../refusal/idleReasons.ts';
import { getWords } from '../steps/steps.ts';
import { sayBreachUntil } from './breachUntil.ts';
import type { Ending } from './ending.ts';
import { joinEnding } from './ending.ts';
import { sayLateness } from './waited.ts';

const sayCode = ({ lane: { outcome } }: Moment) =>
  outcome.status === null ? '' : ` ${outcome.status}`;

/** Says what a lane did that decided nothing. */
function sayDone(moment: Moment): string {
  const { done, doneByAttacker } = getWords(moment.kind, moment.settings);
  return moment.actor.who === 'attacker' ? (doneByAttacker ?? done) : done;
}

/** Says that a check was passed; what is only decoded is checked by nobody. */
function sayChecked(moment: Moment): string {
  if (readDecodedToken(moment)) return 'Only decoded';
  return readOutcomeTone(moment).tone === 'allowed' ? 'Verified' : 'Check passed';
}

const sayHeld = (by: Defence): Ending => ({
  head: toLook('held').word,
  rest: `: ${sayDefence(by)}`,
});

/** Says what a run held, and that links were let through. */
function sayHeldInRun(by: Defence, moment: Moment): Ending {
  const { head, rest } = sayHeld(by);
  const lets = by.type === 'sameSite' && findOpeningLink(moment) !== null;
  return lets ? { head, rest: `${rest}, but links pass` } : { head, rest };
}

/** Says what came of what somebody else tried. */
function sayOthers(moment: Moment, ending: OutcomeTone): Ending | null {
  const isEnd = moment.kind === 'end.rest';
  if (ending.tone === 'held') return isEnd ? sayHeldInRun(ending.by, moment) : sayHeld(ending.by);
  if (ending.tone !== 'breach') return null;
  if (isEnd) return sayBreachUntil(moment);
  const { breach, done } = getWords(moment.kind, moment.settings);
  const isUndecided = moment.lane.outcome.allowed === null;
  const head = toLook('breach').word;
  return isUndecided && breach
    ? { head, rest: `: ${breach}`, what: done }
    : { head, rest: sayCode(moment) };
}

const ANSWERS_LOGIN: ReadonlySet<StepKind> = new Set(['login.respond', 'login.whole']);

const sayIdle = (idle: IdleReason, moment: Moment): string =>
  IDLE_BADGES[idle] ?? sayIdleCell(idle, moment);

/** Tells whether a run ends with a copy that still opens a server, if anybody has one. */
const isLeftOpen = (moment: Moment): boolean =>
  moment.kind === 'end.rest' && readGhost(moment)?.accepted === true;

/** Says what a lane still has of its login where a run ends; `null`: nothing. What is only held may be worth nothing, which nobody has tried. */
function sayStillThere(moment: Moment): string | null {
  if (moment.kind !== 'end.rest') return null;
  if (moment.strategy === 'token') {
    const { held } = readTokenLeft(moment);
    return held && (isOver(held.end) ? 'Expired token held' : 'Token still held');
  }
  const { records, hasCookie, isOrphan } = readSessionLeft(moment);
  const isAlive = isCookieSession(moment) ? hasCookie : records > 0 && !isOrphan;
  if (isAlive) return 'Session still alive';
  if (hasCookie) return 'Cookie still held';
  return records > 0 ? 'Record still there' : null;
}

/** Says how a step of the user's own ended, or one that nobody tried anything in. */
function sayOwn(moment: Moment): string {
  const { allowed, idle } = moment.lane.outcome;
  if (isUnsent(moment)) return 'Not sent';
  if (isLeftOpen(moment)) return 'A copy opens';
  if (isWithheld(moment)) return 'Withheld';
  if (losesCookie(moment)) return idle === 'cookieExpired' ? 'Cookie expired' : 'Cookie refused';
  if (ANSWERS_LOGIN.has(moment.kind) && givesNoCookie(moment)) return 'No cookie sent';
  if (allowed !== null && isVerify(moment)) return allowed ? sayChecked(moment) : 'Rejected';
  if (allowed !== null) return toLook(allowed ? 'allowed' : 'denied').word;
  if (missesClearing(moment) || keepsTokenCookie(moment)) return 'Cookie stays';
  if (idle === null && readLeftSession(moment)) return 'Session stays';
  const left = sayStillThere(moment);
  if (left !== null) return left;
  return idle === null ? sayDone(moment) : sayIdle(idle, moment);
}

/** Says how a lane's step ended, in a few words; of the user's own request with the status. */
export const sayEnding = (moment: Moment): Ending =>
  sayOthers(moment, readOutcomeTone(moment)) ?? { head: sayOwn(moment), rest: sayCode(moment) };

/** Says the same in one, with its tone. */
export const sayBadge = (moment: Moment): Badge => ({
  word: joinEnding(sayEnding(moment)),
  tone: readOutcomeTone(moment).tone,
});

/** Says what a lane answers to the question that a Scenario asks. */
export function sayAnswer(moment: Moment): Badge {
  const { idle, allowed, failure, blocked } = moment.lane.outcome;
  const ending = readOutcomeTone(moment);
  const { tone } = ending;
  const others = sayOthers(moment, ending);
  const code = sayCode(moment);
  if (ending.tone === 'held') return { tone, word: joinEnding(sayHeldInRun(ending.by, moment)) };
  if (others !== null) return { tone, word: joinEnding(others) };
  if (blocked?.at === 'answer')
    return { tone, word: `Withheld${code}: ${CORS_CELLS[blocked.reason]}` };
  if (idle !== null) return { tone, word: sayIdleCell(idle, moment) };
  if (isFromCache(moment)) return { tone, word: getWords(moment.kind, moment.settings).done };
  if (allowed === null) return { tone, word: `Done${code}` };
  const why = failure ? `: ${FAILURE_CELLS[failure]}` : '';
  return { tone, word: `${sayOwn(moment)}${code}${why}${sayLateness(moment)}` };
}

/** Says what a run has come to on the scale of what others try; `null` where nobody tried anything. */
export function sayRunBadge(moment: Moment): Badge | null {
  const ending = readRunTone(moment);
  if (ending.tone === 'breach') return { tone: 'breach', word: joinEnding(sayBreachUntil(moment)) };
  return ending.tone === 'held'
    ? { tone: 'held', word: joinEnding(sayHeldInRun(ending.by, moment)) }
    : null;
}
