import { formatLiteral, formatSecond, formatTime, shorten } from '../../../page/format.ts';
import type { ComparedIat, CookieCheck, TokenCheck } from '../../../read/check/check.ts';
import { readCookieCheck, readTokenCheck } from '../../../read/check/check.ts';
import { decodesTokens, readDecodedToken } from '../../../read/check/decoded.ts';
import type { Moment } from '../../../read/moment.ts';
import { isTooOld } from '../../../read/server/sessionEnds.ts';
import type { PlainWord } from '../../../richText.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import {
  DECODES_CELL,
  sayDecoded,
  sayDecodedInShort,
  sayDecodedRefused,
} from '../../credential/decoded.ts';
import { nameServer, nameServerFirst } from '../../names.ts';
import { FAILURE_CELLS, FAILURE_WORDS } from '../../refusal/failures.ts';
import { sayByClock, sayEndTime } from '../../time/serverEnd.ts';
import type { StepWords } from '../stepWords.ts';

const sayUnread = (what: string, why: string): RichText => [`Nobody checks the ${what}: ${why}.`];

/** What a store gave for a session ID that is refused all the same. */
function sayRefusedCookie(
  moment: Moment,
  { sid, failure, given }: Extract<CookieCheck, { type: 'refused' }>,
): RichText {
  const why = { plain: FAILURE_WORDS[failure] };
  const server = { plain: nameServerFirst(moment) };
  if (given.type === 'nothing') return say`${server} asks the store for ${shorten(sid)}: ${why}.`;
  const get = `get('${shorten(sid)}')`;
  if (isTooOld(moment)) return say`${server} asks the store: ${get} finds a record, but ${why}.`;
  return given.type === 'nobodys'
    ? say`${server} asks the store: ${get} finds a record that names no user: ${why}.`
    : say`${server} asks the store: ${get} finds ${`{ userId: '${given.userId}' }`}. The server refuses all the same: ${why}.`;
}

const sayFound = ({ userId, role }: { readonly userId: string; readonly role: string | null }) =>
  formatLiteral(role === null ? { userId } : { userId, role });

function sayCheckedCookie(moment: Moment): RichText {
  const check = readCookieCheck(moment);
  if (!check) return [];
  const server = { plain: nameServer(moment) };
  switch (check.type) {
    case 'unread':
      return sayUnread('cookie', FAILURE_WORDS[check.failure]);
    case 'notAsked':
      if (check.failure === 'storeFailed')
        return say`The signature fits, but the store gives ${server} an error: ${{ plain: FAILURE_WORDS.storeFailed }}.`;
      return say`${{ plain: nameServerFirst(moment) }} does not ask the store: ${{ plain: FAILURE_WORDS[check.failure] }}.`;
    case 'refused':
      return sayRefusedCookie(moment, check);
    case 'found':
      return say`The signature fits, so ${server} asks the store: ${`get('${shorten(check.sid)}')`} finds ${sayFound(check)}, good until ${check.end.expiresAt === null ? 'destroyed' : sayEndTime(check.end)}${{ plain: sayByClock(check.end) }}. One look-up on every request.`;
  }
}

/** The deny-list's part of the check. */
function sayListAsked(moment: Moment, check: TokenCheck, jti: string): RichText {
  const server = { plain: nameServerFirst(moment) };
  if (check.type !== 'believed')
    return say`The signature fits and exp has not passed. ${server} then asks its deny-list for the jti ${shorten(jti)}: ${{ plain: FAILURE_WORDS[check.failure] }}.`;
  const inTime = check.claim.isLate
    ? 'exp has passed, by less than its leeway'
    : 'exp has not passed';
  return say`The signature fits and ${{ plain: inTime }}. ${server} then asks its deny-list for the jti ${shorten(jti)}: it is not there, so the token is believed.`;
}

/** What the user's row says of the token's iat. */
function sayLookedUp(
  server: PlainWord,
  issuedAt: number | null,
  since: number | null,
  isBelieved: boolean,
): RichText {
  if (since === null)
    return say`${server} then looks up since when this user’s tokens hold: nothing has ended any, so the token is believed.`;
  const iat = issuedAt === null ? 'none' : formatTime(issuedAt);
  return isBelieved
    ? say`${server} then looks up since when this user’s tokens hold: since ${formatTime(since)}. iat ${iat} is not before that, so the token is believed.`
    : say`${server} then looks up since when this user’s tokens hold: since ${formatTime(since)}. iat ${iat} is before that, so the token is refused.`;
}

/** The look-up of the user's row, after all that the token itself shows. */
function sayCompared(
  moment: Moment,
  { asked, type }: TokenCheck,
  { issuedAt, since }: ComparedIat,
): RichText {
  const server = { plain: nameServerFirst(moment) };
  return joinSentences(
    'The signature fits, and exp does not keep the token out.',
    asked === null ? '' : 'Its jti is not on the deny-list.',
    sayLookedUp(server, issuedAt, since, type === 'believed'),
  );
}

