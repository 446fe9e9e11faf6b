import { formatCount } from '../../page/format.ts';
import type { OutsideList } from '../../read/kept.ts';
import { countRecords, listOutside } from '../../read/kept.ts';
import type { Moment } from '../../read/moment.ts';
import { joinSentences, say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { sayCopy } from '../credential/copy.ts';
import { nameOutside } from '../credential/outsideLists.ts';
import { capitalize } from '../names.ts';
import { orIdle, orIdleCell } from '../refusal/idle.ts';
import type { StepWords } from './stepWords.ts';

const isOver = ({ action }: Moment) => action?.type === 'storeOutage' && action.over === true;

function sayChanged(moment: Moment): RichText {
  const records = formatCount(countRecords(moment), 'record');
  return isOver(moment)
    ? joinSentences(
        say`The store answers again, and holds ${records} as before. Every session goes on where it was.`,
        sayCopy(moment),
      )
    : joinSentences(
        say`The store outside of the server, with ${records}, is down. Its client, connect-redis with ${'disableOfflineQueue'}, fails every call at once: whoever sends a session’s cookie gets an error. Without one nobody asks the store.`,
        sayCopy(moment),
      );
}

/** What a token's server asks is in another database than the sessions, and that is as it was. */
function sayOtherDatabase(moment: Moment): RichText {
  const outside = nameOutside(moment);
  return outside ? [`${capitalize(outside)} in another database, which goes on answering.`] : [];
}

/** What does not go on while the store is down in which a token's server has its lists. */
const FAILS: Readonly<Record<OutsideList, string>> = {
  denyList:
    'Nobody can tell whether a token was revoked, so every request with one fails, however good its signature.',
  refreshTokens: 'No refresh token can be traded in, and no login can write one down.',
};

/** What a token's server asks is in the session store, too. */
function sayChangedLists(moment: Moment): RichText {
  const outside = capitalize(nameOutside(moment) ?? '');
  const lists = listOutside(moment);
  const signed = lists.includes('denyList')
    ? ''
    : 'Access tokens that are out go on until exp: their signature is all that is asked.';
  if (isOver(moment))
    return joinSentences(
      `${outside} in that store too, and can be asked for again.`,
      sayCopy(moment),
    );
  return joinSentences(
    `${outside} in that store too.`,
    ...lists.map((list) => FAILS[list]),
    signed,
    sayCopy(moment),
  );
}

/** What the token's lane loses with the store. */
const sayLost = (moment: Moment): string => {
  if (isOver(moment)) return 'Server can ask again';
  return listOutside(moment).includes('denyList')
    ? 'No token can be looked up'
    : 'No token can be refreshed';
};

const outage: StepWords = {
  title: ({ session }) =>
    isOver(session) ? 'The session store is back' : 'The session store goes down',
  session: {
    cell: orIdleCell((moment) => (isOver(moment) ? 'Sessions go on' : 'No session can be read')),
    detail: () => null,
    sentence: orIdle(sayChanged),
  },
  token: {
    cell: orIdleCell(sayLost),
    detail: () => null,
    sentence: (moment) =>
      joinSentences(
        orIdle(sayChangedLists)(moment),
        moment.lane.outcome.idle === null ? [] : sayOtherDatabase(moment),
      ),
  },
  result: ({ session }) => {
    if (session.lane.outcome.idle !== null) return 'Nothing to fail';
    return isOver(session) ? 'Store is back' : 'Store is down';
  },
  done: 'Changed',
};

/** The words of a session store that goes down and comes back. */
export const OUTAGE = { 'outage.change': outage };
