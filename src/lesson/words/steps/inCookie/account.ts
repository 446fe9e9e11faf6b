import { readPasswordChange } from '../../../read/action/account.ts';
import { readLeftCookie } from '../../../read/action/leave.ts';
import type { Moment } from '../../../read/moment.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { sayCopy } from '../../credential/copy.ts';
import { orIdle } from '../../refusal/idle.ts';
import { LEAVE } from '../leave.ts';
import { toPasswordLane } from '../password.ts';
import { saySignatureChange } from './check.ts';
import type { SwappedWords } from './swap.ts';

const password = toPasswordLane(
  (_, { userId }) =>
    say`Only the database changes: no cookie knows of a password, so every session of ${userId} goes on, whoever holds it, and no server could call one back.`,
  {
    goOn: 'Row changes, sessions go on',
    ended: 'Row changes, sessions go on',
  },
);

/** A new password, which ends no session. */
export const PASSWORD_IN_COOKIE = {
  'password.change': {
    ...password,
    sentence: (moment) =>
      joinSentences(
        password.sentence(moment),
        readPasswordChange(moment).type === 'refused' ? saySignatureChange(moment) : [],
      ),
  },
} as const satisfies Readonly<Record<string, SwappedWords>>;

function sayLeft(moment: Moment): RichText {
  if (readLeftCookie(moment).type !== 'gone') return LEAVE['leave.drop'].session.sentence(moment);
  return joinSentences(
    'The cookies had no date, so they went with the browser, and with them the session: no server has it. (A browser that opens its last tabs again keeps such cookies.)',
    sayCopy(moment),
  );
}

/** What a reload and a closed browser leave. */
export const LEAVE_IN_COOKIE = {
  'leave.drop': { ...LEAVE['leave.drop'].session, sentence: orIdle(sayLeft) },
} as const satisfies Readonly<Record<string, SwappedWords>>;
