import { readLeftSession } from '../../../src/lesson/read/action/leftSession.ts';
import { sayBadge } from '../../../src/lesson/words/lane/badge.ts';
import { getWords } from '../../../src/lesson/words/steps/steps.ts';
import type { Action } from '../../../src/sim/action.ts';
import { listRecords } from '../../../src/sim/session/store.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import type { State } from '../../../src/sim/state.ts';
import { RARE } from '../../sim/properties/stories.ts';
import { toSettings } from '../../sim/runs.ts';
import { listKept, readSid } from './bytes.ts';
import type { Evidence, Law } from './laws.ts';
import { isPhase, isPhaseOf, testLaws } from './laws.ts';

const isLogout = (evidence: Evidence): boolean =>
  evidence.moment.strategy === 'session' && isPhaseOf(evidence, 'logout');

/** What was before the first step of the Action. */
const readBegin = ({ moment: { frames, step, earlier }, before }: Evidence): State =>
  frames[step - earlier.length - 1]?.session.state ?? before;

const listSids = ({ stores }: State): readonly string[] =>
  Object.values(stores).flatMap((store) => listRecords(store).map(([sid]) => sid));

/** The IDs under which a server would still find somebody's session. */
const listOpen = ({ servers, stores, clock }: State): readonly string[] =>
  Object.values(servers).flatMap(({ store, clockOffset }) =>
    listRecords(stores[store ?? ''] ?? { sessions: {} }).flatMap(([sid, record]) => {
      const { expires } = record.cookie;
      const slides = expires === null ? Number.POSITIVE_INFINITY : Date.parse(expires) / 1000;
      const end = Math.min(slides, record.endsAt ?? Number.POSITIVE_INFINITY);
      return record.userId !== undefined && end > clock + clockOffset ? [sid] : [];
    }),
  );

/** The session that a browser was last logged in to, by what its answers set; a Secure one is not set over http. */
function findLastSet({ moment: { frames, step }, who }: Evidence): string | null {
  for (const frame of frames.slice(0, step).reverse()) {
    const { action, session } = frame;
    if (action?.type !== 'login' || (action.client ?? 'client') !== who) continue;
    for (const { kind, status, headers } of session.messages) {
      const [, set = ''] = headers.find(([name]) => name === 'Set-Cookie') ?? [];
      const [, value] = /^[^=]+=([^;]+)/.exec(set) ?? [];
      if (kind === 'response' && status === 200 && value) return readSid(value);
    }
  }
  return null;
}

const LAWS: readonly Law[] = [
  [
    'a record is destroyed at a logout only where a store has lost one that was asked for',
    (evidence) => {
      if (!isLogout(evidence) || evidence.moment.lane.outcome.idle !== 'recordDestroyed')
        return null;
      const left = listSids(evidence.state);
      const sids = listSids(readBegin(evidence)).filter((sid) => !left.includes(sid));
      const calls = evidence.moment.earlier.flatMap(({ messages }) => messages);
      return sids.some((sid) => calls.some((call) => call.method === 'get' && call.target === sid));
    },
  ],
  [
    'a logout that opened no session says so',
    (evidence) => {
      if (!isLogout(evidence) || evidence.moment.lane.outcome.idle !== 'noSessionOpened')
        return null;
      const calls = evidence.moment.earlier.flatMap(({ messages }) => messages);
      const word = sayBadge(evidence.moment).word;
      const opened = calls.some((call) => call.method === 'get' && call.body !== null);
      return !opened && word === 'No session opened';
    },
  ],
  [
    'a logout that leaves the session of the last login leaves it open',
    (evidence) => {
      const left = isLogout(evidence) ? readLeftSession(evidence.moment) : null;
      return left && listOpen(evidence.state).includes(left.sid);
    },
  ],
  [
    'what the browser was logged in to, or had a cookie of, is told while it is open',
    (evidence) => {
      if (!isLogout(evidence)) return null;
      const held = listKept(readBegin(evidence).clients[evidence.who]).map(readSid);
      const meant = [findLastSet(evidence), ...held];
      if (!listOpen(evidence.state).some((sid) => meant.includes(sid))) return null;
      const { kind, settings } = evidence.moment;
      const isTold = readLeftSession(evidence.moment) !== null;
      return isTold && getWords(kind, settings).result(evidence.step) !== 'Logout complete';
    },
  ],
  [
    'a badge says that the user is logged out only where no session stays',
    (evidence) => {
      if (!isLogout(evidence) || !isPhase(evidence, 'request', 'whole')) return null;
      if (!sayBadge(evidence.moment).word.startsWith('Logged out')) return null;
      return readLeftSession(evidence.moment) === null;
    },
  ],
];

const run = (patch: Parameters<typeof toSettings>[0], ...actions: readonly Action[]) => ({
  settings: toSettings(patch),
  actions: [...actions],
});
const login: Action = { type: 'login', fold: true };
const logout: Action = { type: 'logout' };
const saveUninitialized = true;

const LEAVING: readonly { settings: Settings; actions: Action[] }[] = [
  run({}, login, { type: 'wait', seconds: 901 }, logout),
  run({}, login, logout, logout, { ...logout, fold: true }),
  run({}, login, { type: 'restart' }, logout),
  run(
    { origin: 'http://bank.localhost', session: { saveUninitialized } },
    ...([{ type: 'plant', by: 'subdomain' }, login, logout] as const),
  ),
  run(
    { session: { saveUninitialized, sameSite: 'strict' } },
    ...([login, { type: 'crossSite', vehicle: 'link' }, logout] as const),
  ),
  run(
    {
      frontEnd: { origin: 'http://localhost:8080', credentials: 'omit', cors: 'credentials' },
    },
    login,
    logout,
  ),
  run({ second: {} }, login, { ...logout, server: 'server2' }),
  run({ session: { destroyAtLogout: false } }, login, logout),
];

testLaws('a logout', LAWS, { examples: [...RARE, ...LEAVING] });
