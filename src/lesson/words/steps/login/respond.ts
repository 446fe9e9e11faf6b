import { shorten } from '../../../page/format.ts';
import type { LoginAnswer } from '../../../read/action/login.ts';
import { readLoginAnswer } from '../../../read/action/login.ts';
import type { Moment } from '../../../read/moment.ts';
import type { Insecurity } from '../../../read/server/proxy.ts';
import { readAutoSecure, readInsecurity } from '../../../read/server/proxy.ts';
import { toSid } from '../../../read/sid.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { sayCarried } from '../../credential/carried.ts';
import { sayStatus, sayStatusLine } from '../../lane/status.ts';
import { nameClient, nameInCell, nameServerFirst, sayFrom } from '../../names.ts';
import { FAILURE_WORDS } from '../../refusal/failures.ts';
import { sayVerdictDetail } from '../../refusal/verdictDetail.ts';
import { compare } from '../compare.ts';
import type { StepWords } from '../stepWords.ts';
import { HANDED, SHORT } from './handed.ts';

/** What a refused login hands out. */
const REFUSED_HANDS = {
  none: 'No credential is made, so none is sent.',
  anonymous:
    'No login is recorded, but Set-Cookie carries the ID of a session that nobody is logged in to.',
  again: 'No login is recorded; Set-Cookie only moves the expiry of the session that was there.',
} as const;

/** Says that a login was refused, and why. */
export const sayRefusedLogin = (
  moment: Moment,
  { failure, cookie }: Extract<LoginAnswer, { type: 'refused' }>,
): RichText =>
  say`${{ plain: nameServerFirst(moment) }} answers ${moment.lane.outcome.status ?? 401}: ${{ plain: FAILURE_WORDS[failure] }}. ${{ plain: REFUSED_HANDS[cookie] }}`;

/** Why a Secure cookie stays where it is. */
const INSECURE: Readonly<Record<Insecurity, string>> = {
  http: 'A Secure cookie does not leave over plain http.',
  untold:
    'TLS ends at the proxy, which sends no X-Forwarded-Proto, so to Express this is plain http. Over that no Secure cookie leaves.',
  untrusted:
    'TLS ends at the proxy, and without trust proxy Express does not believe its X-Forwarded-Proto. So this is plain http, over which no Secure cookie leaves.',
};

/** Says what secure: 'auto' made of the cookie that a login sets; empty where the setting is another. */
export function sayAutoSecure(moment: Moment): RichText {
  const auto = readAutoSecure(moment);
  if (!auto) return [];
  return auto.isSecure
    ? say`${"secure: 'auto'"} makes it Secure: to Express this came by https.`
    : say`${"secure: 'auto'"} leaves Secure out: to Express this came by plain http.`;
}

/** Says that a login was answered well, and no cookie sent. */
export const sayNoCookie = (moment: Moment): RichText =>
  say`${{ plain: nameServerFirst(moment) }} answers ${sayStatus(moment)} but sends no cookie, and no error either. ${{ plain: INSECURE[readInsecurity(moment) ?? 'http'] }}`;

function sayAnsweredSession(moment: Moment): RichText {
  const answer = readLoginAnswer(moment);
  if (answer.type === 'refused') return sayRefusedLogin(moment, answer);
  if (answer.type === 'noCookie') return sayNoCookie(moment);
  const { credential } = answer;
  return joinSentences(
    say`${sayStatusLine(moment)}${{ plain: sayFrom(moment) }} carries ${sayCarried(credential, moment, 14)}: the session ID ${shorten(toSid(credential.value))} in clear and an HMAC over it. The data stays in the store.`,
    sayAutoSecure(moment),
  );
}

/** Says that a refresh token comes with a token, after another sentence. */
const REFRESH_COMES = {
  body: 'A refresh token comes with it, for the next one.',
  'Set-Cookie': 'A refresh token comes with it, in a cookie of its own with Path=/refresh.',
} as const;

function sayAnsweredToken(moment: Moment): RichText {
  const answer = readLoginAnswer(moment);
  if (answer.type === 'refused') return sayRefusedLogin(moment, answer);
  if (answer.type === 'noCookie') return sayNoCookie(moment);
  const { credential, refreshIn } = answer;
  const { length } = credential.value;
  const start = { plain: sayFrom(moment) };
  const more = refreshIn ? REFRESH_COMES[refreshIn] : '';
  return credential.part === 'Set-Cookie'
    ? joinSentences(
        say`${sayStatusLine(moment)}${start} carries the token in an HttpOnly cookie, ${sayCarried(credential, moment, SHORT)}, ${length} characters. No script can read it, and the browser will send it by itself.`,
        more,
        sayAutoSecure(moment),
      )
    : joinSentences(
        say`${sayStatusLine(moment)}${start} carries the token itself in its body, ${sayCarried(credential, moment, SHORT)}. Whoever holds these ${length} characters can read the payload, and can use it.`,
        more,
      );
}

/** Says in a cell what an answer hands out, or its verdict. */
function sayHandedOut(moment: Moment): string | null {
  const answer = readLoginAnswer(moment);
  return answer.type === 'given'
    ? sayCarried(answer.credential, moment, SHORT)
    : sayVerdictDetail(moment);
}

const isGiven = (moment: Moment) => readLoginAnswer(moment).type === 'given';

const GIVEN_CELLS = { given: 'Send session ID cookie', noCookie: 'Send no cookie' } as const;
const REFUSED_CELLS = {
  none: 'Send no cookie',
  anonymous: 'Send an anonymous cookie',
  again: 'Send the old cookie again',
} as const;

/** How the credential is handed out. */
export const LOGIN_RESPOND: StepWords = {
  title: ({ session }) => `Send auth data to ${nameClient(session.browser)}`,
  session: {
    cell: (moment) => {
      const answer = readLoginAnswer(moment);
      return answer.type === 'refused' ? REFUSED_CELLS[answer.cookie] : GIVEN_CELLS[answer.type];
    },
    detail: sayHandedOut,
    sentence: sayAnsweredSession,
  },
  token: {
    cell: (moment) => {
      const answer = readLoginAnswer(moment);
      if (answer.type !== 'given') return 'Send no token';
      return answer.credential.part === 'Set-Cookie'
        ? 'Send token in a cookie'
        : 'Send token in response body';
    },
    detail: sayHandedOut,
    sentence: sayAnsweredToken,
  },
  result: (step) =>
    compare(step, isGiven, {
      both: `${nameInCell(step.session.browser)} receives auth data`,
      neither: `${nameInCell(step.session.browser)} receives a refusal`,
      only: (given) => `${nameInCell(step.session.browser)} receives only the ${HANDED[given]}`,
    }),
  done: 'Handed out',
  breach: 'handed out',
};
