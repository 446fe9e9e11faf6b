import type { MissedClearing } from '../../read/held/clearing.ts';
import { keepsAnother, readMissedClearing } from '../../read/held/clearing.ts';
import type { Moment } from '../../read/moment.ts';
import { joinSentences, say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { nameParts, namePartsFirst } from '../names.ts';

const sayDomain = (domain: string | null) =>
  domain === null ? 'without Domain' : `with Domain=${domain}`;

function sayWhy({ cookie, domain, why }: MissedClearing, browser: string): RichText {
  const set = cookie.hostOnly ? null : cookie.domain;
  switch (why) {
    case 'domain':
      return say`The answer clears ${cookie.name} ${{ plain: sayDomain(domain) }}, and it was set ${{ plain: sayDomain(set) }}. To ${{ plain: browser }} these are two cookies, so it keeps the one that it has.`;
    case 'prefix':
      return say`The answer clears ${cookie.name}, but not with all that the prefix of this name promises. So ${{ plain: browser }} refuses that without an error and keeps the cookie.`;
    case 'other':
      return say`The answer clears ${cookie.name}, but ${{ plain: browser }} does not take that and keeps the cookie.`;
  }
}

/** Says that and why a browser keeps the cookie that an answer would delete; `null` where it does not. */
export function sayMissedClearing(moment: Moment): RichText | null {
  const missed = readMissedClearing(moment);
  return missed && sayWhy(missed, nameParts(moment.browser).browser);
}

/** Says that a browser keeps another cookie of the name that an answer cleared; '' where it does not. */
export const sayKeptAnother = (moment: Moment): string =>
  keepsAnother(moment)
    ? `${namePartsFirst(moment.browser).browser} keeps another one of the same name.`
    : '';

/** Says what becomes of a browser's cookie that an answer clears. */
export const sayCleared = (moment: Moment): RichText =>
  sayMissedClearing(moment) ??
  joinSentences(
    `${namePartsFirst(moment.browser).browser} drops its cookie.`,
    sayKeptAnother(moment),
  );
