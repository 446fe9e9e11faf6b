import { formatCount } from '../../page/format.ts';
import { countOtherHolders } from '../../read/held/otherBrowsers.ts';
import type { Moment } from '../../read/moment.ts';
import type { RichText } from '../../telling.ts';
import { capitalize } from '../names.ts';

/** Says, after another sentence, that further browsers of the user still have what the first one may have dropped. */
export function sayOtherHolders(moment: Moment): RichText {
  const count = countOtherHolders(moment);
  if (count === 0) return [];
  const what = moment.strategy === 'session' ? 'session' : 'token';
  const theirs = count === 1 ? `has a ${what} of its own` : `have ${what}s of their own`;
  return [`${capitalize(formatCount(count, 'other browser'))} of the user still ${theirs}.`];
}
