import { createHmac } from 'node:crypto';
import { findCookie } from '../../../src/lesson/read/held/held.ts';
import {
  isCookieSession,
  readCreatedData,
  readDataCheck,
  readSignatureChange,
} from '../../../src/lesson/read/server/dataInCookie.ts';
import { readHolders } from '../../../src/lesson/read/stage/holders.ts';
import type { Action } from '../../../src/sim/action.ts';
import type { Message } from '../../../src/sim/message.ts';
import { changeSettings } from '../../../src/sim/scenarios/toScenarios.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import { CSRF_CHECKS } from '../../../src/sim/settings.ts';
import type { ServerState, State } from '../../../src/sim/state.ts';
import { anyCookieRun } from '../../sim/arbitraries.ts';
import { isOwnPages } from './bytes.ts';
import type { Evidence, Law } from './laws.ts';
import { isPhase, isVisit, testLaws } from './laws.ts';

/*
 * Sessions whose data is in the cookie: what is read of a step against the bytes of its messages, by
 * Node's own HMAC.
 */
const listField = ({ headers }: Message, name: string): string[] =>
  headers.flatMap(([field, value]) => (field === name ? [value] : []));

const sign = (data: string, secret: string) =>
  createHmac('sha1', secret).update(`session=${data}`).digest('base64url');

/** Both halves as a server finds them: of two of one name the first. */
function findHalves(request: Message) {
  const pairs = listField(request, 'Cookie').flatMap((field) => field.split('; '));
  const find = (name: string) =>
    pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  return { data: find('session'), signature: find('session.sig') };
}

function readSigned(request: Message, { secrets }: ServerState) {
  const { data, signature } = findHalves(request);
  const signer = secrets.findIndex((secret) => sign(data, secret) === signature);
  if (signer < 0 || data === '') return null;
  try {
    return { signer, data: JSON.parse(Buffer.from(data, 'base64').toString()) as object };
  } catch {
    return null;
  }
}

const isOurs = ({ moment }: Evidence) => isCookieSession(moment);
const isTooLarge = ({ moment }: Evidence) => moment.lane.outcome.failure === 'headersTooLarge';

/** A server's verdict on a request for a page, with what it was asked. */
function findVerdict(evidence: Evidence) {
  const { moment, asked } = evidence;
  const isVerdict = isOurs(evidence) && isVisit(evidence) && isPhase(evidence, 'verify', 'whole');
  if (!isVerdict || !asked || moment.lane.outcome.allowed === null) return null;
  const check = readDataCheck(moment);
  return check && { check, asked, signed: readSigned(asked, evidence.server) };
}

const findHolding = ({ step }: Evidence) =>
  readHolders(step).find(({ item }) => item === 'Session data');

const keepsData = ({ clients }: State, id: string) =>
  clients[id]?.jar.some(({ name }) => name === 'session') ?? false;

const toHolderLaw = (
  place: 'client' | 'server' | 'attacker',
  holds: (evidence: Evidence) => boolean,
): Law => [
  `what is said to be held by ${place} is there`,
  (evidence) => {
    if (!isOurs(evidence)) return null;
    return findHolding(evidence)?.places.includes(place) === holds(evidence);
  },
];

