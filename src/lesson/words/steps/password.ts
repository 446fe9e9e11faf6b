import { formatCount, formatTime } from '../../page/format.ts';
import type { EndedSessions, EndedTokens, PasswordChange } from '../../read/action/account.ts';
import { readPasswordChange } from '../../read/action/account.ts';
import { decodesTokens } from '../../read/check/decoded.ts';
import { countRefreshTokens } from '../../read/kept.ts';
import type { Moment } from '../../read/moment.ts';
import { readOwnEnd } from '../../read/server/serverEnd.ts';
import { joinSentences, say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { sayCopy } from '../credential/copy.ts';
import { DECODED_SENTENCES } from '../credential/decoded.ts';
import { sayStatus } from '../lane/status.ts';
import { sayAt } from '../names.ts';
import { sayCleared } from '../refusal/clearing.ts';
import { FAILURE_WORDS } from '../refusal/failures.ts';
import { sayVerdictCell } from '../refusal/verdictCell.ts';
import { sayByClock } from '../time/serverEnd.ts';
import { compare } from './compare.ts';
import type { LaneWords, StepWords } from './stepWords.ts';
import { sayTitle } from './title.ts';

type Changed = Extract<PasswordChange, { type: 'changed' }>;

/** Says which sessions a server ended, after its name. */
export function sayEndedSessions({ ended, listed }: EndedSessions, userId: string): RichText {
  const others = ended - 1;
  const all = 'all()';
  const records = formatCount(listed, 'other record');
  if (listed === 0) return say`The server destroys this session; ${all} lists no other.`;
  return others === 0
    ? say`The server destroys this session; ${all} lists ${records}, none of ${userId}.`
    : say`The server destroys this session and, of ${records} that ${all} lists, the ${others} of ${userId}.`;
}

/** Says since when tokens hold, and what became of the refresh tokens. */
export function sayEndedTokens(
  moment: Moment,
  { since, spared, refresh }: EndedTokens,
  userId: string,
): RichText {
  const removed = refresh ? [`All refresh tokens of ${userId} are removed.`] : [];
  if (since === null) return removed;
  const clock = { plain: sayByClock(readOwnEnd(moment, since)) };
  const compared = joinSentences(
    say`The database now says since when tokens of ${userId} hold: ${formatTime(since)}${clock}; each request looks that up and refuses an earlier iat.`,
    spared === null
      ? []
      : say`iat counts whole seconds: a token that is out names ${formatTime(spared)}, which is not earlier, so it is not refused.`,
  );
  return refresh ? joinSentences(compared, removed) : compared;
}

function sayOfSessions(moment: Moment, { sessions, userId }: Changed): RichText {
  if (!sessions)
    return say`Only the database changes: no record knows of a password, so every session of ${userId} goes on, whoever holds its cookie.`;
  return joinSentences(sayEndedSessions(sessions, userId), sayCleared(moment));
}

function sayOfTokens(moment: Moment, { tokens, userId }: Changed): RichText {
  if (tokens) return sayEndedTokens(moment, tokens, userId);
  const refresh = countRefreshTokens(moment) === null ? '' : 'Refresh tokens go on, too.';
  if (decodesTokens(moment)) return joinSentences(DECODED_SENTENCES.password, refresh);
  return joinSentences(
    'Only the database changes: no token knows of a password, and no request asks. Every token that is out holds until its exp.',
    refresh,
  );
}

const sayChanged =
  (sayRest: (moment: Moment, change: Changed) => RichText) =>
  (moment: Moment): RichText => {
    const change = readPasswordChange(moment);
    if (change.type === 'unsent') return [];
    const start = say`${'POST /password'}${{ plain: sayAt(moment) }} has the old password and the new one.`;
    const status = sayStatus(moment);
    if (change.type === 'refused')
      return joinSentences(
        start,
        say`It is answered ${status}: ${{ plain: FAILURE_WORDS[change.failure] }}. The password stays as it is.`,
        sayCopy(moment),
      );
    if (change.type === 'halfDone')
      return joinSentences(
        start,
        say`It is answered ${status}: ${{ plain: FAILURE_WORDS[change.failure] }}. The password is changed by then, and access tokens from before are refused; the refresh tokens go on.`,
        sayCopy(moment),
      );
    return joinSentences(
      start,
      say`It is answered ${status}.`,
      sayRest(moment, change),
      sayCopy(moment),
    );
  };

/** Makes the words of a lane, by what becomes of the logins that there are. */
export const toPasswordLane = (
  sayRest: (moment: Moment, change: Changed) => RichText,
  cells: { readonly goOn: string; readonly ended: string },
): LaneWords => ({
  cell: (moment) => {
    const change = readPasswordChange(moment);
    if (change.type === 'halfDone') return 'Row changes, refresh tokens go on';
    if (change.type !== 'changed') return sayVerdictCell(moment);
    if (change.tokens && change.tokens.spared !== null) return 'Row changes, a token goes on';
    return change.sessions || change.tokens ? cells.ended : cells.goOn;
  },
  detail: ({ lane: { outcome } }) => String(outcome.status ?? ''),
  sentence: sayChanged(sayRest),
});

const isChanged = (moment: Moment) =>
  ['changed', 'halfDone'].includes(readPasswordChange(moment).type);

/** The words of a change of the password. */
export const PASSWORD = {
  'password.change': {
    title: (step) =>
      sayTitle(step, {
        user: 'User changes the password',
        attacker: 'Attacker changes the password',
      }),
    session: toPasswordLane(sayOfSessions, {
      goOn: 'Row changes, sessions go on',
      ended: 'Row changes, all sessions end',
    }),
    token: toPasswordLane(sayOfTokens, {
      goOn: 'Row changes, tokens go on',
      ended: 'Row changes, older tokens are refused',
    }),
    result: (step) =>
      compare(step, isChanged, {
        both: 'Password changed',
        neither: 'Password not changed',
        only: (passing) => `Changed by ${passing} only`,
      }),
    done: 'Changed',
    breach: 'changed',
  } satisfies StepWords,
};
