import { formatCount, formatDuration } from '../../page/format.ts';
import { hasRefreshCookie } from '../../read/held/refreshCookie.ts';
import { countRequests } from '../../read/message/exchange.ts';
import type { Moment, Step } from '../../read/moment.ts';
import { joinSentences, say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { sayStatusLine } from '../lane/status.ts';
import { namePartsFirst, sayAt } from '../names.ts';
import { FAILURE_WORDS } from '../refusal/failures.ts';
import { orIdle, orIdleCell } from '../refusal/idle.ts';
import { sayRefusedOr } from '../refusal/verdictCell.ts';
import { sayVerdictDetail } from '../refusal/verdictDetail.ts';
import { REFRESH } from './refresh.ts';
import { sayRequestLine } from './requestLine.ts';
import type { LaneWords, StepWords } from './stepWords.ts';
import { sayOf, sayPlace } from './title.ts';

/** The session has as little to do as in any refresh. */
const { session } = REFRESH['refresh.whole'];

const noneInIdle =
  (detail: LaneWords['detail']): LaneWords['detail'] =>
  (moment) =>
    moment.lane.outcome.idle === null ? detail(moment) : null;

const title = (text: string) => (step: Step) => sayPlace(step, sayOf(step, text));

/** Who asks twice: tabs share what is in localStorage, and of what is in memory each has its own. */
const nameTwo = (moment: Moment): string =>
  moment.settings.token.keptIn === 'localStorage' || hasRefreshCookie(moment)
    ? 'Two tabs'
    : 'Two parts of a page';

const sayBoth = (step: Step) => title(`${nameTwo(step.token)} refresh at once`)(step);

const saySent = (moment: Moment): RichText => {
  const { browser } = moment;
  if (hasRefreshCookie(moment))
    return say`Two tabs post to ${'/refresh'}${{ plain: sayAt(moment) }} at the same moment, as happens when both find the access token over. The browser attaches the one cookie that they share. ${{ plain: namePartsFirst(browser).client }} is honest, and nobody has stolen anything.`;
  return say`${{ plain: nameTwo(moment) }} post the one refresh token that they share to ${'/refresh'}${{ plain: sayAt(moment) }} at the same moment. That happens when both find the access token over. ${{ plain: namePartsFirst(browser).client }} is honest, and nobody has stolen anything.`;
};

/** Both got a pair because both had read the token before either wrote. */
const readFirst = ({ lane: { outcome }, settings }: Moment): boolean =>
  settings.token.refreshReadsFirst === true && outcome.allowed === true && !outcome.graced;

function sayFirst(moment: Moment): RichText {
  const { failure } = moment.lane.outcome;
  if (readFirst(moment))
    return say`Both requests read the refresh token before either writes, and find it unused. One is answered ${sayStatusLine(moment)}: it writes that the token is used up, and the client keeps the new pair.`;
  return failure
    ? say`One of the two comes first and is answered ${sayStatusLine(moment)}: ${{ plain: FAILURE_WORDS[failure] }}.`
    : say`One of the two comes first and is answered ${sayStatusLine(moment)}: the refresh token is traded in. That is one operation of the store, and the token is used up now. The client keeps the new pair.`;
}

function saySecond(moment: Moment): RichText {
  const { lane, settings } = moment;
  const { failure, graced } = lane.outcome;
  if (failure === 'refreshReused')
    return say`The other one comes second, ${sayStatusLine(moment)}: its refresh token was used a moment ago. However honest, whoever is second looks like a thief with a copy. So all refresh tokens of this login are revoked, the new one too. The access token goes on until its exp; then the user must log in.`;
  if (failure)
    return say`The other one is answered ${sayStatusLine(moment)} likewise: ${{ plain: FAILURE_WORDS[failure] }}.`;
  if (readFirst(moment))
    return say`The other one has read the token unused as well, so it is answered ${sayStatusLine(moment)} too, with a pair of its own. What was written meanwhile it does not see. Nobody is logged out, and nobody would notice a thief in its place.`;
  const grace = formatDuration(settings.token.refreshGrace ?? 0);
  return graced
    ? say`The other one comes second and is answered ${sayStatusLine(moment)} as well. Its refresh token was used a moment ago, but within the grace period of ${grace}. It gets a pair of its own, and nobody is logged out. Within that time a thief with a copy would get one too, and nobody would notice.`
    : say`The other one is answered ${sayStatusLine(moment)}.`;
}

const sayAnswered = (word: string) => orIdleCell(sayRefusedOr(word));

/** What is said of a reuse in a cell speaks of a thief, and here is none. */
const saySecondInShort = (moment: Moment) =>
  moment.lane.outcome.failure === 'refreshReused'
    ? '401: it was used a moment ago'
    : sayVerdictDetail(moment);

const isIn = ({ lane }: Moment) => lane.outcome.allowed === true;

const send: StepWords = {
  title: sayBoth,
  session,
  token: {
    cell: orIdleCell(() => 'Both send one refresh token'),
    detail: noneInIdle(sayRequestLine),
    sentence: orIdle(saySent),
  },
  result: ({ token }) =>
    token.lane.outcome.idle === null ? 'New token asked for twice' : 'Nothing to refresh',
  done: 'Sent',
};

const first: StepWords = {
  title: title('The first of the two is answered'),
  session,
  token: {
    cell: sayAnswered('New token, new refresh token'),
    detail: noneInIdle(sayVerdictDetail),
    sentence: orIdle(sayFirst),
  },
  result: ({ token }) => (isIn(token) ? 'The first has a new pair' : 'No new token'),
  done: 'Done',
};

const second: StepWords = {
  title: title('The second of the two is answered'),
  session,
  token: {
    cell: (moment) =>
      sayAnswered(
        readFirst(moment) ? 'Another pair: read as unused' : 'Another pair, within the grace',
      )(moment),
    detail: noneInIdle(saySecondInShort),
    sentence: orIdle(saySecond),
  },
  result: ({ token }) => {
    const { failure, allowed } = token.lane.outcome;
    if (failure === 'refreshReused') return 'No refresh for either';
    return allowed ? 'Both go on' : 'No new token';
  },
  done: 'Done',
};

const whole: StepWords = {
  title: sayBoth,
  session,
  token: {
    cell: sayAnswered('Both get a new pair'),
    detail: noneInIdle((moment) => formatCount(countRequests(moment), 'request')),
    sentence: orIdle((moment) => joinSentences(saySent(moment), saySecond(moment))),
  },
  result: second.result,
  done: 'Done',
};

/** The words of two tabs that refresh at once: both requests, each answer, and all in one step. */
export const TABS = {
  'tabs.send': send,
  'tabs.first': first,
  'tabs.second': second,
  'refreshTwice.whole': whole,
};