/** The check by a clock that is off, or that only a leeway passed. */
function sayTimed(moment: Moment, check: TokenCheck): RichText {
  const clock = say`By the clock of ${{ plain: nameServer(moment) }} it is ${formatTime(check.now)}.`;
  if (check.type !== 'believed')
    return joinSentences(clock, `It refuses: ${FAILURE_WORDS[check.failure]}.`);
  const { expiresAt, isLate } = check.claim;
  if (expiresAt === null)
    return joinSentences(
      clock,
      'The signature fits, and the token names no end, so the payload is believed.',
    );
  const exp = formatSecond(expiresAt, check.now);
  return isLate
    ? joinSentences(
        clock,
        say`The signature fits. exp ${exp} has passed, but by less than the leeway that this server allows, so the payload is believed.`,
      )
    : joinSentences(
        clock,
        say`The signature fits, and exp ${exp} has not passed, so the payload is believed.`,
      );
}

function sayCheckedToken(moment: Moment): RichText {
  const check = readTokenCheck(moment);
  if (!check) return [];
  const server = { plain: nameServerFirst(moment) };
  if (check.type === 'unread') return sayUnread('token', FAILURE_WORDS[check.failure]);
  const decoded = readDecodedToken(moment);
  if (decoded) return sayDecoded(server.plain, decoded);
  const refused = decodesTokens(moment) ? sayDecodedRefused(server.plain, check) : null;
  if (refused) return refused;
  if (check.compared) return sayCompared(moment, check, check.compared);
  if (check.asked !== null) return sayListAsked(moment, check, check.asked);
  const isLate = check.type === 'believed' && check.claim.isLate;
  if (check.isOff || isLate) return sayTimed(moment, check);
  if (check.type === 'refused' && check.failure === 'denyListFailed')
    return say`${server} has nothing against the token itself, and asks its deny-list, which does not answer. That is neither yes nor no, so the request ends in an error.`;
  if (check.type === 'refused')
    return say`${server} asks no store and refuses: ${{ plain: FAILURE_WORDS[check.failure] }}.`;
  const { userId, algorithm, expiresAt } = check.claim;
  if (expiresAt === null)
    return say`The ${algorithm} signature fits, so the payload is believed: ${`{ id: '${userId}' }`}. It names no end.`;
  return say`${server} recomputes the ${algorithm} signature: it fits, and exp ${formatSecond(expiresAt, check.now)} is after ${formatTime(check.now)}, so ${`id: '${userId}'`} is believed. No store is asked.`;
}

/** Says what a store gave, and why that was not enough. */
function sayGivenInShort({ given, failure }: Extract<CookieCheck, { type: 'refused' }>): string {
  if (given.type === 'nothing') return 'nothing';
  return given.type === 'nobodys'
    ? 'nobody’s record'
    : `${given.userId}, ${FAILURE_CELLS[failure]}`;
}

/** Says in a cell what the store was asked and what it found. */
export function sayCookieCheckInShort(moment: Moment): string | null {
  const check = readCookieCheck(moment);
  if (!check) return null;
  if (check.type === 'found') return `get(${shorten(check.sid)}) → ${check.userId}`;
  if (check.type === 'refused' && isTooOld(moment)) return `get(${shorten(check.sid)}) → too old`;
  if (check.type === 'refused') return `get(${shorten(check.sid)}) → ${sayGivenInShort(check)}`;
  return FAILURE_WORDS[check.failure];
}

/** Says in a cell what the token was measured by. */
export function sayTokenCheckInShort(moment: Moment): string | null {
  const check = readTokenCheck(moment);
  if (!check) return null;
  if (check.type !== 'believed') return FAILURE_WORDS[check.failure];
  const decoded = readDecodedToken(moment);
  if (decoded) return sayDecodedInShort(decoded);
  const { userId, expiresAt, isLate } = check.claim;
  if (expiresAt === null) return `id ${userId}, no exp`;
  const leeway = isLate ? ' + leeway' : '';
  return `id ${userId}, exp ${formatSecond(expiresAt, check.now)}${leeway} > ${formatTime(check.now)}`;
}

/** Says in a cell that Node.js answered before anybody looked. */
export const HEADER_NOT_READ = 'Header too large, token not read';

/** How the server checks it. */
export const REQUEST_VERIFY: StepWords = {
  title: () => 'Server verifies auth',
  session: {
    cell: ({ lane: { outcome } }) =>
      outcome.failure === 'cookieMissing'
        ? 'No session ID to check'
        : 'Check session ID in server store',
    detail: sayCookieCheckInShort,
    sentence: sayCheckedCookie,
  },
  token: {
    cell: (moment) => {
      const { failure } = moment.lane.outcome;
      if (failure === 'headersTooLarge') return HEADER_NOT_READ;
      if (failure === 'tokenMissing') return 'No token to verify';
      return decodesTokens(moment) ? DECODES_CELL : 'Verify token signature and expiry';
    },
    detail: sayTokenCheckInShort,
    sentence: sayCheckedToken,
  },
  result: () => 'Auth verified or rejected',
  done: 'Done',
};
