import { cut } from '../../../page/format.ts';
import { readAttachable } from '../../../read/action/visit.ts';
import { readCarried } from '../../../read/carried.ts';
import { isTokenInCookie } from '../../../read/held/heldAt.ts';

import type { Moment } from '../../../read/moment.ts';
import { findRequest } from '../../../read/traffic.ts';
import { say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { CREDENTIALS } from '../../names.ts';

const findSent = (moment: Moment) => readCarried(findRequest(moment.lane), moment.strategy);

export const sayCarrying = (moment: Moment): RichText => {
  const sent = findSent(moment);
  return sent
    ? say`It carries ${cut(sent.value, 14)}.`
    : [`No ${CREDENTIALS[moment.strategy]} goes along.`];
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
  if (found.sameSite === 'none' && !findSent(moment))
    return ['The browser holds the cookie back (third-party cookies are blocked).'];
  const rule = found.sameSite ? RULES[found.sameSite] : 'without SameSite, by its age';
  return findSent(moment)
    ? [`The browser attaches the cookie (${rule}).`]
    : [`The browser holds the cookie back (${rule}).`];
}

/** What goes along with what a script inside the page sends. */
export function sayRidden(moment: Moment): RichText {
  if (!findSent(moment)) return [`No ${CREDENTIALS[moment.strategy]} goes along.`];
  const byBrowser = moment.strategy === 'session' || isTokenInCookie(moment);
  return [byBrowser ? 'The browser attaches the cookie.' : 'The page’s code adds its token.'];
}
