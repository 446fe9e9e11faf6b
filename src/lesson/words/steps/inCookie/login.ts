import { cut, formatLiteral } from '../../../page/format.ts';
import { givesNoCookie, losesCookie, readLoginAnswer } from '../../../read/action/login.ts';
import { isHeldUp } from '../../../read/check/check.ts';
import type { Moment } from '../../../read/moment.ts';
import { readCreatedData } from '../../../read/server/dataInCookie.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { sayCarried } from '../../credential/carried.ts';
import { sayStatusLine } from '../../lane/status.ts';
import { sayAt, sayFrom } from '../../names.ts';
import { LOGIN_RESPOND, sayAutoSecure, sayNoCookie, sayRefusedLogin } from '../login/respond.ts';
import { LOGIN_STORE, sayNotStored, sayStoredCookie } from '../login/store.ts';
import { LOGIN_WHOLE } from '../login/whole.ts';
import type { SwappedWords } from './swap.ts';

function sayCreated(moment: Moment): RichText {
  const made = readCreatedData(moment);
  if (!made) return ['Nothing is created: the login was refused.'];
  const { value, data } = made;
  return say`${'req.session'} holds ${formatLiteral(data)}${{ plain: sayAt(moment) }}. As the answer is written, it becomes JSON in base64, ${`session=${cut(value, 14)}`}, with an HMAC-SHA1 over that. There is no store, so nothing is written down. Nothing in it is drawn and nothing has a date: the same data always makes the same cookie.`;
}

const create: SwappedWords = {
  cell: (moment) => (isHeldUp(moment) ? 'No session' : 'Put user ID into the session’s data'),
  detail: (moment) => {
    const made = readCreatedData(moment);
    return made && `${cut(made.value, 8)} → ${made.userId}`;
  },
  sentence: sayCreated,
};

function sayAnswered(moment: Moment): RichText {
  const answer = readLoginAnswer(moment);
  if (answer.type === 'refused') return sayRefusedLogin(moment, answer);
  if (answer.type === 'noCookie') return sayNoCookie(moment);
  return joinSentences(
    say`${sayStatusLine(moment)}${{ plain: sayFrom(moment) }} carries two cookies: ${sayCarried(answer.credential, moment, 14)}, the data, which is signed but not encrypted, and ${'session.sig'}, the signature. Whoever holds both can read the session, and can use it.`,
    sayAutoSecure(moment),
  );
}

const respond: SwappedWords = {
  cell: (moment, step) =>
    readLoginAnswer(moment).type === 'given'
      ? 'Send data and signature as cookies'
      : LOGIN_RESPOND.session.cell(moment, step),
  detail: LOGIN_RESPOND.session.detail,
  sentence: sayAnswered,
};

/** Says that and how the browser files both cookies, or why not. */
function sayStored(moment: Moment): RichText {
  const isKept = readLoginAnswer(moment).type === 'given' && !losesCookie(moment);
  return joinSentences(
    sayStoredCookie(moment),
    isKept ? say`${'session.sig'} lies beside it, with the same date.` : [],
  );
}

function sayWhole(moment: Moment): RichText {
  const answer = readLoginAnswer(moment);
  if (answer.type === 'refused') return sayRefusedLogin(moment, answer);
  if (losesCookie(moment)) return sayStoredCookie(moment);
  if (answer.type === 'noCookie') return sayNoCookie(moment);
  return joinSentences(
    say`The password is right; ${sayStatusLine(moment)}${{ plain: sayFrom(moment) }} sets the data in one cookie, its signature in another, and keeps nothing.`,
    sayStored(moment),
    sayAutoSecure(moment),
  );
}

/** A login that puts the session's data into the browser. */
export const LOGIN_IN_COOKIE = {
  'login.create': create,
  'login.respond': respond,
  'login.store': { ...LOGIN_STORE.session, sentence: sayStored },
  'login.whole': {
    cell: (moment, step) =>
      isHeldUp(moment)
        ? sayNotStored(moment, LOGIN_WHOLE.session.cell(moment, step))
        : givesNoCookie(moment)
          ? 'Data signed, no cookie sent'
          : 'Data signed, two cookies set',
    detail: LOGIN_WHOLE.session.detail,
    sentence: sayWhole,
  },
} as const satisfies Readonly<Record<string, SwappedWords>>;
