import { formatCount } from '../../page/format.ts';
import { listRecords } from '../../read/kept.ts';
import type { Moment } from '../../read/moment.ts';
import { say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { sayCopy } from '../copy.ts';
import { orIdle, orIdleCell } from '../idle.ts';
import { capitalize } from '../names.ts';
import { nameOutside } from '../outsideLists.ts';
import type { StepWords } from './stepWords.ts';

const isOver = ({ action }: Moment) => action?.type === 'storeOutage' && action.over === true;

function sayChanged(moment: Moment): RichText {
  const records = formatCount(listRecords(moment.lane.state).length, 'record');
  return isOver(moment)
    ? [
        ...say`The store answers again, with the ${records} that it had. Every session goes on where it was.`,
        ...sayCopy(moment),
      ]
    : [
        ...say`The store that is outside of the server is down, with the ${records} in it. express-session hands on no session while it is disconnected, not even an empty one: whatever looks for one fails.`,
        ...sayCopy(moment),
      ];
}

/** What a token's server asks is in another database than the sessions, and that is as it was. */
function sayOtherDatabase(moment: Moment): RichText {
  const outside = nameOutside(moment);
  return outside ? [` ${capitalize(outside)} in another database, which goes on answering.`] : [];
}

const outage: StepWords = {
  title: ({ session }) =>
    isOver(session) ? 'The session store is back' : 'The session store goes down',
  session: {
    cell: orIdleCell((moment) => (isOver(moment) ? 'Sessions go on' : 'No session can be read')),
    detail: () => null,
    sentence: orIdle(sayChanged),
  },
  token: {
    cell: orIdleCell(() => 'Server asks no session store'),
    detail: () => null,
    // The engine has the token's lane do nothing.
    sentence: (moment) => [...orIdle(() => [])(moment), ...sayOtherDatabase(moment)],
  },
  result: ({ session }) => {
    if (session.lane.outcome.idle !== null) return 'Nothing to fail';
    return isOver(session) ? 'Store is back' : 'Store is down';
  },
  done: 'Changed',
};

/** The words of a session store that goes down and comes back. */
export const OUTAGE = { 'outage.change': outage };
