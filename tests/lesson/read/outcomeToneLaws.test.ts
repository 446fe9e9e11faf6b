import { toLook } from '../../../src/lesson/page/look.ts';
import type { Moment } from '../../../src/lesson/read/moment.ts';
import { readStep } from '../../../src/lesson/read/moment.ts';
import { readOutcomeTone } from '../../../src/lesson/read/outcome/outcomeTone.ts';
import { isVerdict } from '../../../src/lesson/told/tone.ts';
import { sayBadge } from '../../../src/lesson/words/lane/badge.ts';
import type { Action } from '../../../src/sim/action.ts';
import { isCookieRefused } from '../../../src/sim/outcome.ts';
import type { StepKind } from '../../../src/sim/stepKind.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import type { Evidence, Law } from './laws.ts';
import { isPhase, testLaws } from './laws.ts';

const BY_OTHERS: ReadonlySet<Action['type']> = new Set([
  'steal',
  'replay',
  'forge',
  'plant',
  'injectScript',
]);

/** By which an attacker comes by something, and not in. */
const TAKES: ReadonlySet<StepKind> = new Set(['steal.copy', 'inject.read', 'plant.place']);

/** By which somebody's access ends. */
const ENDS: ReadonlySet<Action['type']> = new Set([
  'logout',
  'logoutEverywhere',
  'changePassword',
  'ban',
  'demote',
]);

/** Whether an Action is somebody else's than the user's. */
function isOthers({ action, who }: Evidence): boolean {
  if (!action) return false;
  if (action.type === 'crossSite') return action.vehicle !== 'link';
  if (action.type === 'tamper') return action.part !== 'lastLetter';
  return BY_OTHERS.has(action.type) || who === 'attacker';
}

/** Whether a refresh token that was stolen is good for new ones: nobody has used it, or within the grace period. */
function renews({ state, moment: { settings } }: Evidence): boolean {
  const { refreshGrace = 0 } = settings.token;
  return (state.clients.attacker?.stolen ?? []).some((item) =>
    Object.values(state.servers).some(({ refreshTokens = {}, clockOffset }) => {
      const record = Object.hasOwn(refreshTokens, item) ? refreshTokens[item] : undefined;
      const now = state.clock + clockOffset;
      if (!record || record.expires <= now || state.users?.[settings.user.id]?.banned) return false;
      return !record.used || now < (record.usedAt ?? Number.NEGATIVE_INFINITY) + refreshGrace;
    }),
  );
}

const isEnd = ({ action }: Evidence) => action?.type === 'end';
const readTone = ({ moment }: Evidence) => readOutcomeTone(moment).tone;
const sendsAny = ({ messages }: Evidence) => messages.some(({ kind }) => kind === 'request');

/** Whether the user’s access was ended from outside of the browser that acts: by a ban, a role taken away, or a logout of all. */
function isShutOut(evidence: Evidence): boolean {
  const { action, moment, state, who } = evidence;
  const { settings, frames, step, strategy } = moment;
  if (!action || isOthers(evidence) || moment.actor.who !== 'user') return false;
  if (action.type === 'finishSlow') return false;
  const row = state.users?.[settings.user.id];
  if (row?.banned) return true;
  if (action.type === 'request' && action.target === '/admin')
    if (row && row.role !== (settings.user.role ?? 'user')) return true;
  if (['login', 'logout', 'logoutEverywhere'].includes(action.type)) return false;
  const [ended] = readLastEnd(evidence, frames.slice(0, step), strategy);
  return ended !== undefined && ended !== who;
}

/** Returns the browser of the last logout that was for the one that acts; none where that logged in since. */
function readLastEnd({ who }: Evidence, before: Moment['frames'], strategy: Strategy): string[] {
  let ended: string[] = [];
  for (const frame of before) {
    const { action } = frame;
    const { failure, status } = frame[strategy].outcome;
    if (!action || failure) continue;
    const by = ('client' in action && action.client) || 'client';
    if (action.type === 'login' && by === who && status === 200) ended = [];
    if (action.type === 'logout' && by === who) ended = [by];
    if (action.type === 'logoutEverywhere') ended = [by];
  }
  return ended;
}

/** Whether the browser that acts has logged out, in itself, and is not logged in again. */
const isLoggedOut = (evidence: Evidence): boolean => {
  const { action, moment, who } = evidence;
  if (action?.type !== 'request' && action?.type !== 'back') return false;
  const [ended] = readLastEnd(evidence, moment.frames.slice(0, moment.step), moment.strategy);
  return moment.actor.who === 'user' && ended === who;
};

/** Whether anything has ended an access so far: then the two laws below say how it is shown. */
const isEnded = ({ moment }: Evidence): boolean =>
  moment.frames
    .slice(0, moment.step)
    .some(({ action }) => action !== null && ENDS.has(action.type));

