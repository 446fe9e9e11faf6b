import { readEndedSession } from '../../../src/lesson/read/action/logout.ts';
import {
  isForbidden,
  isWithinLeeway,
  readCookieCheck,
  readTokenCheck,
} from '../../../src/lesson/read/check/check.ts';
import { readClock, readClockOffset } from '../../../src/lesson/read/clock.ts';
import { isOver } from '../../../src/lesson/read/server/serverEnd.ts';
import type { Message } from '../../../src/sim/message.ts';
import { listRecords } from '../../../src/sim/session/store.ts';
import type { SessionRecord } from '../../../src/sim/state.ts';
import { isOwnPages, isSigned, readEnd, readPart, readSent, readSid } from './bytes.ts';
import type { Evidence, Law } from './laws.ts';
import { isPhase, isPhaseOf, isVisit, testLaws } from './laws.ts';

/** Bytes of a request's line and fields. */
const countHeader = ({ method, target, headers }: Message) =>
  [method, target, ...headers.flat()].reduce((sum, text) => sum + text.length + 2, 0);

const isDecided = (evidence: Evidence) => isVisit(evidence) && isPhase(evidence, 'verify', 'whole');

/** The check of a visit, where a server of that lane has decided on one. */
function findCheck(evidence: Evidence) {
  const { moment, asked } = evidence;
  if (moment.strategy !== 'session' || !isDecided(evidence) || !asked) return null;
  const check = readCookieCheck(moment);
  return check && { check, asked, cookie: readSent(asked, 'session') };
}

function findTokenCheck(evidence: Evidence) {
  const { moment, asked } = evidence;
  if (moment.strategy !== 'token' || !isDecided(evidence) || !asked) return null;
  const check = readTokenCheck(moment);
  return check && { check, asked, token: readSent(asked, 'token') };
}

const findGet = ({ messages }: Evidence) =>
  messages.find(({ kind, method }) => kind === 'store' && method === 'get');

const isRowsFault = ({ state, moment }: Evidence, failure: string) => {
  const row = state.users?.[moment.settings.user.id];
  if (failure === 'userBanned') return row?.banned === true;
  return failure === 'roleMissing' && (row?.role ?? moment.settings.user.role) !== 'admin';
};

const COOKIE_LAWS: readonly Law[] = [
  [
    'whoever asks for a page is decided on',
    (evidence) => {
      const { moment, asked } = evidence;
      if (!isDecided(evidence) || !asked) return null;
      const check = moment.strategy === 'session' ? readCookieCheck : readTokenCheck;
      return check(moment) !== null;
    },
  ],
  [
    'a header that nobody reads is too large',
    (evidence) => {
      const found = findCheck(evidence) ?? findTokenCheck(evidence);
      if (found?.check.type !== 'unread') return null;
      return countHeader(found.asked) > 16_000 && !findGet(evidence);
    },
  ],
  [
    'a store that is not asked was given no signed session ID, or is down, which is told only then',
    (evidence) => {
      const found = findCheck(evidence);
      if (found?.check.type !== 'notAsked') return null;
      if (findGet(evidence)) return false;
      const { state, server } = evidence;
      const isDown = state.stores[server.store ?? '']?.down === true;
      return isSigned(found.cookie, server) === (found.check.failure === 'storeFailed' && isDown);
    },
  ],
  [
    'a store that is asked was given a signed session ID, that one',
    (evidence) => {
      const found = findCheck(evidence);
      if (found?.check.type !== 'refused' && found?.check.type !== 'found') return null;
      const { check, cookie } = found;
      return isSigned(cookie, evidence.server) && check.sid === readSid(cookie);
    },
  ],
  [
    'a session ID that is refused opens no record of a user who may come in, by a request of the own page',
    (evidence) => {
      const found = findCheck(evidence);
      if (found?.check.type !== 'refused') return null;
      const { failure } = found.check;
      if (isRowsFault(evidence, failure)) return true;
      const body = findGet(evidence)?.body ?? null;
      if (body === null) return true;
      const record = JSON.parse(body) as SessionRecord;
      const shown = isOwnPages(found.asked, evidence.moment.settings, failure, record);
      if (shown !== null) return !shown;
      const end = readEnd(record);
      const isOver = end !== null && end <= evidence.now;
      return record.userId === undefined || isOver;
    },
  ],
  [
    'what the store gave is what it answered, whatever is made of it',
    (evidence) => {
      const found = findCheck(evidence);
      const call = findGet(evidence);
      if (found?.check.type !== 'refused' || !call) return null;
      const { given, failure } = found.check;
      const record = call.body === null ? null : (JSON.parse(call.body) as { userId?: string });
      if (record === null) return given.type === 'nothing' && failure !== 'userBanned';
      if (record.userId === undefined) return given.type === 'nobodys';
      return given.type === 'users' && given.userId === record.userId;
    },
  ],
  [
    'a logout destroys or keeps what its request opened, and else has nothing to end',
    (evidence) => {
      const { moment, state, before, server, answer } = evidence;
      const call = findGet(evidence);
      if (moment.strategy !== 'session' || !isPhaseOf(evidence, 'logout') || !answer) return null;
      if (isPhase(evidence, 'cleanup')) return null;
      const ended = readEndedSession(moment);
      if (!call || call.body === null) return ended === 'none';
      const has = (one: typeof state) =>
        listRecords(one.stores[server.store ?? ''] ?? { sessions: {} }).some(
          ([sid]) => sid === call.target,
        );
      return has(before) && has(state) === (ended === 'kept');
    },
  ],
  [
    'a record that is found is in the server’s store, with its user and its end',
    (evidence) => {
      const found = findCheck(evidence);
      if (found?.check.type !== 'found') return null;
      const { state, server } = evidence;
      const store = state.stores[server.store ?? ''];
      const { sid, userId, end } = found.check;
      const record = store && listRecords(store).find(([id]) => id === sid)?.[1];
      const second = record ? readEnd(record) : null;
      return record?.userId === userId && end.expiresAt === second && !isOver(end);
    },
  ],
  [
    'who is known and not let in is answered 403',
    (evidence) => {
      const { answer, moment } = evidence;
      if (!answer || !isPhase(evidence, 'respond', 'whole')) return null;
      return isForbidden(moment) === (answer.status === 403);
    },
  ],
];

