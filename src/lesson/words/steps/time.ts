import {
  formatCount,
  formatDate,
  formatDuration,
  formatSecond,
  formatTime,
} from '../../page/format.ts';
import {
  isUndisturbed,
  readSessionLeft,
  readTokenLeft,
  wasAnybodyIn,
} from '../../read/action/leftAtEnd.ts';
import type { WaitingToken } from '../../read/action/waiting.ts';
import { hasTokenLapsed, readWaitingSession, readWaitingToken } from '../../read/action/waiting.ts';
import type { TokenTime } from '../../read/check/tokenTime.ts';
import { readNow } from '../../read/clock.ts';
import { readKeptCookie, readKeptToken } from '../../read/held/heldAt.ts';

import { countOtherHolders } from '../../read/held/otherBrowsers.ts';
import { holdsPlantedToken } from '../../read/held/planted.ts';
import { countStores, readTokenState } from '../../read/kept.ts';
import type { Moment } from '../../read/moment.ts';
import { outlives } from '../../read/outcome/copy.ts';
import { isOver } from '../../read/server/serverEnd.ts';
import type { SharedByTwo } from '../../read/server/servers.ts';
import { readSharedByTwo } from '../../read/server/servers.ts';
import { joinSentences, say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { sayCopy, sayCopyInShort, sayCopyOpens, sayDroppedCopy } from '../credential/copy.ts';
import { sayOtherHolders } from '../credential/otherHolders.ts';
import { sayRecordCount, sayStoreHolds } from '../credential/records.ts';
import { capitalize, nameOfTwo } from '../names.ts';
import { sayByClock, sayEndTime } from '../time/serverEnd.ts';
import { saySecrets } from './operations.ts';
import type { StepWords } from './stepWords.ts';

/* -------------------------------------------------------------------------------- the start */

/** What a token's server keeps from the start on; `null` for nothing. */
function sayTokenState(moment: Moment): string | null {
  const { denied, refresh } = readTokenState(moment);
  const kept = [denied === null ? [] : 'a deny-list', refresh === null ? [] : 'its refresh tokens'];
  return kept.flat().join(' and ') || null;
}

/** Two servers behind one address: what they share, and what not. */
function sayTwoServers(moment: Moment, shared: SharedByTwo): RichText {
  const what = moment.strategy === 'session' ? 'session IDs' : 'tokens';
  const state = moment.strategy === 'token' ? sayTokenState(moment) : null;
  const stores =
    moment.strategy === 'session'
      ? shared.store
        ? 'they share a store'
        : 'each has a store of its own'
      : state === null
        ? 'neither keeps anything about anybody'
        : `each keeps ${state}`;
  return [
    `Nobody is logged in. Two servers stand behind one address, and ${stores}. Server A has ${saySecrets(moment)} to sign ${what} with, and server B has ${shared.secrets ? 'the same one' : 'another one'}.`,
  ];
}

function sayStartSession(moment: Moment): RichText {
  const shared = readSharedByTwo(moment);
  if (shared) return sayTwoServers(moment, shared);
  const cookies = formatCount(readKeptCookie(moment) ? 1 : 0, 'cookie');
  return say`Nobody is logged in. The jar holds ${cookies}, the store ${sayRecordCount(moment)}, and the server has ${saySecrets(moment)} to sign session IDs with.`;
}

function sayStartToken(moment: Moment): RichText {
  const shared = readSharedByTwo(moment);
  if (shared) return sayTwoServers(moment, shared);
  const keeps = sayTokenState(moment);
  if (keeps !== null)
    return [
      `Nobody is logged in. The client keeps no token, and the server has ${saySecrets(moment)} to sign with. It keeps ${keeps}: some state after all.`,
    ];
  const tokens = formatCount(readKeptToken(moment) ? 1 : 0, 'token');
  const stores = formatCount(countStores(moment), 'session store');
  return say`Nobody is logged in. The client keeps ${tokens}, and the server has ${saySecrets(moment)} to sign with and ${stores}: it will remember nothing.`;
}

const start: StepWords = {
  title: () => 'Start',
  session: { cell: () => 'No session yet', detail: () => null, sentence: sayStartSession },
  token: { cell: () => 'No token yet', detail: () => null, sentence: sayStartToken },
  result: () => 'Nobody is logged in',
  done: 'Not started',
};

/* --------------------------------------------------------------------------------- the wait */

/** Says the clock's time, with its date where the credential was made, or the run begun, a day ago. */
export function sayClock(moment: Moment, from: number | null): RichText {
  const clock = readNow(moment);
  const sameDay = clock - (from ?? moment.settings.start) < 86_400;
  return say`The clock stands at ${sameDay ? formatTime(clock) : formatDate(clock)}.`;
}

function sayWaitingSession(moment: Moment): RichText {
  const { cookie, lapsed, record } = readWaitingSession(moment);
  const jar = cookie
    ? cookie.expires === null
      ? ['The browser’s cookie has no date and stays until the browser closes.']
      : say`The browser keeps its cookie until ${formatSecond(cookie.expires, readNow(moment))}.`
    : lapsed
      ? ['The browser has dropped its cookie, whose date has passed.']
      : ['The jar is empty.'];
  // Of two of one name, as where somebody planted one.
  const other = cookie && lapsed ? ['The browser has dropped a cookie whose date has passed.'] : [];
  const name = record?.which === 'newest' ? 'newest record' : 'record';
  const which = { plain: `The ${name}` };
  const store = !record
    ? ['The store holds no records.']
    : record.end.expiresAt === null
      ? say`${which} in the store has no end${{ plain: cookie ? ' either' : '' }}.`
      : isOver(record.end)
        ? [`The time of the ${name} in the store is over; it goes when somebody asks for it.`]
        : say`${which} in the store is good until ${sayEndTime(record.end)}${{ plain: sayByClock(record.end) }}.`;
  const from = cookie?.created ?? record?.end.expiresAt ?? null;
  return joinSentences(sayClock(moment, from), other, jar, store, sayCopy(moment));
}

/** Says of a token whose exp has passed by one server's clock what is so by the other's. */
function sayHalfExpired(end: TokenTime, elsewhere: TokenTime): RichText {
  const passed = { plain: `exp has passed${sayByClock(end)}` };
  return elsewhere.grace > 0
    ? say`The client still holds its token: ${passed}. The leeway of ${{ plain: nameOfTwo(elsewhere.server) }} lets it in for ${formatDuration(elsewhere.grace)} more.`
    : say`The client holds its token: ${passed}, but not${{ plain: sayByClock(elsewhere) }}, where ${formatDuration(elsewhere.left ?? 0)} are left.`;
}

/** Says of a token whose exp has passed whether another clock or a leeway still lets it in. */
function sayExpiredToken({ end, elsewhere }: WaitingToken): RichText {
  if (elsewhere) return sayHalfExpired(end, elsewhere);
  const passed = { plain: `but exp has passed${sayByClock(end)}` };
  return end.grace > 0
    ? say`The client still holds its token, ${passed}. The server’s leeway lets it in for ${formatDuration(end.grace)} more.`
    : say`The client still holds its token, ${passed}.`;
}

function sayWaitingToken(moment: Moment): RichText {
  const token = readWaitingToken(moment);
  const held = !token
    ? [
        hasTokenLapsed(moment)
          ? 'The browser has dropped the cookie with the token, whose date has passed.'
          : 'The client holds no token.',
      ]
    : token.end.unread !== null
      ? say`The client’s token names exp ${formatSecond(token.end.unread, readNow(moment))}, and its server does not look at that.`
      : token.end.expiresAt === null
        ? ['The client’s token names no end.']
        : isOver(token.end)
          ? sayExpiredToken(token)
          : token.validFrom !== null
            ? say`The client’s token is not valid yet: nbf is ${formatTime(token.validFrom)}, exp ${sayEndTime(token.end)}${{ plain: sayByClock(token.end) }}.`
            : say`The client’s token is good until ${sayEndTime(token.end)}${{ plain: sayByClock(token.end) }}; nothing moves that.`;
  return joinSentences(sayClock(moment, token?.issuedAt ?? null), held, sayCopy(moment));
}

const sayNow = (moment: Moment) => `now ${formatDate(readNow(moment))}`;

const wait: StepWords = {
  title: () => 'Time passes',
  session: {
    cell: (moment) => {
      const { record, lapsed } = readWaitingSession(moment);
      if (!record) return 'No record to age';
      return lapsed ? 'Browser has dropped the cookie' : 'The record ages in the store';
    },
    detail: sayNow,
    sentence: sayWaitingSession,
  },
  token: {
    cell: (moment) => {
      if (hasTokenLapsed(moment)) return 'Browser has dropped the cookie';
      return readWaitingToken(moment) ? 'The token ages with the client' : 'Client holds no token';
    },
    detail: sayNow,
    sentence: sayWaitingToken,
  },
  result: () => 'The clock moves on',
  done: 'Time passes',
};

/* ---------------------------------------------------------------------------------- the end */

function sayEndSession(moment: Moment): RichText {
  const jar = readSessionLeft(moment).hasCookie ? 'the jar still has a cookie' : 'the jar is empty';
  const store = { plain: capitalize(sayStoreHolds(moment)) };
  return joinSentences(
    say`${store} ${sayRecordCount(moment)} and ${{ plain: jar }}.`,
    sayDroppedCopy(moment),
  );
}

function sayEndToken(moment: Moment): RichText {
  const { held, never, denied, refresh } = readTokenLeft(moment);
  const usual = denied === null && refresh === null && !never;
  const others = countOtherHolders(moment);
  const client = held?.elsewhere
    ? sayHalfExpired(held.end, held.elsewhere)
    : held
      ? [
          holdsPlantedToken(moment)
            ? 'The browser still has the planted token.'
            : 'The client still has its token.',
        ]
      : usual && others === 0
        ? ['For the honest client it is over: the token is gone.']
        : ['The client holds no token.'];
  const kept = [
    denied === null ? [] : `${denied} jti on its deny-list`,
    refresh === null ? [] : formatCount(refresh, 'usable refresh token'),
  ].flat();
  const server =
    kept.length === 0
      ? say`The server holds ${sayRecordCount(moment)}, as it did all along.`
      : say`The server keeps ${kept.join(' and ')}: state after all.`;
  const copy = usual ? sayDroppedCopy(moment) : sayCopy(moment);
  return joinSentences(client, sayOtherHolders(moment), server, copy);
}

function sayEndTokenCell(moment: Moment): string {
  const { held, never, keepsState } = readTokenLeft(moment);
  const copy = sayCopyOpens(moment);
  if (copy !== null) return copy;
  if (held?.elsewhere) return `Token past its exp at ${nameOfTwo(held.end.server)}`;
  if (held && held.end.grace > 0) return 'Token past its exp, in its leeway';
  if (held && holdsPlantedToken(moment)) return 'Planted token still in the jar';
  if (held) return isOver(held.end) ? 'Client has an expired token' : 'Token still with the client';
  if (countOtherHolders(moment) > 0) return 'Other browsers have their tokens';
  if (keepsState) return 'Server keeps state about tokens';
  return never ? 'Client holds no token' : 'Token expired or deleted';
}

const end: StepWords = {
  title: () => 'End',
  session: {
    cell: (moment) => {
      const { records, isOrphan, never } = readSessionLeft(moment);
      const copy = sayCopyOpens(moment);
      if (copy !== null) return copy;
      if (isOrphan) return `Store still has ${formatCount(records, 'record')}`;
      if (records > 0) return 'Session still alive';
      return never ? 'There was no session' : 'Session expired or destroyed';
    },
    detail: (moment) =>
      `store: ${sayRecordCount(moment)}, jar: ${readSessionLeft(moment).hasCookie ? 'cookie' : 'empty'}`,
    sentence: sayEndSession,
  },
  token: { cell: sayEndTokenCell, detail: sayCopyInShort, sentence: sayEndToken },
  result: ({ session, token }) => {
    if (outlives(session) || outlives(token)) return 'A stolen copy lives on';
    const { records, isOrphan } = readSessionLeft(session);
    const { held } = readTokenLeft(token);
    if (records === 0 && !held && countOtherHolders(token) === 0)
      return wasAnybodyIn(session) ? 'Authentication ends' : 'Nobody was logged in';
    // Whether anything would be let in is not tried here, so nothing is said about it.
    const usual = [session, token].every(isUndisturbed) && !isOrphan && !(held && isOver(held.end));
    return usual ? 'Authentication goes on' : 'The run ends here';
  },
  done: 'Done',
};

/** The words of the start, of a wait and of the end. */
export const TIME = { start, 'wait.pass': wait, 'end.rest': end };
