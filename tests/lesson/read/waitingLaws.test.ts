import {
  isUndisturbed,
  readSessionLeft,
  readTokenLeft,
} from '../../../src/lesson/read/action/leftAtEnd.ts';
import { readWaitingSession, readWaitingToken } from '../../../src/lesson/read/action/waiting.ts';
import { readRenewal } from '../../../src/lesson/read/held/renewal.ts';
import { listRecords as listAll, readTokenState } from '../../../src/lesson/read/kept.ts';
import { outlives, readCopy } from '../../../src/lesson/read/outcome/copy.ts';
import { isOver } from '../../../src/lesson/read/server/serverEnd.ts';
import { listRecords } from '../../../src/sim/session/store.ts';
import { listKept, readEnd, readKept, readPart, readSid } from './bytes.ts';
import type { Evidence, Law } from './laws.ts';
import { testLaws } from './laws.ts';

const isKind = ({ moment }: Evidence, kind: string, strategy: 'session' | 'token') =>
  moment.kind === kind && moment.strategy === strategy;

/** All records, each with the slowest clock of the servers that keep their own there. */
const listWithClock = ({ state }: Evidence) =>
  Object.entries(state.stores).flatMap(([id, store]) => {
    const judges = Object.values(state.servers).filter((server) => server.store === id);
    const now = state.clock + Math.min(...judges.map(({ clockOffset }) => clockOffset));
    return listRecords(store).map(([sid, record]) => ({ sid, record, now }));
  });

const SESSION_LAWS: readonly Law[] = [
  [
    'all records of all stores are counted',
    (evidence) => listAll(evidence.state).length === listWithClock(evidence).length,
  ],
  [
    'a wait tells of the browser’s cookie, and whether it has just gone',
    (evidence) => {
      if (!isKind(evidence, 'wait.pass', 'session')) return null;
      const { moment, before, state } = evidence;
      const { cookie, lapsed } = readWaitingSession(moment);
      const is = readKept(state.clients.client, 'session');
      const [had, has] = [before, state].map(({ clients }) => listKept(clients.client).length);
      return (cookie?.value ?? null) === is && Number(had) > Number(has) === lapsed;
    },
  ],
  [
    'a wait tells of the user’s record, else the newest, by the server’s clock',
    (evidence) => {
      if (!isKind(evidence, 'wait.pass', 'session')) return null;
      const { state, moment } = evidence;
      const records = listWithClock(evidence);
      const { record } = readWaitingSession(moment);
      const { client } = state.clients;
      const sid = readSid(readKept(client, 'session') ?? client?.discarded ?? null);
      const shown = records.find((one) => one.sid === sid) ?? records.at(-1);
      if (!shown || !record) return !shown && !record;
      const end = readEnd(shown.record);
      return (
        record.end.expiresAt === end && isOver(record.end) === (end !== null && end <= shown.now)
      );
    },
  ],
  [
    'the end counts the records, and knows whether one is the user’s own',
    (evidence) => {
      if (!isKind(evidence, 'end.rest', 'session')) return null;
      const { state, moment } = evidence;
      const records = listWithClock(evidence);
      const end = readSessionLeft(moment);
      const cookie = readKept(state.clients.client, 'session');
      const own = records.find(({ sid }) => sid === readSid(cookie));
      if (end.records !== records.length || end.hasCookie !== (cookie !== null)) return false;
      if (records.length === 0) return !end.isOrphan;
      return end.isOrphan || own?.record.userId !== undefined;
    },
  ],
  [
    'a run is undisturbed while only the first browser and the first server act',
    ({ moment, state }) =>
      isUndisturbed(moment)
        ? Object.keys(state.clients).join() === 'client' &&
          Object.keys(state.servers).join() === 'server' &&
          state.users === undefined
        : null,
  ],
];

const TOKEN_LAWS: readonly Law[] = [
  [
    'a wait tells of the client’s token, by the first server’s clock',
    (evidence) => {
      if (!isKind(evidence, 'wait.pass', 'token')) return null;
      const { state, moment } = evidence;
      const token = readKept(state.clients.client, 'token');
      const waiting = readWaitingToken(moment);
      if (token === null || waiting === null) return token === waiting;
      const { iat = null, exp = null } = readPart(token, 1);
      const now = state.clock + (state.servers.server?.clockOffset ?? 0);
      return (
        waiting.issuedAt === iat &&
        waiting.end.expiresAt === exp &&
        isOver(waiting.end) === (exp !== null && Number(exp) <= now)
      );
    },
  ],
  [
    'what servers keep about tokens is counted',
    ({ state, moment }) => {
      if (moment.strategy !== 'token') return null;
      const servers = Object.values(state.servers);
      const lists = servers.flatMap(({ denyList }) => (denyList ? [denyList] : []));
      const fresh = servers.flatMap(({ refreshTokens }) =>
        Object.entries(refreshTokens ?? {}).flatMap(([id, { used }]) => (used ? [] : [id])),
      );
      const { denied, refresh } = readTokenState(moment);
      const isOff = servers.every(({ refreshTokens }) => refreshTokens === undefined);
      return (
        denied ===
          (lists.length ? new Set(lists.flatMap((list) => Object.keys(list))).size : null) &&
        refresh === (isOff ? null : new Set(fresh).size)
      );
    },
  ],
  [
    'the end tells whether a token is left, or none ever was',
    (evidence) => {
      if (!isKind(evidence, 'end.rest', 'token')) return null;
      const { state, moment } = evidence;
      const token = readKept(state.clients.client, 'token');
      const end = readTokenLeft(moment);
      const never = token === null && (state.clients.client?.discarded ?? null) === null;
      const keeps = (end.denied ?? 0) + (end.refresh ?? 0) > 0;
      return (
        (end.held !== null) === (token !== null) && end.never === never && end.keepsState === keeps
      );
    },
  ],
];

const COPY_LAWS: readonly Law[] = [
  [
    'what is left of a copy is measured by the clock of the server that lets it in',
    ({ moment, state }) => {
      const worth = readCopy(moment);
      if (!worth?.accepted || worth.expiresAt === null) return null;
      const judge = state.servers[worth.server];
      const { leeway = 0 } = moment.settings.token;
      const left = worth.expiresAt - state.clock - (judge?.clockOffset ?? 0);
      return worth.left === left && left > (moment.strategy === 'token' ? -leeway : 0);
    },
  ],
  [
    'there are several servers where State has them',
    ({ moment, state }) => {
      const worth = readCopy(moment);
      return worth && worth.severalServers === Object.keys(state.servers).length > 1;
    },
  ],
  [
    'what outlives is stolen, and opens a server, or is traded in for what does',
    ({ moment, state }) => {
      if (!outlives(moment)) return null;
      const worth = readCopy(moment);
      const stolen = state.clients.attacker?.stolen ?? [];
      // That a trade is answered well exactly then is in renewal.test.ts.
      if (readRenewal(moment)) return stolen.length > 0;
      return stolen.length > 0 && worth !== null && (worth.accepted || worth.other !== null);
    },
  ],
];

testLaws('the session at rest', SESSION_LAWS);
testLaws('the token at rest', TOKEN_LAWS);
testLaws('a copy', COPY_LAWS);
