import { cut } from '../../../page/format.ts';
import { readAttachable } from '../../../read/action/visit.ts';
import { isTokenInCookie } from '../../../read/held/heldAt.ts';
import { readSentCredential } from '../../../read/message/exchange.ts';
import type { Moment } from '../../../read/moment.ts';
import { isWhole } from '../../../read/phase.ts';
import { say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { CREDENTIALS } from '../../names.ts';

/** Says what a request carries; in one step with its answer that stands on the wire, and what it came to is told. */
export const sayCarrying = (moment: Moment): RichText => {
  const sent = readSentCredential(moment);
  if (!sent) return [`No ${CREDENTIALS[moment.strategy]} goes along.`];
  return isWhole(moment) ? [] : say`It carries ${cut(sent.value, 14)}.`;
};

const RULES = {
  lax: 'SameSite=Lax',
  strict: 'SameSite=Strict',
  none: 'SameSite=None',
} as const;

/** Why the browser attached a cookie, or held it back. */
export function sayAttached(moment: Moment): RichText {
  const found = readAttachable(moment);
  if (found.type === 'tokenOfPage')
    return ['No token goes along: no browser attaches one by itself.'];
  if (found.type === 'nothing') return [`There is no ${CREDENTIALS[moment.strategy]} to attach.`];
  if (found.sameSite === 'none' && !readSentCredential(moment))
    return ['The browser holds the cookie back (third-party cookies are blocked).'];
  const rule = found.sameSite ? RULES[found.sameSite] : 'without SameSite, by Chromium’s rule';
  return readSentCredential(moment)
    ? [`The browser attaches the cookie (${rule}).`]
    : [`The browser holds the cookie back (${rule}).`];
}

/** What goes along with what a script inside the page sends. */
export function sayRidden(moment: Moment): RichText {
  if (!readSentCredential(moment)) return [`No ${CREDENTIALS[moment.strategy]} goes along.`];
  const byBrowser = moment.strategy === 'session' || isTokenInCookie(moment);
  return [byBrowser ? 'The browser attaches the cookie.' : 'The page’s code adds its token.'];
}
