import { decodesTokens } from '../../read/check/decoded.ts';
import { readTarget } from '../../read/check/wholeRequest.ts';
import { hasRefreshCookie } from '../../read/held/refreshCookie.ts';
import { sendsRefreshToken } from '../../read/message/exchange.ts';
import type { Moment, Step } from '../../read/moment.ts';
import { readOwnEnd } from '../../read/server/serverEnd.ts';
import { joinSentences, say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { sayStatusLine } from '../lane/status.ts';
import { nameBrowserInCell, namePartsFirst, sayAt } from '../names.ts';
import { FAILURE_WORDS } from '../refusal/failures.ts';
import { orIdle, orIdleCell } from '../refusal/idle.ts';
import { sayIdleCell } from '../refusal/idleReasons.ts';
import { sayRefusedOr } from '../refusal/verdictCell.ts';
import { sayVerdictDetail } from '../refusal/verdictDetail.ts';
import { sayUntil } from '../time/serverEnd.ts';
import { sayRequestLine } from './requestLine.ts';
import type { LaneWords, StepWords } from './stepWords.ts';
import { sayTitle } from './title.ts';

/** The session's part in all phases: none. */
const session: LaneWords = {
  cell: (moment) => sayIdleCell('slidesByItself', moment),
  detail: () => null,
  // The engine has the session do nothing in a refresh.
  sentence: orIdle(() => []),
};

const noneInIdle =
  (detail: LaneWords['detail']): LaneWords['detail'] =>
  (moment) =>
    moment.lane.outcome.idle === null ? detail(moment) : null;

const sayDone = (word: string) => orIdleCell(sayRefusedOr(word));

const title = (user: string) => (step: Step) =>
  sayTitle(step, { user, attacker: 'Attacker uses the refresh token' });

/** Who asks by a cookie, which the browser attaches on this path alone. */
function saySentCookie(moment: Moment): RichText {
  const { actor, browser } = moment;
  const target = readTarget(moment);
  const at = { plain: sayAt(moment) };
  const names = namePartsFirst(browser);
  const [page, name] = [{ plain: names.page }, { plain: names.browser }];
  const isSent = sendsRefreshToken(moment);
  if (actor.who === 'attacker')
    return isSent
      ? say`The attacker has put the stolen refresh token into the jar of its own browser and posts to ${target}${at}.`
      : say`The attacker has put the stolen refresh token into the jar of its own browser and posts to ${target}${at}; no cookie goes along.`;
  return isSent
    ? say`${page} posts to ${target}${at} and names no credential. ${name} attaches the refresh token’s cookie, as it does on this path alone.`
    : say`${page} posts to ${target}${at}, since it cannot see whether there is a cookie. No refresh token’s cookie goes along.`;
}

function saySent(moment: Moment): RichText {
  if (hasRefreshCookie(moment)) return saySentCookie(moment);
  const { actor, browser } = moment;
  const target = readTarget(moment);
  const at = { plain: sayAt(moment) };
  return actor.who === 'attacker'
    ? say`The attacker posts the refresh token that it stole to ${target}${at}, and no access token.`
    : say`${{ plain: namePartsFirst(browser).client }} posts its refresh token to ${target}${at}, and no access token.`;
}

function sayTraded(moment: Moment): RichText {
  const { outcome } = moment.lane;
  const { failure, proof, graced } = outcome;
  if (failure === 'refreshStoreFailed')
    return [
      `No new token is made: ${FAILURE_WORDS[failure]}. Nothing is used up, so the same refresh token will do when it is back.`,
    ];
  if (failure) return [`No new token is made: ${FAILURE_WORDS[failure]}.`];
  const end = readOwnEnd(moment, proof?.expiresAt ?? null);
  if (decodesTokens(moment))
    return graced
      ? [
          'The refresh token was used before, but within the grace period, so a new pair is made once more; nobody will look at the access token’s signature, nor at its exp.',
        ]
      : [
          'The refresh token is known and was not used before. It is used up now, and a new pair is made; nobody will look at the access token’s signature, nor at its exp.',
        ];
  if (graced)
    return say`The refresh token was used before, but within the grace period, so a new pair is made once more; the access token is good ${sayUntil(end)}.`;
  return say`The refresh token is known and was not used before. It is used up now, and a new pair is made; the access token is good ${sayUntil(end)}.`;
}

/** What the answer sets, after another sentence. */
const sayNext = (moment: Moment): RichText =>
  hasRefreshCookie(moment) && moment.lane.outcome.allowed
    ? ['The answer sets the next refresh token in its cookie.']
    : [];

const sayAnswered = (moment: Moment): RichText =>
  joinSentences(say`${sayStatusLine(moment)}.`, sayTraded(moment), sayNext(moment));

const send: StepWords = {
  title: title('Client refreshes its token'),
  session,
  token: {
    cell: orIdleCell((moment) =>
      hasRefreshCookie(moment)
        ? `${nameBrowserInCell(moment.browser)} sends the refresh cookie`
        : 'Send the refresh token',
    ),
    detail: noneInIdle(sayRequestLine),
    sentence: orIdle(saySent),
  },
  result: () => 'New token asked for',
  done: 'Sent',
};

const verify: StepWords = {
  title: () => 'Server checks refresh token',
  session,
  token: {
    cell: sayDone('Refresh token is traded in'),
    detail: () => null,
    sentence: orIdle(sayTraded),
  },
  result: () => 'Verified or rejected',
  done: 'Done',
};

const respond: StepWords = {
  title: title('New token or none'),
  session,
  token: {
    cell: sayDone('Send a new pair'),
    detail: noneInIdle(sayVerdictDetail),
    sentence: orIdle(sayAnswered),
  },
  result: () => 'Response sent',
  done: 'Done',
};

const whole: StepWords = {
  title: title('Client refreshes its token'),
  session,
  token: {
    cell: sayDone('New token, new refresh token'),
    detail: noneInIdle(sayVerdictDetail),
    sentence: orIdle((moment) => joinSentences(saySent(moment), sayAnswered(moment))),
  },
  result: ({ token: { lane } }) => {
    const { allowed } = lane.outcome;
    if (allowed === null) return 'Nothing to refresh';
    return allowed ? 'New pair handed out' : 'No new token';
  },
  done: 'Done',
};

/** The words of a refresh: its three phases, and all of them in one step. */
export const REFRESH = {
  'refresh.send': send,
  'refresh.verify': verify,
  'refresh.respond': respond,
  'refresh.whole': whole,
};
