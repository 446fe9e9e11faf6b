import type { FailureCode } from '../../../sim/outcome.ts';
import { formatCount, shorten } from '../../page/format.ts';
import { readLeftSession } from '../../read/action/leftSession.ts';
import type { EndedSession } from '../../read/action/logout.ts';
import { readEndedSession } from '../../read/action/logout.ts';
import { clearsCookie, readCarried } from '../../read/carried.ts';
import { keepsAnother, keepsTokenCookie, missesClearing } from '../../read/held/clearing.ts';
import { findCookie } from '../../read/held/held.ts';
import { holdsPlantedToken } from '../../read/held/planted.ts';
import { listRecords, readTokenState } from '../../read/kept.ts';
import type { Moment, Step } from '../../read/moment.ts';
import { findRequest, findResponse, findStoreCall } from '../../read/traffic.ts';
import { say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { sayCopy, sayCopyInShort, sayDroppedCopy } from '../credential/copy.ts';
import { sayLeftSession } from '../credential/leftSession.ts';
import { sayReplaced } from '../credential/replaced.ts';
import { sayStatus } from '../lane/status.ts';
import { nameInCell, nameParts, namePartsFirst, nameServer, sayAt } from '../names.ts';
import { sayKeptAnother, sayMissedClearing } from '../refusal/clearing.ts';
import { FAILURE_WORDS } from '../refusal/failures.ts';
import type { LaneWords, StepWords } from './stepWords.ts';
import { sayTitle } from './title.ts';

const sayRequestLine = ({ lane }: Moment) => {
  const request = findRequest(lane);
  return `${request?.method} ${request?.target}`;
};

/** Counts the records of all stores, in words. */
export const countRecords = ({ lane }: Moment): string =>
  formatCount(listRecords(lane.state).length, 'record');

const hasTwoStores = ({ lane }: Moment): boolean => Object.keys(lane.state.stores).length > 1;

/** Names the store, or both of them, as what holds the records. */
export const sayStoreHolds = (moment: Moment): string =>
  hasTwoStores(moment) ? 'the two stores together hold' : 'the store holds';

/** Tells of a logout with an empty jar, which opens no session and so ends none. */
function sayNothingToEnd(moment: Moment): RichText {
  const clears = clearsCookie(findResponse(moment.lane));
  const does = clears ? 'clears a cookie that is not there' : 'sets none';
  return [
    ...say`${sayRequestLine(moment)} goes out without a cookie, so ${{ plain: nameServer(moment) }} has no session of this client to destroy. ${sayStatus(moment)} ${{ plain: does }}, and ${{ plain: nameParts(moment.browser).jar }} is empty as before.`,
    ...sayCopy(moment),
    ...sayLeftSession(moment),
  ];
}

/** Tells of a logout that the server could not do. */
const sayLogoutFailed = (moment: Moment): RichText => [
  ...say`${sayRequestLine(moment)} is answered ${sayStatus(moment)}: ${{ plain: FAILURE_WORDS.storeFailed }}. No record is destroyed and no cookie cleared, so this is no logout.`,
  ...sayCopy(moment),
];

/** Says what the server does with the session. A destroyed record that the cookie did not open belongs to nobody. */
function sayEnded(moment: Moment): RichText {
  const server = { plain: nameServer(moment) };
  const destroyed = findStoreCall(moment.lane, 'destroy');
  const ended = readEndedSession(moment);
  if (ended === 'none') return say`the request opens no session, so ${server} has none to destroy`;
  return destroyed
    ? say`${server} calls ${`destroy('${shorten(destroyed.target)}')`}`
    : say`${server} keeps the record`;
}

function sayLogoutSession(moment: Moment): RichText {
  const { lane, browser } = moment;
  if (lane.outcome.failure === 'storeFailed') return sayLogoutFailed(moment);
  const held = findCookie(lane.state, browser) !== undefined;
  if (readCarried(findRequest(lane), 'session') === null && !held) return sayNothingToEnd(moment);
  const { jar, browser: browserName } = nameParts(browser);
  const record = sayEnded(moment);
  const missed = sayMissedClearing(moment);
  const cookie = missed
    ? ['. ', ...missed]
    : clearsCookie(findResponse(lane)) && !held
      ? say`. ${sayStatus(moment)} expires the cookie, so ${{ plain: jar }} drops it.`
      : [held ? `, and ${browserName} keeps a cookie.` : `, and ${jar} is empty.`];
  return [
    ...say`${sayRequestLine(moment)}: `,
    ...record,
    ...cookie,
    ...sayReplaced(moment),
    ...sayDroppedCopy(moment),
    ...sayLeftSession(moment),
  ];
}

/** What a token's server does when it is told of a logout. */
function sayTokenServersPart(moment: Moment): string {
  const { lane } = moment;
  const { denied, refresh } = readTokenState(lane.state);
  if (denied !== null) return 'the server puts the token’s jti on its deny-list';
  if (refresh !== null) return 'the server forgets the refresh tokens of this login';
  return readCarried(findRequest(lane), 'token') === null
    ? 'its Set-Cookie clears a cookie that is not there'
    : 'its Set-Cookie takes the token’s cookie away';
}

/** Says what a token's cookie is worth that stays. */
const sayStaysGood = (moment: Moment): string =>
  holdsPlantedToken(moment)
    ? ' The token in it is the planted one and opens nothing.'
    : ' The token in it is as good as before: whoever uses this browser is still logged in.';

/** Says what the client does with what it has, and what its browser keeps all the same. */
function sayTokenDropped(moment: Moment): string {
  if (!keepsAnother(moment)) return `${namePartsFirst(moment.browser).client} drops what it has.`;
  // Of two the server has read the first, which is the one that stays; a planted one opens nothing.
  const worth = readTokenState(moment.lane.state).denied === null ? sayStaysGood(moment) : '';
  return sayKeptAnother(moment).trimStart() + worth;
}

/** Tells of a logout after which the token is still there, in its cookie. */
function sayTokenStays(moment: Moment, missed: RichText): RichText {
  const { denied, refresh } = readTokenState(moment.lane.state);
  const part = denied === null && refresh === null ? '' : `, and ${sayTokenServersPart(moment)}`;
  return [
    ...say`${'POST /logout'}${{ plain: sayAt(moment) }} is answered ${sayStatus(moment)}${{ plain: part }}. `,
    ...missed,
    denied === null ? sayStaysGood(moment) : ' The token in it opens nothing any more.',
    ...sayCopy(moment),
  ];
}

/** Why a token's server did nothing at a logout, and what that means. */
function sayNothingChanged(failure: FailureCode): string {
  if (failure === 'denyListFailed')
    return 'the deny-list is down, so the jti is not put on it. Once it is back, the token is as good as before';
  if (failure === 'refreshStoreFailed')
    return `${FAILURE_WORDS[failure]}, so none is removed. Once it is back, they go on`;
  return `${FAILURE_WORDS[failure]}, so the server changes nothing`;
}

function sayLogoutToken(moment: Moment): RichText {
  const { lane, browser } = moment;
  const { outcome } = lane;
  const { page, client } = namePartsFirst(browser);
  const missed = sayMissedClearing(moment);
  if (missed) return sayTokenStays(moment, missed);
  if (findResponse(lane)) {
    const part = outcome.failure ? sayNothingChanged(outcome.failure) : sayTokenServersPart(moment);
    return [
      ...say`${sayRequestLine(moment)}${{ plain: sayAt(moment) }} is answered ${sayStatus(moment)}: ${{ plain: part }}. ${{ plain: sayTokenDropped(moment) }}`,
      ...sayCopy(moment),
    ];
  }
  if (outcome.idle === 'nothingHeld')
    return [
      `${client} holds no token that it could drop, and no request is sent.`,
      ...sayCopy(moment),
    ];
  return [
    ...say`${{ plain: page }}’s code drops the token. It sends ${formatCount(lane.messages.length, 'request')}: the server does not learn of it.`,
    ...sayDroppedCopy(moment),
  ];
}

const sayRequested = ({ browser }: Moment) => `${nameInCell(browser)} requests logout`;

const sayTokenCell = (moment: Moment) => {
  const { lane } = moment;
  if (lane.outcome.idle === 'nothingHeld') return 'No token to delete';
  if (keepsTokenCookie(moment)) return `${sayRequested(moment)}, cookie stays`;
  return findRequest(lane)
    ? `${sayRequested(moment)} and drops token`
    : `${nameInCell(moment.browser)} deletes token locally`;
};

const token: LaneWords = { cell: sayTokenCell, detail: sayCopyInShort, sentence: sayLogoutToken };

const staysAny = ({ session, token: other }: Step) =>
  missesClearing(session) || keepsTokenCookie(other);

const sayCookieStays = ({ session }: Step) =>
  `${namePartsFirst(session.browser).browser} keeps a cookie`;

function sayResult(step: Step): string {
  const { outcome } = step.session.lane;
  if (outcome.failure !== null || outcome.idle === 'storeIsDown')
    return 'No logout: the store is down';
  if (staysAny(step)) return sayCookieStays(step);
  return readLeftSession(step.session) ? 'Session stays on server' : 'Logout complete';
}

/** What a logout did to the user's session and token, where no cookie stays that was to go. */
function sayEndedBoth({ session, token: other }: Step): string {
  const discarded = other.lane.outcome.idle === 'nothingHeld' ? '' : ', token discarded';
  if (readLeftSession(session)) return `Session kept${discarded}`;
  switch (readEndedSession(session)) {
    case 'destroyed':
      return 'Session destroyed or token discarded';
    case 'kept':
      return `Session kept${discarded}`;
    case 'none':
      return `No session to end${discarded}`;
  }
}

const title: StepWords['title'] = (step) =>
  sayTitle(step, { user: 'User logs out', attacker: 'Attacker logs out' });

const request: StepWords = {
  title,
  session: {
    cell: sayRequested,
    detail: (moment) => {
      const call = findStoreCall(moment.lane, 'destroy');
      const none = readEndedSession(moment) === 'none';
      const does = none ? 'no session' : call ? `destroy(${shorten(call.target)})` : 'no destroy';
      return `${moment.lane.outcome.status}, ${does}`;
    },
    sentence: sayLogoutSession,
  },
  token,
  result: (step) => (staysAny(step) ? sayCookieStays(step) : sayEndedBoth(step)),
  done: 'Logged out',
  doneByAttacker: 'Attacker logged out',
};

/** Says what became of the session that a logout was about, once it is answered, and what the store holds. */
function sayWhatIsLeft(moment: Moment): RichText {
  const records = countRecords(moment);
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

const sayCleanedSession = (moment: Moment): RichText => [
  ...sayWhatIsLeft(moment),
  ...sayDroppedCopy(moment),
  ...sayLeftSession(moment),
];

const CLEANED_CELLS: Readonly<Record<EndedSession, string>> = {
  none: 'No session to destroy',
  destroyed: 'Destroy session on server',
  kept: 'Session stays on server',
};

function sayCleanedToken(moment: Moment): RichText {
  if (moment.lane.outcome.idle !== 'cleanedAtLogout')
    return [
      ...say`The server never wrote the token down. It holds ${countRecords(moment)}, so there is nothing to delete, and nothing to refuse the token by.`,
      ...sayDroppedCopy(moment),
    ];
  const { denied, refresh } = readTokenState(moment.lane.state);
  const kept =
    denied !== null
      ? `its deny-list holds ${denied} jti`
      : refresh !== null
        ? `it has ${refresh} usable refresh tokens left`
        : 'nothing was written down to delete, or to refuse the token by';
  return [`The server did its part with the logout request: ${kept}.`, ...sayCopy(moment)];
}

const cleanup: StepWords = {
  title: () => 'Server cleans up',
  session: {
    cell: (moment) => CLEANED_CELLS[readEndedSession(moment)],
    detail: (moment) => {
      const store = `store: ${countRecords(moment)}`;
      const isGone = readEndedSession(moment) === 'destroyed';
      return isGone ? `it went with the logout request; ${store}` : store;
    },
    sentence: sayCleanedSession,
  },
  token: {
    cell: ({ lane: { outcome, state } }) => {
      const { denied, refresh } = readTokenState(state);
      const keeps = denied !== null || refresh !== null;
      return outcome.idle === 'cleanedAtLogout' && keeps
        ? 'Cleaned up at logout'
        : 'No server cleanup needed';
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
    detail: (moment) => `store: ${countRecords(moment)}`,
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
