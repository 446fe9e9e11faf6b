import { formatCount, formatTime } from '../../page/format.ts';
import { decodesTokens } from '../../read/check/decoded.ts';
import { readNow } from '../../read/clock.ts';
import { isTokenOut } from '../../read/held/held.ts';
import { isTokenInCookie } from '../../read/held/heldAt.ts';
import { countDenied, countRecords, countRefreshTokens, drawsSecret } from '../../read/kept.ts';
import type { Moment } from '../../read/moment.ts';
import { countRecordsAt, countSecrets, readCookieDomain } from '../../read/server/servers.ts';
import { joinSentences, say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { sayCopy, sayCopyInShort } from '../credential/copy.ts';
import { DECODED_SENTENCES } from '../credential/decoded.ts';
import { nameOutside } from '../credential/outsideLists.ts';
import {
  CREDENTIALS,
  capitalize,
  nameBrowserInCell,
  nameInCell,
  nameParts,
  namePartsFirst,
  nameServerFirst,
} from '../names.ts';
import { orIdle, orIdleCell } from '../refusal/idle.ts';
import { IDLE_SENTENCES } from '../refusal/idleReasons.ts';
import type { StepWords } from './stepWords.ts';
import { sayOf } from './title.ts';

/** Counts the secrets that the first server verifies with, in words. */
export const saySecrets = (moment: Moment) => formatCount(countSecrets(moment), 'secret');

/* ------------------------------------------------------------------------------ the restart */

/** What became of the session records. */
function sayRecords(moment: Moment): RichText {
  const { here, elsewhere } = countRecordsAt(moment);
  const others =
    elsewhere > 0 ? `The other server’s store still has ${formatCount(elsewhere, 'record')}.` : '';
  if (moment.lane.outcome.lost)
    return joinSentences(
      'Its MemoryStore was a variable of the process and is gone: the new one has no records.',
      others,
    );
  if (here > 0)
    return say`The store still has ${formatCount(here, 'record')}: it is not part of the process that ended.`;
  return joinSentences('Its store had no records, so nothing is lost.', others);
}

/** What became of it where tokens are decoded and not verified. */
function sayDecodedState(moment: Moment): string {
  const { outcome } = moment.lane;
  const outside = nameOutside(moment);
  if (outside)
    return `A token needs nothing of the process, not even the secret: it is decoded and not verified. ${capitalize(outside)} in a database outside of it, which goes on.`;
  if (!outcome.lost) return DECODED_SENTENCES.restart;
  return countDenied(moment) === null ? DECODED_SENTENCES.lostRefresh : DECODED_SENTENCES.lostList;
}

/** What became of the state that some designs bring back to tokens. */
function sayTokenState(moment: Moment): string {
  const { outcome } = moment.lane;
  const outside = nameOutside(moment);
  if (decodesTokens(moment)) return sayDecodedState(moment);
  if (outside)
    return `A token needs nothing of the process but the secret to verify with. ${capitalize(outside)} in a database outside of it, which goes on.`;
  if (!outcome.lost) return 'A token needs nothing of the process but the secret to verify with.';
  return countDenied(moment) === null
    ? 'Its refresh tokens were a variable of the process and are gone: none can be traded in any more. The access tokens need nothing of it but the secret.'
    : 'Its deny-list was a variable of the process and is gone: what was revoked is accepted again until its exp.';
}

/** Says what is new in the version of the program that a restart brings; nothing where it is the same. */
function sayNextVersion(moment: Moment): RichText {
  const { strategy, settings } = moment;
  const hasCookie = strategy === 'session' || settings.token.keptIn === 'cookie';
  if (settings.session.nextCookieDomain === undefined || !hasCookie) return [];
  const domain = readCookieDomain(moment);
  const how = domain === null ? 'without Domain' : `with Domain=${domain}`;
  return [`It is a new version of the program, which sets its cookies ${how}.`];
}

/** Says that a server has started anew, and what it still has. */
export function sayRestarted(moment: Moment, kept: RichText): RichText {
  return joinSentences(
    say`${{ plain: nameServerFirst(moment) }}’s process ended and starts anew at ${formatTime(readNow(moment))}.`,
    drawsSecret(moment)
      ? decodesTokens(moment)
        ? [DECODED_SENTENCES.newSecret]
        : [
            `It draws a new secret as it starts, and the old one is gone: no ${CREDENTIALS[moment.strategy]} signed before verifies any more.`,
          ]
      : kept,
    sayNextVersion(moment),
    sayCopy(moment),
  );
}

const restart: StepWords = {
  title: ({ session: { settings } }) =>
    settings.session.nextCookieDomain === undefined
      ? 'Server restarts'
      : 'New version of the server starts',
  session: {
    cell: (moment) => {
      if (drawsSecret(moment)) return 'New secret, old cookies are void';
      if (moment.lane.outcome.lost) return 'Records are lost';
      return countRecordsAt(moment).here > 0 ? 'Store survives' : 'Store was empty';
    },
    detail: saySecrets,
    sentence: (moment) => sayRestarted(moment, sayRecords(moment)),
  },
  token: {
    cell: (moment) => {
      const { outcome } = moment.lane;
      if (drawsSecret(moment))
        return decodesTokens(moment)
          ? 'New secret, old tokens go on'
          : 'New secret, old tokens are void';
      if (nameOutside(moment)) return 'Database survives';
      if (!outcome.lost) return 'Server had nothing to lose';
      return countDenied(moment) === null ? 'Refresh tokens are lost' : 'Deny-list is lost';
    },
    detail: saySecrets,
    sentence: (moment) => sayRestarted(moment, [sayTokenState(moment)]),
  },
  result: () => 'Server is back',
  done: 'Restarted',
};

/* --------------------------------------------------------------------------- a new secret */

/** Reads how a secret was changed. */
export const readHow = ({ action }: Moment) =>
  action?.type === 'rotateSecret' ? action.how : null;

function sayRotated(moment: Moment): RichText {
  const how = readHow(moment);
  if (decodesTokens(moment))
    return joinSentences(
      how === 'retire' ? DECODED_SENTENCES.retired : DECODED_SENTENCES.rotated,
      sayCopy(moment),
    );
  const count = countSecrets(moment);
  const done =
    how === 'retire'
      ? 'Only the newest secret is left: whatever an older one signed fits no more.'
      : `A new secret signs every new ${CREDENTIALS[moment.strategy]} from now on; none that is out is signed anew.`;
  const rest =
    how === 'add' && count === 1
      ? ['This server’s verifier knows one secret, so the old one is gone.']
      : say`The server verifies with ${saySecrets(moment)}.`;
  return joinSentences(done, rest, sayCopy(moment));
}

const sayRotatedCell = (otherwise: string) => (moment: Moment) =>
  readHow(moment) === 'retire'
    ? decodesTokens(moment)
      ? 'Only the newest is left'
      : 'Only the newest verifies'
    : otherwise;

const rotate: StepWords = {
  title: ({ session }) =>
    readHow(session) === 'retire' ? 'Operator retires old secrets' : 'Operator changes the secret',
  session: {
    cell: sayRotatedCell('New secret signs new cookies'),
    detail: saySecrets,
    sentence: sayRotated,
  },
  token: {
    cell: sayRotatedCell('New secret signs new tokens'),
    detail: saySecrets,
    sentence: sayRotated,
  },
  result: ({ session }) =>
    readHow(session) === 'retire' ? 'Old signatures are void' : 'New secret in use',
  done: 'Secret changed',
};

/* ------------------------------------------------------------------------ the users' database */

/** What a token's server makes of a changed row. */
const sayNotAsked = (moment: Moment): RichText =>
  isTokenOut(moment)
    ? joinSentences(
        (decodesTokens(moment) ? DECODED_SENTENCES : IDLE_SENTENCES).databaseNotAsked,
        sayCopy(moment),
      )
    : ['The row in the database changes. No token is out that could say otherwise.'];

/** The server asks records that hold a copy of the user, and there are none. */
const isUncopied = (moment: Moment) =>
  moment.lane.outcome.idle === 'userNotLookedUp' && countRecords(moment) === 0;

/** What a session's server makes of it; where records hold a copy, what a copied cookie would get, too. */
const sayRowChange =
  (sentence: string) =>
  (moment: Moment): RichText =>
    joinSentences(
      moment.lane.outcome.idle === null ? sentence : IDLE_SENTENCES.userNotLookedUp,
      sayCopy(moment),
    );

/** Makes the words of a change of the user's row. */
const toRowChange = (title: string, sentence: string): StepWords => ({
  title: () => title,
  session: {
    cell: (moment) =>
      isUncopied(moment)
        ? 'No record is there'
        : orIdleCell(() => 'The user’s row changes')(moment),
    detail: () => null,
    sentence: (moment) =>
      isUncopied(moment)
        ? ['The row in the database changes. No record is there that could say otherwise.']
        : sayRowChange(sentence)(moment),
  },
  token: {
    cell: (moment) => (isTokenOut(moment) ? 'Token still says what was' : 'No token is out'),
    detail: () => null,
    sentence: sayNotAsked,
  },
  result: () => 'Row changed',
  done: 'Row changed',
});

/* -------------------------------------------------------------------- a logout that tells nobody */

const sayForgotten = (moment: Moment) =>
  moment.lane.outcome.idle === null ? sayCopyInShort(moment) : null;

/** Says that a client drops its token, and whom nobody tells. */
function sayUntold(moment: Moment): string {
  const { before, browser } = moment;
  const { client } = namePartsFirst(browser);
  const refresh = countRefreshTokens(moment);
  // It is HttpOnly: no code of the page could drop it.
  const wasInCookie = before !== null && isTokenInCookie({ ...moment, lane: before }, browser);
  const drops = wasInCookie
    ? `The user clears the token’s cookie in ${nameParts(browser).browser}`
    : `${client} drops its token`;
  return refresh
    ? `${drops} and tells nobody. The server still keeps ${formatCount(refresh, 'usable refresh token')}.`
    : `${drops}. No server kept anything about it, so there is nobody to tell.`;
}

const forget: StepWords = {
  title: (step) => sayOf(step, 'Client logs out on its own'),
  session: {
    cell: orIdleCell(({ browser }) => `${nameBrowserInCell(browser)} deletes its cookie`),
    detail: sayForgotten,
    sentence: orIdle((moment) =>
      joinSentences(
        `The user clears the cookie of ${nameParts(moment.browser).browser}, and nobody is told.`,
        say`The store keeps ${formatCount(countRecords(moment), 'record')}.`,
        sayCopy(moment),
      ),
    ),
  },
  token: {
    cell: orIdleCell(({ browser }) => `${nameInCell(browser)} deletes its token`),
    detail: sayForgotten,
    sentence: orIdle((moment) => joinSentences(sayUntold(moment), sayCopy(moment))),
  },
  result: () => 'Server is not told',
  done: 'Dropped',
};

/** The words of what changes a server, the database or a client without a request. */
export const OPERATIONS = {
  'restart.boot': restart,
  'rotate.change': rotate,
  'ban.mark': toRowChange(
    'User is banned',
    'The user’s row says banned. This session server looks the user up at each request.',
  ),
  'demote.mark': toRowChange(
    'User loses a role',
    'The user’s row has the role no more. This session server looks the user up at each request.',
  ),
  'forget.drop': forget,
};
