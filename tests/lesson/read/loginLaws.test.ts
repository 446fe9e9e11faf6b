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
} from '../../../src/lesson/read/action/login.ts';
import type { Message } from '../../../src/sim/message.ts';
import type { IdleReason } from '../../../src/sim/outcome.ts';
import { listRecords } from '../../../src/sim/session/store.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import {
  isCredential,
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
  const isUp =
    !Object.values(state.stores).some(({ down }) => down) &&
    !Object.values(state.servers).some((one) => one.listsDown && one.refreshTokens);
  const isOpen = isUp || moment.kind === 'login.verify';
  return !banned && isOpen && (!isTyped || (isFirst && passwordChanges === 0));
};

/** Whether the browser has sent it: to a server of another origin it may not. */
const isAsked = ({ asked }: Evidence) => asked !== undefined;

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
    'a login is refused where it came to a server, and the password is wrong or the user banned',
    (evidence) =>
      isLogin(evidence, 'verify', 'create', 'whole')
        ? isRefused(evidence.moment) === (isAsked(evidence) && !isRight(evidence))
        : null,
  ],
  [
    'the session that is made is in the store, under the ID that is said',
    (evidence) => {
      const { moment } = evidence;
      if (moment.strategy !== 'session' || !isLogin(evidence, 'create')) return null;
      const made = readCreatedSession(moment);
      if (made.type === 'none') return !isAsked(evidence) || !isRight(evidence);
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
      if (made.type === 'none') return null;
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
      if (made.type === 'none') return !isAsked(evidence) || !isRight(evidence);
      const token = proof?.credential ?? '';
      const claims = readPart(token, 1);
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
      // A write that fails comes to light when the answer is out, and that said 200.
      const isRefusal =
        (answer.status ?? 0) >= 400 || moment.lane.outcome.failure === 'storeFailed';
      if (said.type === 'refused')
        return isRefusal && said.cookie === toRefusedCookie(evidence, given);
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

/** What is so of a cookie that an answer sets, of which each is enough for a browser not to take it. */
function toLosses(answer: Message, { origin, frontEnd, thirdPartyCookies }: Settings) {
  const [set] = listSetCookies(answer).filter(isCredential);
  const { name = '', value = '', field = '' } = set ?? {};
  const read = (attribute: string) => new RegExp(`; ${attribute}=([^;]*)`).exec(field)?.[1];
  const isSecure = field.includes('; Secure');
  const date = answer.headers.find(([header]) => header === 'Date')?.[1] ?? '';
  const server = new URL(origin);
  const page = new URL(frontEnd?.origin ?? origin);
  const toSite = ({ protocol, hostname }: URL) =>
    protocol + hostname.split('.').slice(-2).join('.');
  const isOtherSite = toSite(page) !== toSite(server);
  const isOtherOrigin = page.origin !== server.origin;
  const mode = frontEnd?.credentials ?? 'same-origin';
  const losses: Partial<Record<IdleReason, boolean>> = {
    cookieRefused: name.length + value.length > 4096,
    cookieExpired: Date.parse(read('Expires') ?? '') <= Date.parse(date),
    cookieOmitted: mode === 'omit' || (mode === 'same-origin' && isOtherOrigin),
    cookieOfOtherDomain:
      !`.${server.hostname}`.endsWith(`.${read('Domain') ?? server.hostname}`) ||
      read('Domain') === 'localhost',
    cookieBreaksPrefix:
      /^__/.test(name) &&
      (!isSecure || (name.startsWith('__Host-') && read('Domain') !== undefined)),
    cookieOfOtherSite: isOtherSite && read('SameSite') !== 'None',
    cookieOfThirdParty: isOtherSite && thirdPartyCookies === 'blocked',
    cookieInsecure: read('SameSite') === 'None' && !isSecure,
  };
  return losses;
}

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
    'a cookie is lost by what is so of it, of its answer or of its page',
    (evidence) => {
      const { moment, answer } = evidence;
      if (moment.strategy !== 'session' && moment.settings.token.keptIn !== 'cookie') return null;
      const { idle } = moment.lane.outcome;
      if (!isLogin(evidence, 'store', 'whole') || !losesCookie(moment) || !idle || !answer)
        return null;
      const losses = toLosses(answer, moment.settings);
      return losses[idle] === true;
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
      const isGood = answer?.status === 200 && moment.lane.outcome.failure === null;
      const none = isGood && readGiven(answer, 'session') === null;
      return givesNoCookie(moment) === none;
    },
  ],
];

testLaws('a login', LAWS);
testLaws('what a client keeps', STORED_LAWS);
