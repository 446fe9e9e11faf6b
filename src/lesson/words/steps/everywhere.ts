import { formatCount } from '../../page/format.ts';
import type { EndedSessions } from '../../read/action/account.ts';
import {
  leavesBrowser,
  reachesEverywhere,
  readEverywhereLogout,
} from '../../read/action/account.ts';
import { decodesTokens } from '../../read/check/decoded.ts';
import { isAnswered, takesCookieAway } from '../../read/message/exchange.ts';
import type { Moment } from '../../read/moment.ts';
import { joinSentences, say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { sayCopy, sayCopyInShort } from '../credential/copy.ts';
import { DECODED_SENTENCES } from '../credential/decoded.ts';
import { sayStatus } from '../lane/status.ts';
import { nameInCell, namePartsFirst, sayAt } from '../names.ts';
import { sayKeptAnother, sayMissedClearing } from '../refusal/clearing.ts';
import { FAILURE_WORDS } from '../refusal/failures.ts';
import { sayVerdictCell } from '../refusal/verdictCell.ts';
import { compare } from './compare.ts';
import { sayEndedSessions, sayEndedTokens } from './password.ts';
import type { StepWords } from './stepWords.ts';
import { sayTitle } from './title.ts';

/** What became of the cookies, here and elsewhere. */
function sayCookies(moment: Moment, { ended }: EndedSessions): RichText {
  const { browser } = namePartsFirst(moment.browser);
  const isCleared = takesCookieAway(moment);
  const missed = sayMissedClearing(moment);
  if (missed)
    return joinSentences(
      missed,
      ended === 1 ? 'It opens nothing.' : 'None of them opens anything.',
    );
  if (ended === 1)
    return [
      isCleared
        ? `${browser} drops its cookie.`
        : `${browser} keeps its cookie, which opens nothing.`,
    ];
  return [
    isCleared
      ? `${browser} drops its cookie; others keep theirs, which open nothing.`
      : `${browser} and the others keep their cookies, which open nothing.`,
  ];
}

/** What the client did where the server can end no token but the one that it is shown, if that. */
function sayHere(moment: Moment): RichText {
  const client = { plain: namePartsFirst(moment.browser).client };
  const elsewhere = decodesTokens(moment)
    ? DECODED_SENTENCES.elsewhere
    : 'The server wrote no token down as it signed it, so it knows of no others and can call none back. On other devices they hold until exp.';
  const missed = sayMissedClearing(moment);
  if (missed)
    return joinSentences(
      say`${client} would drop its own token, and tells the server by ${'POST /logout'}, as at any logout.`,
      missed,
      elsewhere,
    );
  if (!isAnswered(moment))
    return joinSentences(say`${client} drops its own token and sends no request.`, elsewhere);
  return joinSentences(
    say`${client} drops its own token and tells the server by ${'POST /logout'}, as at any logout.`,
    sayKeptAnother(moment),
    elsewhere,
  );
}

/** What became of the token of the client that asked. */
const sayOwnToken = (moment: Moment): RichText =>
  sayMissedClearing(moment) ??
  joinSentences(`${namePartsFirst(moment.browser).client} drops its own.`, sayKeptAnother(moment));

function sayEverywhere(moment: Moment): RichText {
  const logout = readEverywhereLogout(moment);
  const post = 'POST /logout-everywhere';
  const at = { plain: sayAt(moment) };
  const status = sayStatus(moment);
  switch (logout.type) {
    case 'unsent':
      return [];
    case 'nothingHeld':
      return [
        `${namePartsFirst(moment.browser).client} holds no token that it could drop, and no request is sent.`,
      ];
    case 'refused':
      return logout.failure === 'denyListFailed'
        ? say`${post}${at} is answered ${status}: ${{ plain: FAILURE_WORDS[logout.failure] }}. No login is ended.`
        : say`${post}${at} is answered ${status}: ${{ plain: FAILURE_WORDS[logout.failure] }}. The server does not know whose logins it should end, and ends none.`;
    case 'halfDone':
      return joinSentences(
        say`${post}${at} is answered ${status}: ${{ plain: FAILURE_WORDS[logout.failure] }}.`,
        logout.since === null
          ? 'They go on, and no login is ended elsewhere.'
          : 'They go on; access tokens from before are refused all the same.',
      );
    case 'here':
      return sayHere(moment);
    case 'sessions':
      return joinSentences(
        say`${post}${at} is answered ${status}.`,
        sayEndedSessions(logout.sessions, logout.userId),
        sayCookies(moment, logout.sessions),
      );
    case 'tokens':
      return joinSentences(
        say`${post}${at} is answered ${status}.`,
        sayEndedTokens(moment, logout.tokens, logout.userId),
        sayOwnToken(moment),
      );
  }
}

function sayCell(moment: Moment): string {
  const logout = readEverywhereLogout(moment);
  switch (logout.type) {
    case 'unsent':
    case 'refused':
    case 'halfDone':
      return sayVerdictCell(moment);
    case 'nothingHeld':
      return 'No token to delete';
    case 'here':
      return `${nameInCell(moment.browser)} deletes its own token only`;
    case 'sessions':
      return 'All sessions of the user destroyed';
    case 'tokens':
      if (logout.tokens.since === null) return 'Refresh tokens removed';
      return logout.tokens.spared === null ? 'Older tokens are refused' : 'A token still holds';
  }
}

const sayLane = (moment: Moment): RichText => joinSentences(sayEverywhere(moment), sayCopy(moment));

/** The words of a logout in all browsers at once. */
export const EVERYWHERE = {
  'logout.everywhere': {
    title: (step) =>
      sayTitle(step, {
        user: 'User logs out everywhere',
        attacker: 'Attacker logs out everywhere',
      }),
    session: {
      cell: sayCell,
      detail: (moment) => {
        const logout = readEverywhereLogout(moment);
        if (logout.type !== 'sessions') return sayStatus(moment);
        const { ended } = logout.sessions;
        return `${sayStatus(moment)}, ${formatCount(ended, 'session')} destroyed`;
      },
      sentence: sayLane,
    },
    token: { cell: sayCell, detail: sayCopyInShort, sentence: sayLane },
    result: (step) =>
      compare(step, reachesEverywhere, {
        both: 'Logged out everywhere',
        neither: [step.session, step.token].some(leavesBrowser)
          ? 'Nobody else logged out'
          : 'Nobody logged out',
        only: (passing) => `Everywhere by ${passing} only`,
      }),
    done: 'Logged out',
    doneByAttacker: 'Attacker logged out',
  } satisfies StepWords,
};
