import {
  givesNoCookie,
  isRefused,
  losesCookie,
  readBodyBytes,
  readCreatedSession,
  readCreatedToken,
  readLoginAnswer,
  readStoredCookie,
  readStoredToken,
} from '../../../src/lesson/read/login.ts';
import { listRecords } from '../../../src/sim/session/store.ts';
import {
  isSigned,
  listKept,
  listSetCookies,
  readEnd,
  readGiven,
  readKept,
  readMember,
  readPart,
  readSent,
  readSid,
} from './bytes.ts';
import type { Evidence, Law } from './laws.ts';
import { isPhase, isPhaseOf, testLaws } from './laws.ts';

const isLogin = (evidence: Evidence, ...phases: readonly string[]) =>
  isPhaseOf(evidence, 'login') && isPhase(evidence, ...phases);

const isRight = ({ action, moment, state }: Evidence) => {
  const { id, password } = moment.settings.user;
  if (action?.type !== 'login') return false;
  const { banned = false, passwordChanges = 0 } = state.users?.[id] ?? {};
  // What is typed by name is the first one, if any; what is not is the last one, or the one before.
  const isTyped = action.password !== undefined || action.old === true;
  const isFirst = action.old === true || action.password === password;
  // A store that is down is found out after the password.
  const isUp = !Object.values(state.stores).some(({ down }) => down);
  const isOpen = isUp || moment.kind === 'login.verify';
  return !banned && isOpen && (!isTyped || (isFirst && passwordChanges === 0));
};

/** What a refused login's cookie is: of the session that the request brought, or of a new one. */
function toRefusedCookie({ asked }: Evidence, given: string | null) {
  if (given === null) return 'none';
  return readSid(readSent(asked, 'session')) === readSid(given) ? 'again' : 'anonymous';
}

const findRecord = ({ state, server }: Evidence, sid: string) => {
  const store = state.stores[server.store ?? ''];
  return store && listRecords(store).find(([id]) => id === sid)?.[1];
};

const LAWS: readonly Law[] = [
  [
    'the body has the bytes that are said',
    ({ moment, messages }) => {
      const body = messages.find(({ kind }) => kind === 'request')?.body ?? null;
      return body === null ? null : readBodyBytes(moment) === `${Buffer.byteLength(body)}`;
    },
  ],
  [
    'a login is refused where the password is wrong or the user banned',
    (evidence) =>
      isLogin(evidence, 'verify', 'create', 'whole')
        ? isRefused(evidence.moment) === !isRight(evidence)
        : null,
  ],
  [
    'the session that is made is in the store, under the ID that is said',
    (evidence) => {
      const { moment } = evidence;
      if (moment.strategy !== 'session' || !isLogin(evidence, 'create')) return null;
      const made = readCreatedSession(moment);
      if (made.type === 'refused') return !isRight(evidence);
      const record = findRecord(evidence, made.sid);
      const { cookie: _, ...rest } = record ?? {};
      const hasMore = Object.keys(rest).length > 1;
      return (
        record?.userId === made.userId &&
        made.expiresAt === (record && readEnd(record)) &&
        JSON.stringify(made.record) === (hasMore ? JSON.stringify(rest) : 'null')
      );
    },
  ],
  [
    'a session ID is fresh, or the one that a signed cookie brought, or drawn in its place',
    (evidence) => {
      const { moment, asked, server } = evidence;
      if (moment.strategy !== 'session' || !isLogin(evidence, 'create')) return null;
      const made = readCreatedSession(moment);
      if (made.type === 'refused') return null;
      const cookie = readSent(asked, 'session');
      if (moment.settings.session.regenerate) return made.id === 'regenerated';
      if (cookie === null) return made.id === 'drawn';
      const keeps = isSigned(cookie, server) && readSid(cookie) === made.sid;
      return made.id === (keeps ? 'kept' : 'replaced');
    },
  ],
  [
    'the token that is made says what is said of it',
    (evidence) => {
      const { moment } = evidence;
      if (moment.strategy !== 'token' || !isLogin(evidence, 'create')) return null;
      const made = readCreatedToken(moment);
      const { proof } = moment.lane.outcome;
      if (made.type === 'refused') return !isRight(evidence) || proof === null;
      const token = proof?.credential ?? '';
      const { iat: _, ...claims } = readPart(token, 1);
      return (
        JSON.stringify(made.claims) === JSON.stringify(claims) &&
        made.algorithm === readPart(token, 0).alg &&
        made.length === token.length &&
        made.userId === claims.id &&
        made.expiresAt === (claims.exp ?? null)
      );
    },
  ],
  [
    'the answer hands out what is said, where it is said',
    (evidence) => {
      const { moment, answer } = evidence;
      if (!isLogin(evidence, 'respond', 'whole') || !answer) return null;
      const said = readLoginAnswer(moment);
      const given = readGiven(answer, moment.strategy);
      if (said.type === 'refused')
        return (answer.status ?? 0) >= 400 && said.cookie === toRefusedCookie(evidence, given);
      if (said.type === 'noCookie') return answer.status === 200 && given === null;
      const part = readMember(answer, 'token') === given ? 'body' : 'Set-Cookie';
      return said.credential.value === given && said.credential.part === part;
    },
  ],
  [
    'a refresh token comes with a token where the body has one',
    (evidence) => {
      const { moment, answer } = evidence;
      const said = isLogin(evidence, 'respond', 'whole') ? readLoginAnswer(moment) : null;
      if (moment.strategy !== 'token' || said?.type !== 'given') return null;
      return (said.refreshIn === 'body') === (readMember(answer, 'refreshToken') !== null);
    },
  ],
  [
    'the session stays on its ID where the cookie that is set has the one that was sent',
    (evidence) => {
      const { moment, asked, answer } = evidence;
      const said = isLogin(evidence, 'respond', 'whole') ? readLoginAnswer(moment) : null;
      if (moment.strategy !== 'session' || said?.type !== 'given') return null;
      const sent = readSid(readSent(asked, 'session'));
      return said.sameSid === (sent !== null && sent === readSid(readGiven(answer, 'session')));
    },
  ],
];