const LAWS: readonly Law[] = [
  [
    'the doing of a user whose access nobody has ended is never a breach nor held',
    (evidence) => {
      if (isOthers(evidence) || isEnd(evidence) || isEnded(evidence)) return null;
      return !['breach', 'held'].includes(readTone(evidence));
    },
  ],
  [
    'a user who was shut out and is let in all the same is a breach, and held where a server refuses',
    (evidence) => {
      const { allowed } = evidence.moment.lane.outcome;
      if (allowed === null || !isShutOut(evidence) || isPhase(evidence, 'verify')) return null;
      return readTone(evidence) === (allowed ? 'breach' : 'held');
    },
  ],
  [
    'nobody is let in, or shown a page, with what a logout was to end, and called allowed',
    (evidence) => {
      const { allowed, fromCache } = evidence.moment.lane.outcome;
      if (!isLoggedOut(evidence) || isShutOut(evidence)) return null;
      if ((allowed === null && !fromCache) || isPhase(evidence, 'verify')) return null;
      return readTone(evidence) === (allowed || fromCache ? 'breach' : 'denied');
    },
  ],
  [
    'what somebody else does is never allowed nor denied',
    (evidence) => (isOthers(evidence) ? !['allowed', 'denied'].includes(readTone(evidence)) : null),
  ],
  [
    'who else is answered well where a server decides has made a breach',
    (evidence) => {
      const { allowed } = evidence.moment.lane.outcome;
      if (!isOthers(evidence) || allowed === null || isPhase(evidence, 'verify')) return null;
      return readTone(evidence) === (allowed ? 'breach' : 'held');
    },
  ],
  [
    'a check that somebody else passes is no breach: what it is answered is',
    (evidence) => {
      const { allowed } = evidence.moment.lane.outcome;
      if (!isOthers(evidence) || !isPhase(evidence, 'verify') || !allowed) return null;
      const { word, tone } = sayBadge(evidence.moment);
      return tone === 'busy' && ['Check passed', 'Only decoded'].includes(word);
    },
  ],
  [
    'the user is allowed what a server allows, unless the browser keeps it from the page',
    (evidence) => {
      const { allowed, blocked } = evidence.moment.lane.outcome;
      if (isOthers(evidence) || allowed === null || blocked || isEnded(evidence)) return null;
      return readTone(evidence) === (allowed ? 'allowed' : 'denied');
    },
  ],
  [
    'where somebody else was held nothing was let in, and it is named what held',
    (evidence) => {
      if (readTone(evidence) !== 'held') return null;
      const { outcome } = evidence.moment.lane;
      return outcome.allowed !== true && /^Held: ./.test(sayBadge(evidence.moment).word);
    },
  ],
  [
    'where somebody else is at rest, it sent nothing and took nothing',
    (evidence) => {
      if (!isOthers(evidence) || readTone(evidence) !== 'rest') return null;
      const [was, is] = [evidence.before, evidence.state].map(
        ({ clients }) => clients.attacker?.stolen.join() ?? '',
      );
      // A browser of the attacker’s can refuse the cookie that its login was answered with.
      const isRefused = isCookieRefused(evidence.moment.lane.outcome);
      return (isRefused || !sendsAny(evidence)) && was === is;
    },
  ],
  [
    'an end is a breach where a stolen copy opens a server, or somebody got in before and was not kept out since, and there alone',
    (evidence) => {
      if (!isEnd(evidence)) return null;
      const { frames, step, strategy } = evidence.moment;
      const stolen = evidence.state.clients.attacker?.stolen ?? [];
      const { copy } = evidence.moment.lane.outcome;
      const dropped = evidence.state.clients.client?.discarded ?? null;
      const isTaken = dropped === null ? stolen.length > 0 : stolen.includes(dropped);
      const opens = Boolean(copy?.other) || renews(evidence) || Boolean(copy?.accepted && isTaken);
      const told = frames
        .slice(1, step)
        .map((frame) => readStep({ frames, scenario: evidence.moment }, frame)[strategy]);
      const isIn = (one: Moment) => readOutcomeTone(one).tone === 'breach' && !TAKES.has(one.kind);
      const lastIn = told.findLastIndex(isIn);
      const isKeptOut =
        stolen.length > 0 &&
        told.find(isIn)?.actor.who === 'attacker' &&
        told.slice(lastIn).some((one) => readOutcomeTone(one).tone === 'held');
      return (readTone(evidence) === 'breach') === (opens || (lastIn >= 0 && !isKeptOut));
    },
  ],
  [
    'every verdict has a sign of its own',
    (evidence) => {
      const tone = readTone(evidence);
      if (!isVerdict(tone)) return null;
      const others = (['allowed', 'denied', 'breach', 'held'] as const).filter(
        (one) => one !== tone,
      );
      return others.every((one) => toLook(one).icon !== toLook(tone).icon);
    },
  ],
];

testLaws('how a step ended', LAWS);
