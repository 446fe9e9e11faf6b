import { formatCount, formatDate, formatSecond } from '../../../page/format.ts';
import { isUndisturbed, readSessionLeft, readTokenLeft } from '../../../read/action/leftAtEnd.ts';
import { readWaitingSession } from '../../../read/action/waiting.ts';
import { readNow } from '../../../read/clock.ts';
import { readKeptCookie } from '../../../read/held/heldAt.ts';

import { countOtherHolders } from '../../../read/held/otherBrowsers.ts';
import type { Moment } from '../../../read/moment.ts';
import { outlives } from '../../../read/outcome/copy.ts';
import { isOver } from '../../../read/server/serverEnd.ts';
import { readSharedByTwo } from '../../../read/server/servers.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { sayCopy, sayDroppedCopy } from '../../credential/copy.ts';
import { sayOtherHolders } from '../../credential/otherHolders.ts';
import { saySecrets } from '../operations.ts';
import { sayClock } from '../time.ts';
import type { SwappedWords } from './swap.ts';

function sayStart(moment: Moment): RichText {
  const shared = readSharedByTwo(moment);
  const secrets = saySecrets(moment);
  if (!shared)
    return say`Nobody is logged in. The jar holds ${formatCount(0, 'cookie')}, and the server has ${secrets} to sign session data with and ${'no store'}. What it will know of a session is what the cookie says.`;
  return say`Nobody is logged in. Two servers stand behind one address, and neither keeps anything about anybody. Server A has ${secrets} to sign session data with, and server B has ${{ plain: shared.secrets ? 'the same one' : 'another one' }}.`;
}

function sayWaiting(moment: Moment): RichText {
  const { cookie, lapsed } = readWaitingSession(moment);
  const jar = cookie
    ? cookie.expires === null
      ? ['The browser’s cookies have no date and stay until the browser closes.']
      : say`The browser keeps its cookies until ${formatSecond(cookie.expires, readNow(moment))}.`
    : lapsed
      ? ['The browser has dropped its cookies, whose date has passed.']
      : ['The jar is empty.'];
  return joinSentences(
    sayClock(moment, cookie?.created ?? null),
    jar,
    'No data and no signature has a date of its own, so there is nothing that a server could find expired.',
    sayCopy(moment),
  );
}

const wait: SwappedWords = {
  cell: (moment) => {
    const { cookie, lapsed } = readWaitingSession(moment);
    if (cookie) return 'The cookies age in the jar';
    return lapsed ? 'Browser has dropped the cookies' : 'No cookie to age';
  },
  detail: (moment) => `now ${formatDate(readNow(moment))}`,
  sentence: sayWaiting,
};

const sayJar = (moment: Moment) => (readKeptCookie(moment) ? 'cookies' : 'empty');

const end: SwappedWords = {
  cell: (moment) =>
    readSessionLeft(moment).hasCookie
      ? 'Session still with the browser'
      : 'Browser holds no session',
  detail: (moment) => `no store, jar: ${sayJar(moment)}`,
  sentence: (moment) =>
    joinSentences(
      readSessionLeft(moment).hasCookie
        ? 'The server keeps nothing, as all along, and the jar still has the cookies.'
        : 'The server keeps nothing, as all along, and the jar is empty.',
      sayOtherHolders(moment),
      sayDroppedCopy(moment),
    ),
  result: ({ session, token }) => {
    if (outlives(session) || outlives(token)) return 'A stolen copy lives on';
    const { hasCookie } = readSessionLeft(session);
    const { held } = readTokenLeft(token);
    const others = countOtherHolders(session) + countOtherHolders(token);
    if (!hasCookie && !held && others === 0) return 'Authentication ends';
    const usual = [session, token].every(isUndisturbed) && !(held && isOver(held.end));
    return usual ? 'Authentication goes on' : 'The run ends here';
  },
};

/** The start, a wait and the end, without a store. */
export const TIME_IN_COOKIE = {
  start: { cell: () => 'No session yet', detail: () => null, sentence: sayStart },
  'wait.pass': wait,
  'end.rest': end,
} as const satisfies Readonly<Record<string, SwappedWords>>;
