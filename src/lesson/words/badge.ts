import type { StepKind } from '../../sim/stepKind.ts';
import type { Actor } from '../read/actor.ts';
import { isFromCache } from '../read/cache.ts';
import { missesClearing } from '../read/clearing.ts';
import { isUnsent, isWithheld } from '../read/crossOrigin.ts';
import { givesNoCookie, losesCookie } from '../read/login.ts';
import type { Moment } from '../read/moment.ts';
import type { Badge, Tone } from '../telling.ts';
import { FAILURE_CELLS } from './failures.ts';
import { IDLE_CELLS } from './idleReasons.ts';
import { CORS_CELLS } from './steps/crossOrigin.ts';
import { getWords } from './steps/steps.ts';

/** Names whose request a server decides on, when it is not the user's own; `null` where it is. */
function nameAsker(actor: Actor): string | null {
  if (actor.who === 'attacker') return actor.means === 'tampering' ? 'Altered' : 'Attacker';
  // Following a link is no attack; where it leads, the user is let in or not.
  if (actor.who === 'otherSite') return actor.deed.vehicle === 'link' ? 'Link' : 'CSRF';
  return actor.who === 'script' ? 'XSS' : null;
}

/** Says a decision: that a server allows an attack is no good news. */
function sayDecision(actor: Actor, allowed: boolean): string {
  const asker = nameAsker(actor);
  if (asker === null) return allowed ? 'Allowed' : 'Denied';
  return `${asker} ${allowed ? 'gets in' : 'kept out'}`;
}

const TONES = { allowed: 'allowed', denied: 'denied', idle: 'rest', done: 'busy' } as const;

/** What the page's code does not get is nothing that was let in, whatever the server decided. */
const toTone = ({ lane: { outcome } }: Moment): Tone =>
  outcome.blocked ? 'denied' : TONES[outcome.type];

const sayCode = ({ lane: { outcome } }: Moment) =>
  outcome.status === null ? '' : ` ${outcome.status}`;

/** Says what a lane did that decided nothing. */
function sayDone(moment: Moment): string {
  const { done, doneByAttacker } = getWords(moment.kind);
  return moment.actor.who === 'attacker' ? (doneByAttacker ?? done) : done;
}

const ANSWERS_LOGIN: ReadonlySet<StepKind> = new Set(['login.respond', 'login.whole']);

function sayWord(moment: Moment): string {
  const { type, allowed } = moment.lane.outcome;
  if (isUnsent(moment)) return 'Not sent';
  if (isWithheld(moment)) return 'Withheld';
  if (moment.lane.outcome.idle === 'cookieExpired') return 'Cookie expired';
  if (losesCookie(moment)) return 'Cookie refused';
  if (ANSWERS_LOGIN.has(moment.kind) && givesNoCookie(moment)) return 'No cookie sent';
  if (allowed !== null) return sayDecision(moment.actor, allowed);
  if (missesClearing(moment)) return 'Cookie stays';
  if (type !== 'idle') return sayDone(moment);
  return moment.kind === 'start' ? 'Not started' : 'At rest';
}

/** Says how a lane's step ended, in a word or two with the status. */
export const sayBadge = (moment: Moment): Badge => ({
  word: sayWord(moment) + sayCode(moment),
  tone: toTone(moment),
});

/** Says what a lane answers to the question that a Scenario asks. */
export function sayAnswer(moment: Moment): Badge {
  const { idle, allowed, failure, blocked } = moment.lane.outcome;
  const tone = toTone(moment);
  const code = sayCode(moment);
  if (blocked?.at === 'answer')
    return { tone, word: `Withheld${code}: ${CORS_CELLS[blocked.reason]}` };
  if (idle !== null) return { tone, word: IDLE_CELLS[idle] };
  if (isFromCache(moment)) return { tone, word: getWords(moment.kind).done };
  if (allowed === null) return { tone, word: `Done${code}` };
  const why = failure ? `: ${FAILURE_CELLS[failure]}` : '';
  return { tone, word: `${sayDecision(moment.actor, allowed)}${code}${why}` };
}