const STORED_LAWS: readonly Law[] = [
  [
    'what is stored is what was given, and with whoever asked',
    (evidence) => {
      const { moment, answer, state, who } = evidence;
      if (!isLogin(evidence, 'store', 'whole')) return null;
      const { strategy } = moment;
      const given = readGiven(answer, strategy);
      const client = state.clients[who];
      // A cookie that was planted may stand before it.
      const isKept = listKept(client).includes(given ?? '');
      const holds = isKept || readKept(client, strategy) === given;
      const cookie = strategy === 'session' ? readStoredCookie(moment) : null;
      const token = strategy === 'token' ? readStoredToken(moment) : null;
      const stored = cookie ?? token;
      if (stored?.type === 'nothing') return given === null;
      if (stored?.type === 'lost') return given !== null && !holds;
      return stored?.item.value === given && holds;
    },
  ],
  [
    'a cookie is lost because of its size, its Domain, what its name promises, or Secure',
    (evidence) => {
      const { moment, answer } = evidence;
      if (moment.strategy !== 'session' && moment.settings.token.keptIn !== 'cookie') return null;
      if (!isLogin(evidence, 'store', 'whole') || !losesCookie(moment)) return null;
      const large = (answer ? listSetCookies(answer) : []).some(
        ({ name, value }) => name.length + value.length > 4096,
      );
      const promises = (answer ? listSetCookies(answer) : []).some(({ name }) => /^__/.test(name));
      const { origin, session } = moment.settings;
      const isOthers = !new URL(origin).hostname.endsWith(session.cookieDomain ?? '');
      const own = promises ? 'cookieBreaksPrefix' : 'cookieInsecure';
      const why = isOthers ? 'cookieOfOtherDomain' : own;
      return moment.lane.outcome.idle === (large ? 'cookieRefused' : why);
    },
  ],
  [
    'whoever loses a cookie does not hold it',
    ({ moment, answer, state, who }) => {
      if (!losesCookie(moment) || !answer) return null;
      const jar = state.clients[who]?.jar ?? [];
      const set = listSetCookies(answer);
      return set.some(({ name, value }) =>
        jar.every((cookie) => cookie.name !== name || cookie.value !== value),
      );
    },
  ],
  [
    'no cookie is sent where a good answer sets none',
    (evidence) => {
      const { moment, answer } = evidence;
      if (moment.strategy !== 'session' || !isLogin(evidence, 'respond', 'whole')) return null;
      const none = answer?.status === 200 && readGiven(answer, 'session') === null;
      return givesNoCookie(moment) === none;
    },
  ],
];

testLaws('a login', LAWS);
testLaws('what a client keeps', STORED_LAWS);