const TOKEN_LAWS: readonly Law[] = [
  [
    'a token is measured by the clock of the server that is asked',
    (evidence) => {
      const { state, server, now, moment } = evidence;
      const found = findTokenCheck(evidence);
      if (!found) return null;
      return (
        found.check.now === now &&
        found.check.isOff === (server.clockOffset !== 0) &&
        readClock(state, moment.server) === now &&
        readClockOffset(state, moment.server) === server.clockOffset
      );
    },
  ],
  [
    'a deny-list is asked for the token’s own jti',
    (evidence) => {
      const found = findTokenCheck(evidence);
      if (!found || found.check.asked === null) return null;
      const jti = found.token === null ? null : readPart(found.token, 1).jti;
      return evidence.server.denyList !== null && jti === found.check.asked;
    },
  ],
  [
    'what is believed of a token is in it',
    (evidence) => {
      const found = findTokenCheck(evidence);
      if (found?.check.type !== 'believed' || found.token === null) return null;
      const { userId, algorithm, expiresAt, isLate } = found.check.claim;
      const { id, exp = null } = readPart(found.token, 1);
      const late = typeof exp === 'number' && exp <= evidence.now;
      return (
        userId === id &&
        expiresAt === exp &&
        isLate === late &&
        algorithm === readPart(found.token, 0).alg
      );
    },
  ],
  [
    'only a leeway lets a late token in, and it is that late',
    (evidence) => {
      const { moment, now } = evidence;
      const found = findTokenCheck(evidence);
      if (!found || !isWithinLeeway(moment) || found.token === null) return null;
      const exp = Number(readPart(found.token, 1).exp);
      const { leeway = 0 } = moment.settings.token;
      return exp <= now && exp + leeway > now;
    },
  ],
  [
    'a token that is let in before its exp needs no leeway',
    ({ moment, now }) => {
      const { proof, allowed } = moment.lane.outcome;
      if (moment.strategy !== 'token' || allowed !== true || !proof) return null;
      const { exp } = readPart(proof.credential, 1);
      return typeof exp !== 'number' || exp <= now ? null : !isWithinLeeway(moment);
    },
  ],
  [
    'a token that has expired is beyond its leeway; one that is missing was not sent',
    (evidence) => {
      const found = findTokenCheck(evidence);
      if (found?.check.type !== 'refused') return null;
      const { token, check } = found;
      if (check.failure === 'tokenMissing') return token === null;
      if (check.failure !== 'tokenExpired') return null;
      const { leeway = 0 } = evidence.moment.settings.token;
      return token !== null && Number(readPart(token, 1).exp) + leeway <= evidence.now;
    },
  ],
];

testLaws('the check of a cookie', COOKIE_LAWS);
testLaws('the check of a token', TOKEN_LAWS);
