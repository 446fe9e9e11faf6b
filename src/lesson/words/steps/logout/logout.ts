import { shorten } from '../../../page/format.ts';
import { readLeftSession } from '../../../read/action/leftSession.ts';
import type { EndedSession, TokenCleanup } from '../../../read/action/logout.ts';
import {
  isStoreAway,
  keepsCookie,
  readEndedSession,
  readTokenCleanup,
  readTokenLogout,
} from '../../../read/action/logout.ts';
import { hasTwoStores } from '../../../read/kept.ts';
import { readDestroyed } from '../../../read/message/exchange.ts';
import type { Moment, Step } from '../../../read/moment.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { sayCopy, sayCopyInShort, sayDroppedCopy } from '../../credential/copy.ts';
import { sayLeftSession } from '../../credential/leftSession.ts';
import { sayRecordCount, sayStoreHolds } from '../../credential/records.ts';
import { nameInCell, namePartsFirst } from '../../names.ts';
import type { LaneWords, StepWords } from '../stepWords.ts';
import { sayTitle } from '../title.ts';
import { sayLogoutSession } from './session.ts';
import { sayLogoutToken } from './token.ts';

const sayRequested = ({ browser }: Moment) => `${nameInCell(browser)} requests logout`;

const sayTokenCell = (moment: Moment) => {
  const logout = readTokenLogout(moment);
  switch (logout.type) {
    case 'nothingHeld':
      return 'No token to delete';
    case 'untold':
      return `${nameInCell(moment.browser)} deletes token locally`;
    case 'refused':
    case 'told':
      return logout.stays
        ? `${sayRequested(moment)}, cookie stays`
        : `${sayRequested(moment)} and drops token`;
  }
};

const token: LaneWords = { cell: sayTokenCell, detail: sayCopyInShort, sentence: sayLogoutToken };

const sayCookieStays = ({ session }: Step) =>
  `${namePartsFirst(session.browser).browser} keeps a cookie`;

function sayResult(step: Step): string {
  if (isStoreAway(step)) return 'No logout: the store is down';
  if (keepsCookie(step)) return sayCookieStays(step);
  return readLeftSession(step.session) ? 'Session stays on server' : 'Logout complete';
}

/** What a logout did to the user's session and token, where no cookie stays that was to go. */
function sayEndedBoth({ session, token: other }: Step): string {
  const hadToken = readTokenLogout(other).type !== 'nothingHeld';
  const ended = readLeftSession(session) ? 'kept' : readEndedSession(session);
  switch (ended) {
    case 'destroyed':
      return 'Session destroyed or token discarded';
    case 'kept':
      return hadToken ? 'Session kept, token discarded' : 'Session kept';
    case 'none':
      return hadToken ? 'No session to end, token discarded' : 'No session to end';
  }
}

const title: StepWords['title'] = (step) =>
  sayTitle(step, { user: 'User logs out', attacker: 'Attacker logs out' });

const request: StepWords = {
  title,
  session: {
    cell: sayRequested,
    detail: (moment) => {
      const destroyed = readDestroyed(moment);
      const none = readEndedSession(moment) === 'none';
      const does = none
        ? 'no session'
        : destroyed
          ? `destroy(${shorten(destroyed)})`
          : 'no destroy';
      return `${moment.lane.outcome.status}, ${does}`;
    },
    sentence: sayLogoutSession,
  },
  token,
  result: (step) => (keepsCookie(step) ? sayCookieStays(step) : sayEndedBoth(step)),
  done: 'Logged out',
  doneByAttacker: 'Attacker logged out',
};

/** Says what became of the session that a logout was about, once it is answered, and what the store holds. */
function sayWhatIsLeft(moment: Moment): RichText {
  const records = sayRecordCount(moment);
  const store = { plain: sayStoreHolds(moment) };
  switch (readEndedSession(moment)) {
    case 'none':
      return say`The logout opened no session, so it destroyed none: ${store} ${records}.`;
    case 'destroyed':
      return say`The record went with the logout request, and ${store} ${records}.`;
    case 'kept':
      return hasTwoStores(moment)
        ? say`Nothing is cleaned up: the two stores together still hold ${records}.`
        : say`Nothing is cleaned up: the store still holds ${records}.`;
  }
}

const sayCleanedSession = (moment: Moment): RichText =>
  joinSentences(sayWhatIsLeft(moment), sayDroppedCopy(moment), sayLeftSession(moment));

const CLEANED_CELLS: Readonly<Record<EndedSession, string>> = {
  none: 'No session to destroy',
  destroyed: 'Destroy session on server',
  kept: 'Session stays on server',
};

/** Says what a token's server has of it after it did its part. */
function sayCleaned({ denied, refresh }: Extract<TokenCleanup, { type: 'done' }>): string {
  if (denied !== null)
    return `The server did its part with the logout request: its deny-list holds ${denied} jti.`;
  return refresh === null
    ? 'The server did its part with the logout request: nothing was written down to delete, or to refuse the token by.'
    : `The server did its part with the logout request: it has ${refresh} usable refresh tokens left.`;
}

function sayCleanedToken(moment: Moment): RichText {
  const cleaned = readTokenCleanup(moment);
  if (cleaned.type === 'nothing')
    return joinSentences(
      say`The server never wrote the token down. It holds ${sayRecordCount(moment)}, so there is nothing to delete, and nothing to refuse the token by.`,
      sayDroppedCopy(moment),
    );
  return joinSentences(sayCleaned(cleaned), sayCopy(moment));
}

const cleanup: StepWords = {
  title: () => 'Server cleans up',
  session: {
    cell: (moment) => CLEANED_CELLS[readEndedSession(moment)],
    detail: (moment) => {
      const store = `store: ${sayRecordCount(moment)}`;
      const isGone = readEndedSession(moment) === 'destroyed';
      return isGone ? `it went with the logout request; ${store}` : store;
    },
    sentence: sayCleanedSession,
  },
  token: {
    cell: (moment) => {
      const cleaned = readTokenCleanup(moment);
      const keeps =
        cleaned.type === 'done' && (cleaned.denied !== null || cleaned.refresh !== null);
      return keeps ? 'Cleaned up at logout' : 'No server cleanup needed';
    },
    detail: sayCopyInShort,
    sentence: sayCleanedToken,
  },
  result: sayResult,
  done: 'Done',
};

const whole: StepWords = {
  title,
  session: {
    cell: sayRequested,
    detail: (moment) => `store: ${sayRecordCount(moment)}`,
    sentence: sayLogoutSession,
  },
  token,
  result: sayResult,
  done: 'Logged out',
  doneByAttacker: 'Attacker logged out',
};

/** The words of a logout: its two phases, and both in one step. */
export const LOGOUT = {
  'logout.request': request,
  'logout.cleanup': cleanup,
  'logout.whole': whole,
};
