import {
  readEverywhereLogout,
  readPasswordChange,
} from '../../../src/lesson/read/action/account.ts';
import { readTokenCheck } from '../../../src/lesson/read/check/check.ts';
import { getUser } from '../../../src/sim/lanes/user.ts';
import { listRecords } from '../../../src/sim/session/store.ts';
import type { State } from '../../../src/sim/state.ts';
import { readKept, readPart } from './bytes.ts';
import type { Evidence, Law } from './laws.ts';
import { testLaws } from './laws.ts';

const isKind = ({ moment }: Evidence, kind: string) => moment.kind === kind;
const isSession = ({ moment }: Evidence) => moment.strategy === 'session';

/** Counts the records of the store that the asked server uses, of one user or of all. */
function countAt({ stores }: State, { server }: Evidence, userId?: string): number {
  const store = stores[server.store ?? ''];
  const records = store ? listRecords(store) : [];
  return records.filter(([, record]) => userId === undefined || record.userId === userId).length;
}

/** Reads the row's second at which tokens begin to hold. */
const readSince = ({ state, moment }: Evidence) =>
  getUser(state, moment.settings).validSince ?? null;

const ACCOUNT_LAWS: readonly Law[] = [
  [
    'a password is changed exactly when there is an answer, and it is no refusal',
    (evidence) => {
      if (!isKind(evidence, 'password.change')) return null;
      const { before, state, moment, answer } = evidence;
      const count = (of: State) => getUser(of, moment.settings).passwordChanges ?? 0;
      const change = readPasswordChange(moment);
      const isChanged = change.type === 'changed';
      return (
        isChanged === (answer?.status === 204) &&
        (change.type === 'unsent') === (answer === undefined) &&
        count(state) === count(before) + (isChanged ? 1 : 0)
      );
    },
  ],
  [
    'what the browser asked leave for and may not send is told so, and ends nothing',
    (evidence) => {
      const { moment, state, before, asked, messages } = evidence;
      const read = isKind(evidence, 'password.change')
        ? readPasswordChange(moment)
        : isKind(evidence, 'logout.everywhere') && readEverywhereLogout(moment);
      if (!read) return null;
      const isUnsent = asked === undefined && messages.some(({ method }) => method === 'OPTIONS');
      if (!isUnsent) return read.type !== 'unsent';
      const { id } = moment.settings.user;
      return (
        read.type === 'unsent' &&
        state.users === before.users &&
        countAt(state, evidence, id) === countAt(before, evidence, id)
      );
    },
  ],
  [
    'the sessions that are said to be ended are the user’s, and none is left',
    (evidence) => {
      const { moment, state, before } = evidence;
      if (!isSession(evidence)) return null;
      const change = isKind(evidence, 'password.change') && readPasswordChange(moment);
      const logout = isKind(evidence, 'logout.everywhere') && readEverywhereLogout(moment);
      const sessions =
        (change && change.type === 'changed' && change.sessions) ||
        (logout && logout.type === 'sessions' && logout.sessions);
      if (!sessions) return null;
      const { id } = moment.settings.user;
      // What had expired is not destroyed but found missing.
      return (
        countAt(state, evidence, id) === 0 &&
        sessions.ended <= countAt(before, evidence, id) &&
        sessions.ended - 1 <= sessions.listed &&
        sessions.listed < countAt(before, evidence)
      );
    },
  ],
  [
    'a password that ends nothing leaves all records of the user',
    (evidence) => {
      const { moment, state, before } = evidence;
      if (!isSession(evidence) || !isKind(evidence, 'password.change')) return null;
      const change = readPasswordChange(moment);
      if (change.type !== 'changed' || change.sessions) return null;
      const { id } = moment.settings.user;
      return countAt(state, evidence, id) === countAt(before, evidence, id);
    },
  ],
  [
    'the second since which tokens hold is now, by the clock of the server that wrote it',
    (evidence) => {
      const { moment, now } = evidence;
      if (isSession(evidence)) return null;
      const change = isKind(evidence, 'password.change') && readPasswordChange(moment);
      const logout = isKind(evidence, 'logout.everywhere') && readEverywhereLogout(moment);
      const tokens =
        (change && change.type === 'changed' && change.tokens) ||
        (logout && logout.type === 'tokens' && logout.tokens);
      if (!tokens) return null;
      if (!moment.settings.token.comparesIat) return tokens.since === null;
      return tokens.since === now && readSince(evidence) === now;
    },
  ],
  [
    'refresh tokens are said to be removed exactly where there were such, and all of the user’s are',
    (evidence) => {
      const { moment, server } = evidence;
      if (!isKind(evidence, 'logout.everywhere')) return null;
      const logout = readEverywhereLogout(moment);
      if (logout.type !== 'tokens') return null;
      const { refreshTokens } = server;
      if (!refreshTokens) return !logout.tokens.refresh;
      return logout.tokens.refresh && Object.keys(refreshTokens).length === 0;
    },
  ],
  [
    'a logout that reaches nobody else changes no row and no other client',
    (evidence) => {
      const { moment, who, state, before } = evidence;
      if (!isKind(evidence, 'logout.everywhere')) return null;
      const logout = readEverywhereLogout(moment);
      if (logout.type !== 'here') return null;
      const others = Object.keys(before.clients).filter((id) => id !== who);
      return (
        state.users === before.users &&
        others.every(
          (id) => readKept(state.clients[id], 'token') === readKept(before.clients[id], 'token'),
        )
      );
    },
  ],
  [
    'the iat that is compared is the token’s, and decides against it when it is earlier',
    (evidence) => {
      const { moment } = evidence;
      if (isSession(evidence)) return null;
      const check = readTokenCheck(moment);
      const token = moment.lane.outcome.proof?.credential;
      if (!check?.compared || !token) return null;
      const { issuedAt, since } = check.compared;
      const iat = readPart(token, 1)?.iat;
      return (
        issuedAt === iat &&
        since === readSince(evidence) &&
        (since === null || Number(iat) >= since)
      );
    },
  ],
];

testLaws('a changed password and a logout everywhere', ACCOUNT_LAWS);
