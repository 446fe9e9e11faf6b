import { shorten } from '../../page/format.ts';
import type { CsrfRefusal } from '../../read/check/csrf.ts';
import {
  fitsCsrfToken,
  lacksFetchSite,
  readCsrfVerdict,
  readPostedToken,
  readToldToken,
} from '../../read/check/csrf.ts';
import type { Moment } from '../../read/moment.ts';
import { joinSentences, say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { CREDENTIALS } from '../names.ts';

function sayWhy(refusal: CsrfRefusal): RichText {
  if (refusal.type === 'token')
    return [
      refusal.isMissing
        ? 'The request has no CSRF token, and the one that goes with this cookie is asked for.'
        : 'The request’s CSRF token is not the one that goes with this cookie.',
    ];
  const { field, found, wanted } = refusal;
  if (found !== null) return say`${field} is ${found}, and ${wanted} is asked for.`;
  return field === 'Sec-Fetch-Site'
    ? say`The request has no ${field}, and ${wanted} is asked for. Browsers send that field to https, and to their own machine, alone.`
    : say`The request has no ${field}, and ${wanted} is asked for.`;
}

/** Says that the credential was good and the page was not the server's own; `null` where that is not so. */
export function sayCsrfRefused(moment: Moment): RichText | null {
  const refusal = readCsrfVerdict(moment);
  if (!refusal) return null;
  return joinSentences(
    `The ${CREDENTIALS[moment.strategy]} is the user’s, but that is not enough for a transfer.`,
    sayWhy(refusal),
  );
}

/** Says the same in a cell. */
export function sayCsrfRefusedInShort(moment: Moment): string | null {
  const refusal = readCsrfVerdict(moment);
  if (!refusal) return null;
  if (refusal.type === 'token')
    return `CSRF token: ${refusal.isMissing ? 'missing' : 'another one'}`;
  return `${refusal.field}: ${refusal.found ?? 'missing'}`;
}

/** Why something is posted without a CSRF token; where the answer stands beside it, that has said so. */
const WITHOUT = {
  otherSite: {
    sent: 'What it posts has no CSRF token: that page cannot read what this server tells its own pages.',
    answered: 'A page of another origin cannot read one.',
  },
  lost: {
    sent: 'The page has no CSRF token to put in; it would ask for its profile again first.',
    answered: 'The page would have to ask for its profile again first.',
  },
  program: {
    sent: 'There is no CSRF token in the request: the thief has only the cookie, and has read no page yet.',
    answered: 'The thief has only the cookie, and has read no page yet.',
  },
} as const;

/** Says with which CSRF token something is posted. */
export function sayPostedToken(moment: Moment): RichText {
  const posted = readPostedToken(moment);
  if (!posted) return [];
  return posted.type === 'shown'
    ? say`The body of the request has the CSRF token ${shorten(posted.token)}.`
    : [WITHOUT[posted.type][posted.isAnswered ? 'answered' : 'sent']];
}

/** What a CSRF token is made of. */
const MADE = { session: 'random and kept in the record', token: 'an HMAC over the token' } as const;

/** Says that an answer tells a CSRF token. */
export function sayToldToken(moment: Moment): RichText {
  const told = readToldToken(moment);
  if (!told) return [];
  const token = shorten(told.token);
  if (told.by === 'thief') return say`The thief reads the CSRF token in the answer, ${token}.`;
  return told.isOwnStep
    ? say`The body has the CSRF token ${token}, ${{ plain: MADE[moment.strategy] }}; the page keeps it in a variable.`
    : say`The body has the CSRF token ${token} for the page’s forms.`;
}

/** Says that the CSRF token fits, too. */
export const sayFittingToken = (moment: Moment): RichText =>
  fitsCsrfToken(moment) ? ['The request’s CSRF token goes with its cookie.'] : [];

/** Says that a field is missing by which a request was refused, and why. */
export const sayMissingField = (moment: Moment): RichText =>
  lacksFetchSite(moment)
    ? ['The request has none: browsers send that field to https, and to their own machine, alone.']
    : [];
