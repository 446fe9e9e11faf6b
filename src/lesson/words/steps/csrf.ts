import type { StepKind } from '../../../sim/stepKind.ts';
import { shorten } from '../../page/format.ts';
import { isAllowed } from '../../read/check/check.ts';
import type { CsrfRefusal } from '../../read/check/csrf.ts';
import { readCsrfRefusal, readPostedToken, readToldToken } from '../../read/check/csrf.ts';
import type { Moment } from '../../read/moment.ts';
import { findAsked } from '../../read/traffic.ts';
import { say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { CREDENTIALS, capitalize } from '../names.ts';
import { mapSteps } from './mapSteps.ts';
import type { LaneWords, StepWords } from './stepWords.ts';

/** To whom a browser says whose page asks. */
const SENT_WHERE = 'browsers send that field to https, and to their own machine, alone.';

function sayWhy(refusal: CsrfRefusal): RichText {
  if (refusal.type === 'token')
    return [
      refusal.isMissing
        ? 'The request has no CSRF token, and the one that goes with this cookie is asked for.'
        : 'The request’s CSRF token is not the one that goes with this cookie.',
    ];
  const { field, found, wanted } = refusal;
  return found === null
    ? [
        ...say`The request has no ${field}, and ${wanted} is asked for.`,
        ...(field === 'Sec-Fetch-Site' ? [` ${capitalize(SENT_WHERE)}`] : []),
      ]
    : say`${field} is ${found}, and ${wanted} is asked for.`;
}

/** Says that the credential was good and the page was not the server's own; `null` where that is not so. */
function sayCsrfRefused(moment: Moment): RichText | null {
  const refusal = readCsrfRefusal(moment);
  if (!refusal) return null;
  return [
    ...say`The ${{ plain: CREDENTIALS[moment.strategy] }} is the user’s, but that is not enough for a transfer. `,
    ...sayWhy(refusal),
  ];
}

function sayRefusedInShort(refusal: CsrfRefusal): string {
  if (refusal.type === 'token')
    return `CSRF token: ${refusal.isMissing ? 'missing' : 'another one'}`;
  return `${refusal.field}: ${refusal.found ?? 'missing'}`;
}

/** Why something is posted without a CSRF token; where the answer stands beside it, that has said so. */
const WITHOUT = {
  otherSite: {
    sent: ' What it posts has no CSRF token: that page cannot read what this server tells its own pages.',
    whole: ' A page of another origin cannot read one.',
  },
  lost: {
    sent: ' The page has no CSRF token to put in; it would ask for its profile again first.',
    whole: ' The page would have to ask for its profile again first.',
  },
  program: {
    sent: ' There is no CSRF token in the request: the thief has only the cookie, and has read no page yet.',
    whole: ' The thief has only the cookie, and has read no page yet.',
  },
} as const;

/** Says with which CSRF token something is posted, after another sentence. */
function sayPosted(kind: StepKind, moment: Moment): RichText {
  const posted = readPostedToken(moment);
  if (!posted) return [];
  if (posted.type === 'shown')
    return say` The body of the request has the CSRF token ${shorten(posted.token)}.`;
  const isSaid = moment.lane.outcome.failure === 'csrfTokenMissing';
  return [WITHOUT[posted.type][kind.endsWith('.whole') && isSaid ? 'whole' : 'sent']];
}

/** What a CSRF token is made of. */
const MADE = { session: 'random and kept in the record', token: 'an HMAC over the token' } as const;

/** Says that an answer tells a CSRF token, after another sentence. */
function sayTold(kind: StepKind, moment: Moment): RichText {
  const told = readToldToken(moment);
  if (told === null) return [];
  return moment.actor.who === 'attacker' && moment.actor.means !== 'browser'
    ? say` The thief reads the CSRF token in the answer, ${shorten(told)}.`
    : kind.endsWith('.respond')
      ? say` The body has the CSRF token ${shorten(told)}, ${{ plain: MADE[moment.strategy] }}; the page keeps it in a variable.`
      : say` The body has the CSRF token ${shorten(told)} for the page’s forms.`;
}

/** Says that the CSRF token fits, too, after another sentence. */
const sayFits = (moment: Moment): RichText =>
  isAllowed(moment) && findAsked(moment)?.carries.some(({ what }) => what === 'csrfToken')
    ? [' The request’s CSRF token goes with its cookie.']
    : [];

/** Says that a field is missing by which a request was refused in one step, and why; nothing where it is there. */
function sayNotSent(kind: StepKind, moment: Moment): RichText {
  const refusal = kind.endsWith('.whole') ? readCsrfRefusal(moment) : null;
  const isMissing = refusal?.type === 'field' && refusal.found === null;
  return isMissing && refusal.field === 'Sec-Fetch-Site'
    ? [` The request has none: ${SENT_WHERE}`]
    : [];
}

/** Says what each phase adds. A whole step has no line for the check: its answer says how that ended. */
function sayMore(kind: StepKind, moment: Moment): RichText {
  if (kind.endsWith('.verify')) return sayFits(moment);
  return [...sayNotSent(kind, moment), ...sayPosted(kind, moment), ...sayTold(kind, moment)];
}

const toLane = (kind: StepKind, { cell, detail, sentence }: LaneWords): LaneWords => ({
  cell,
  detail(moment) {
    const refusal = kind.endsWith('.verify') ? readCsrfRefusal(moment) : null;
    return refusal ? sayRefusedInShort(refusal) : detail(moment);
  },
  sentence(moment) {
    const refused = kind.endsWith('.verify') ? sayCsrfRefused(moment) : null;
    return refused ?? [...sentence(moment), ...sayMore(kind, moment)];
  },
});

/** Adds to the words of steps what a server does against forged requests: its check, and the CSRF token that it gives its own pages. */
export function withCsrf<K extends StepKind>(
  steps: Readonly<Record<K, StepWords>>,
): Readonly<Record<K, StepWords>> {
  return mapSteps(steps, (words, kind) => ({
    ...words,
    session: toLane(kind, words.session),
    token: toLane(kind, words.token),
  }));
}