const LAWS: readonly Law[] = [
  [
    'data is believed exactly when its signature fits, and is what the cookie says',
    (evidence) => {
      const verdict = findVerdict(evidence);
      if (!verdict || isTooLarge(evidence)) return null;
      const { check, signed } = verdict;
      if (check.type !== 'believed') return check.type === 'notEnough' || signed === null;
      return signed !== null && JSON.stringify(check.data) === JSON.stringify(signed.data);
    },
  ],
  [
    'who is refused although the signature fits is banned, lacks the role, or does not show that the own page asks',
    (evidence) => {
      const verdict = findVerdict(evidence);
      if (verdict?.check.type !== 'notEnough') return null;
      const { user, session } = evidence.moment.settings;
      const row = evidence.state.users?.[user.id] ?? { role: user.role ?? 'user', banned: false };
      const { failure } = verdict.check;
      if (verdict.signed === null) return false;
      const shown = isOwnPages(
        verdict.asked,
        evidence.moment.settings,
        failure,
        verdict.signed.data,
      );
      if (shown !== null) return !shown;
      if (failure === 'userBanned') return row.banned && !session.copiesUser;
      const { role = row.role } = verdict.signed.data as { role?: string };
      return failure === 'roleMissing' && (session.copiesUser ? role : row.role) !== 'admin';
    },
  ],
  [
    'a login writes the user into the data, and that is what is signed',
    (evidence) => {
      const { moment, answer, server } = evidence;
      if (!isOurs(evidence) || !moment.kind.startsWith('login.') || !answer) return null;
      const made = readCreatedData(moment);
      const set = listField(answer, 'Set-Cookie');
      if (!made || set.length === 0) return null;
      const [data = '', signature = ''] = set.map((field) => /=([^;]*)/.exec(field)?.[1] ?? '');
      const [secret = ''] = server.secrets;
      return made.value === data && sign(data, secret) === signature;
    },
  ],
  [
    'a signature is made anew where an older key had made it, and taken away where none had',
    (evidence) => {
      const verdict = findVerdict(evidence);
      if (!verdict || !isPhase(evidence, 'whole') || isTooLarge(evidence)) return null;
      const change = readSignatureChange(evidence.moment);
      const { data, signature } = findHalves(verdict.asked);
      const signer = evidence.server.secrets.findIndex((one) => sign(data, one) === signature);
      const isHalf = data === '' || signature === '';
      const expected = isHalf || signer === 0 ? null : signer > 0 ? 'anew' : 'away';
      return change === expected;
    },
  ],
  [
    'the cookie in a jar is told with the signature that lies beside it',
    ({ moment, state }) => {
      const jar = state.clients.client?.jar ?? [];
      if (!isCookieSession(moment) || jar.length === 0) return null;
      const list = (name: string) =>
        jar
          .filter((cookie) => cookie.name === name)
          .toSorted((a, b) => b.path.length - a.path.length);
      const [data] = list('session');
      const told = findCookie(state)?.value;
      if (!data) return told === undefined;
      // Beside: kept for the same hosts and paths. Another one may be older, and is read first.
      const signature = list('session.sig').find(
        ({ path, domain, hostOnly }) =>
          path === data.path && domain === data.domain && hostOnly === data.hostOnly,
      );
      return told === `${data.value}; session.sig=${signature?.value ?? ''}`;
    },
  ],
  [
    'a copy is worth something exactly when a key that is in use has signed it',
    ({ moment, state, action }) => {
      const { copy } = moment.lane.outcome;
      if (!isCookieSession(moment) || !copy || copy.failure === 'userBanned') return null;
      const owner = (action && 'client' in action && action.client) || 'client';
      const discarded = state.clients[owner]?.discarded ?? state.clients.client?.discarded;
      const tried = discarded ?? state.clients.attacker?.stolen.at(-1);
      if (state.clients[owner]?.discarded !== state.clients.client?.discarded || !tried)
        return null;
      const [data = '', signature = ''] = tried.split('; session.sig=');
      const isSigned = Object.values(state.servers).some(({ secrets }) =>
        secrets.some((secret) => sign(data, secret) === signature),
      );
      return copy.accepted === isSigned && copy.expiresAt === null;
    },
  ],
  toHolderLaw('client', ({ state }) =>
    Object.keys(state.clients).some((id) => id !== 'attacker' && keepsData(state, id)),
  ),
  toHolderLaw('server', ({ state }) =>
    Object.values(state.servers).some(
      ({ handling }) =>
        handling !== null && (handling.issued !== null || findHalves(handling.request).data !== ''),
    ),
  ),
  toHolderLaw(
    'attacker',
    ({ state }) =>
      keepsData(state, 'attacker') || (state.clients.attacker?.stolen ?? []).length > 0,
  ),
];

const settings = changeSettings({ user: { role: 'admin' }, session: { dataIn: 'cookie' } });
const EXAMPLES: readonly (readonly Action[])[] = [
  [
    { type: 'login' },
    { type: 'steal' },
    { type: 'rotateSecret', how: 'add' },
    { type: 'request', target: '/admin', fold: true },
    { type: 'demote' },
    { type: 'request', target: '/admin', fold: true },
    { type: 'ban' },
    { type: 'request', fold: true },
    { type: 'tamper', part: 'payload', fold: true },
    { type: 'forge', how: 'unsigned' },
    { type: 'logout' },
    { type: 'replay' },
  ],
];

/** Another site's form takes the cookie along, and the server asks whose page it is. */
const FORMS: readonly Action[] = [
  { type: 'login' },
  { type: 'crossSite', vehicle: 'form' },
  { type: 'crossSite', vehicle: 'form', from: 'sibling', fold: true },
];
const toForms = (csrf: Settings['csrf']) => ({
  ...changeSettings({
    origin: 'https://bank.localhost:3000',
    session: { dataIn: 'cookie', sameSite: 'none', secure: true },
  }),
  csrf,
});

testLaws('session data in the cookie', LAWS, {
  anyOf: anyCookieRun(12),
  examples: [
    ...EXAMPLES.map((actions) => ({ settings, actions: [...actions] })),
    ...CSRF_CHECKS.map((csrf) => ({ settings: toForms(csrf), actions: [...FORMS] })),
  ],
});
