import { isVerdict, toLook } from '../../../src/lesson/page/look.ts';
import { readEnding } from '../../../src/lesson/read/ending.ts';
import { sayBadge } from '../../../src/lesson/words/badge.ts';
import type { Action } from '../../../src/sim/action.ts';
import { isCookieRefused } from '../../../src/sim/outcome.ts';
import type { Evidence, Law } from './laws.ts';
import { testLaws } from './laws.ts';

const BY_OTHERS: ReadonlySet<Action['type']> = new Set([
  'steal',
  'replay',
  'forge',
  'plant',
  'injectScript',
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
const readTone = ({ moment }: Evidence) => readEnding(moment).tone;
const sendsAny = ({ messages }: Evidence) => messages.some(({ kind }) => kind === 'request');

const LAWS: readonly Law[] = [
  [
    'the user’s own doing is never a breach nor held',
    (evidence) => {
      if (isOthers(evidence) || isEnd(evidence)) return null;
      return !['breach', 'held'].includes(readTone(evidence));
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
      if (!isOthers(evidence) || allowed === null) return null;
      return readTone(evidence) === (allowed ? 'breach' : 'held');
    },
  ],
  [
    'the user is allowed what a server allows, unless the browser keeps it from the page',
    (evidence) => {
      const { allowed, blocked } = evidence.moment.lane.outcome;
      if (isOthers(evidence) || allowed === null || blocked) return null;
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
    'no end is a breach where nothing was stolen, and none is held while a copy opens a server',
    (evidence) => {
      if (!isEnd(evidence)) return null;
      const stolen = evidence.state.clients.attacker?.stolen ?? [];
      const { copy } = evidence.moment.lane.outcome;
      if (stolen.length === 0) return readTone(evidence) === 'rest';
      if (copy?.other || renews(evidence)) return readTone(evidence) === 'breach';
      if (!copy?.accepted) return readTone(evidence) === 'held';
      const dropped = evidence.state.clients.client?.discarded ?? null;
      return (readTone(evidence) === 'breach') === (dropped === null || stolen.includes(dropped));
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
