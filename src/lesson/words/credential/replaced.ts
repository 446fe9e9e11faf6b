import { shorten } from '../../page/format.ts';
import { readGivenCookie, readReplaced } from '../../read/held/replaced.ts';
import type { Moment } from '../../read/moment.ts';
import { say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { nameParts, namePartsFirst } from '../names.ts';

/** Says of a cookie that an answer set that the browser did not take it, or that it is nobody's; nothing of any other. */
function sayGivenCookie(moment: Moment): RichText {
  const given = readGivenCookie(moment);
  if (!given) return [];
  const sid = shorten(given.sid);
  const jar = { plain: nameParts(moment.browser).jar };
  const browser = { plain: namePartsFirst(moment.browser).browser };
  if (!given.isTaken)
    return say`The answer sets the cookie of a session, ${sid}. ${browser} does not take it, so ${jar} stays as it was.`;
  return given.userId === null && !given.isKnown
    ? say`The answer sets the cookie of a new session, ${sid}. Nobody is logged in to it.`
    : [];
}

/** Says what an answer's cookie did to the one in the jar, after another sentence; nothing where it did nothing. */
export function sayReplaced(moment: Moment): RichText {
  const replaced = readReplaced(moment);
  if (!replaced) return sayGivenCookie(moment);
  const { was, is, losesUser } = replaced;
  const jar = { plain: nameParts(moment.browser).jar };
  const [old, fresh] = [shorten(was.sid), shorten(is.sid)];
  if (losesUser)
    return say`Its cookie of a new session, ${fresh}, replaces the user’s, ${old}, in ${jar}.`;
  return is.userId === null
    ? say`The answer sets the cookie of a new session, ${fresh}, in place of ${old} in ${jar}. Nobody is logged in to it.`
    : say`In ${jar} it replaces the older one, ${old}.`;
}

/** Says in a cell, after what was decided, that the user's cookie had to make way; nothing where it had not. */
export const sayReplacedInShort = (moment: Moment): string =>
  readReplaced(moment)?.losesUser ? ', user’s cookie replaced' : '';
