import { shorten } from '../../../page/format.ts';
import {
  givesNoCookie,
  losesCookie,
  readLoginAnswer,
  typesOld,
} from '../../../read/action/login.ts';
import { isAllowed, isHeldUp } from '../../../read/check/check.ts';
import type { Moment } from '../../../read/moment.ts';
import { toSid } from '../../../read/sid.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { sayReplaced } from '../../credential/replaced.ts';
import { sayStatusLine } from '../../lane/status.ts';
import { sayFrom } from '../../names.ts';
import { sayVerdictDetail } from '../../refusal/verdictDetail.ts';
import { compare } from '../compare.ts';
import type { StepWords } from '../stepWords.ts';
import { sayTitle } from '../title.ts';
import { sayAutoSecure, sayNoCookie, sayRefusedLogin } from './respond.ts';
import { sayBeside, sayNotStored, sayStoredCookie, sayStoredToken } from './store.ts';

function sayWholeSession(moment: Moment): RichText {
  const answer = readLoginAnswer(moment);
  if (answer.type === 'refused') return sayRefusedLogin(moment, answer);
  if (losesCookie(moment)) return sayStoredCookie(moment);
  if (answer.type === 'noCookie') return sayNoCookie(moment);
  const sid = shorten(toSid(answer.credential.value));
  const line = sayStatusLine(moment);
  const from = { plain: sayFrom(moment) };
  const how = answer.sameSid
    ? say`Without ${'regenerate()'} the login stays on the session ID that came with the request, ${sid}, which now belongs to the user.`
    : say`The password is right; ${line}${from} sets the cookie with the session ID ${sid}.`;
  return joinSentences(how, sayStoredCookie(moment), sayAutoSecure(moment));
}

function sayWholeToken(moment: Moment): RichText {
  const answer = readLoginAnswer(moment);
  if (answer.type === 'refused') return sayRefusedLogin(moment, answer);
  if (losesCookie(moment)) return sayStoredToken(moment);
  if (answer.type === 'noCookie') return sayNoCookie(moment);
  const where = answer.credential.part === 'Set-Cookie' ? 'in a cookie' : 'in its body';
  const refresh = answer.refreshIn ? REFRESH_COMES[answer.refreshIn] : '';
  return joinSentences(
    say`The password is right; ${sayStatusLine(moment)}${{ plain: sayFrom(moment) }} hands out a token ${{ plain: where + refresh }}.`,
    sayStoredToken(moment),
  );
}

const sayLoggedIn = (moment: Moment, made: string) =>
  isHeldUp(moment) && !isAllowed(moment) ? sayNotStored(moment, 'Login refused') : made;

/** What comes with a token. */
const REFRESH_COMES = {
  body: ', with a refresh token',
  'Set-Cookie': ', and a refresh token in a cookie',
} as const;

/** A login in one step. */
export const LOGIN_WHOLE: StepWords = {
  title: (step) =>
    sayTitle(step, {
      user: typesOld(step.session) ? 'User tries the old password' : 'User logs in',
      attacker: 'Attacker logs in',
    }),
  session: {
    cell: (moment) =>
      givesNoCookie(moment)
        ? 'Session created, no cookie sent'
        : sayLoggedIn(moment, 'Session created, cookie set'),
    detail: sayVerdictDetail,
    sentence: (moment) =>
      joinSentences(sayWholeSession(moment), sayReplaced(moment), sayBeside(moment)),
  },
  token: {
    cell: (moment) => sayLoggedIn(moment, 'Token signed and handed out'),
    detail: sayVerdictDetail,
    sentence: (moment) => joinSentences(sayWholeToken(moment), sayBeside(moment)),
  },
  result: (step) => {
    const isAttacker = step.session.actor.who === 'attacker';
    return compare(step, (moment) => !isHeldUp(moment) && !givesNoCookie(moment), {
      both: isAttacker ? 'Attacker is logged in' : 'Logged in',
      neither: isAttacker ? 'Attacker is not logged in' : 'Not logged in',
      only: (passing) =>
        isAttacker ? `Attacker is in by ${passing} only` : `Logged in by ${passing} only`,
    });
  },
  done: 'Logged in',
  breach: 'logged in',
};
