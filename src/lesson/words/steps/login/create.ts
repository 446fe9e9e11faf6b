import { formatLiteral, formatSecond, formatTime, shorten } from '../../../page/format.ts';
import { readCreatedSession, readCreatedToken } from '../../../read/action/login.ts';
import { isHeldUp } from '../../../read/check/check.ts';
import { readNow } from '../../../read/clock.ts';
import type { Moment } from '../../../read/moment.ts';
import { readOwnEnd } from '../../../read/server/serverEnd.ts';
import { say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { nameServerFirst, sayAt } from '../../names.ts';
import { FAILURE_WORDS } from '../../refusal/failures.ts';
import { sayByClock, sayEndTime, sayUntil } from '../../time/serverEnd.ts';
import { formatRecord } from '../../tracker/record.ts';
import { compare } from '../compare.ts';
import type { StepWords } from '../stepWords.ts';

const sayNotCreated = ({ lane: { outcome } }: Moment): RichText => [
  `Nothing is created: ${outcome.failure ? FAILURE_WORDS[outcome.failure] : 'the login was refused'}.`,
];

function sayCreatedSession(moment: Moment): RichText {
  const made = readCreatedSession(moment);
  if (made.type === 'none') return sayNotCreated(moment);
  const at = { plain: sayAt(moment) };
  const sid = shorten(made.sid);
  const until = sayUntil(readOwnEnd(moment, made.expiresAt));
  const user = `{ userId: '${made.userId}' }`;
  if (made.record)
    return say`The store keeps ${formatRecord(made.record)} under the session ID ${sid}${at} ${until}. All of it stays on the server; the cookie will hold the ID alone.`;
  const brought = {
    plain: made.id === 'drawn' ? 'which brought none' : 'whose cookie opened no session',
  };
  if (made.id === 'drawn' || made.id === 'replaced')
    return say`Without ${'regenerate()'} the login stays on the session ID that express-session drew for this request, ${brought}: ${sid}. The store keeps ${user} under it${at} ${until}.`;
  const late = 'In fact express-session writes the record a little later, as the response ends.';
  return made.id === 'regenerated'
    ? say`${'regenerate()'} draws a fresh session ID, ${sid},${at} and the store keeps ${user} under it ${until}. ${{ plain: late }}`
    : say`Without ${'regenerate()'} the session ID stays the one it was, ${sid},${at} and the store keeps ${user} under it ${until}. ${{ plain: late }}`;
}

function sayCreatedToken(moment: Moment): RichText {
  const made = readCreatedToken(moment);
  if (made.type === 'none') return sayNotCreated(moment);
  const at = { plain: nameServerFirst(moment) };
  const end = readOwnEnd(moment, made.expiresAt);
  const until = sayUntil(end);
  const claims = formatLiteral(made.claims);
  if (made.isDecoded)
    return say`${at} signs ${claims}: ${made.length} characters, signed but not encrypted. It decodes what comes back and verifies nothing, so that neither the signature nor a date in it will ever be checked.`;
  if (made.validFrom !== null)
    return say`${at} signs ${claims}: ${made.length} characters, signed but not encrypted. It is of use only from ${formatTime(made.validFrom)}, its nbf, ${end.expiresAt === null ? 'and then for ever' : `until ${sayEndTime(end)}`}${{ plain: sayByClock(end) }}. The server does not write the access token down.`;
  return made.isPlain
    ? say`${at} signs ${claims} with ${made.algorithm} and its secret: ${made.length} characters, signed but not encrypted, good ${until}. It writes nothing down.`
    : say`${at} signs ${claims}: ${made.length} characters, signed but not encrypted, good ${until}. It does not write the access token down.`;
}

/** What the servers make: a record under a session ID, a signed token. */
export const LOGIN_CREATE: StepWords = {
  title: () => 'Create auth data',
  session: {
    cell: (moment) => (isHeldUp(moment) ? 'No session' : 'Create session on server with user ID'),
    detail: (moment) => {
      const made = readCreatedSession(moment);
      return made.type === 'none' ? null : `${shorten(made.sid)} → ${made.userId}`;
    },
    sentence: sayCreatedSession,
  },
  token: {
    cell: (moment) => (isHeldUp(moment) ? 'No token' : 'Create JWT token with user ID payload'),
    detail: (moment) => {
      const made = readCreatedToken(moment);
      if (made.type === 'none') return null;
      return `id ${made.userId}, exp ${made.exp === null ? 'none' : formatSecond(made.exp, readNow(moment))}`;
    },
    sentence: sayCreatedToken,
  },
  result: (step) =>
    compare(step, (moment) => !isHeldUp(moment), {
      both: 'Auth data ready',
      neither: 'No auth data',
      only: (made) => `Only the ${made} is made`,
    }),
  done: 'Created',
};
