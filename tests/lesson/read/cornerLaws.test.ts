import { isOfSameSecond, readPasswordChange } from '../../../src/lesson/read/action/account.ts';
import { readSessionLeft, readTokenLeft } from '../../../src/lesson/read/action/leftAtEnd.ts';
import { readWaitingToken } from '../../../src/lesson/read/action/waiting.ts';
import { readPlantedOn } from '../../../src/lesson/read/held/replaced.ts';
import type { Action } from '../../../src/sim/action.ts';
import { listRecords } from '../../../src/sim/session/store.ts';
import { RARE } from '../../sim/properties/stories.ts';
import type { SettingsPatch } from '../../sim/runs.ts';
import { toSettings } from '../../sim/runs.ts';
import { listKept, readKept, readPart, readSid } from './bytes.ts';
import type { Evidence, Law } from './laws.ts';
import { isPhase, isPhaseOf, testLaws } from './laws.ts';

/** By whose clocks a token that the first browser keeps has time left, leeway and all. */
function listTaking({ state, moment: { settings } }: Evidence): readonly string[] | null {
  const token = readKept(state.clients.client, 'token');
  const { leeway = 0, verifier } = settings.token;
  if (token === null || verifier === 'decode') return null;
  const { exp } = readPart(token, 1);
  const late = verifier === 'naive' ? 0 : leeway;
  return Object.entries(state.servers).flatMap(([id, { clockOffset }]) =>
    exp === undefined || Number(exp) + late > state.clock + clockOffset ? [id] : [],
  );
}

const LAWS: readonly Law[] = [
  [
    'a token that the first server’s clock ends is said to last by a clock by which it does',
    (evidence) => {
      const { moment } = evidence;
      const isTold = ['wait.pass', 'end.rest'].includes(moment.kind);
      if (moment.strategy !== 'token' || !isTold) return null;
      const taking = listTaking(evidence);
      if (taking === null || taking.length === 0 || taking.includes('server')) return null;
      const held =
        moment.kind === 'end.rest' ? readTokenLeft(moment).held : readWaitingToken(moment);
      return taking.includes(held?.elsewhere?.server ?? '');
    },
  ],
  [
    'a token that no clock takes lasts nowhere, nor one that the first takes elsewhere',
    (evidence) => {
      const { moment } = evidence;
      if (moment.strategy !== 'token') return null;
      const taking = listTaking(evidence);
      const isPlain = taking?.length === 0 || taking?.includes('server');
      return isPlain ? readWaitingToken(moment)?.elsewhere === null : null;
    },
  ],
  [
    'a change of the password spares a token that is out exactly when one is not older',
    ({ moment, state }) => {
      const change = moment.kind === 'password.change' ? readPasswordChange(moment) : null;
      if (change?.type !== 'changed' || !change.tokens || change.tokens.since === null) return null;
      const since = change.tokens.since;
      const out = Object.values(state.clients)
        .flatMap((one) => [readKept(one, 'token'), one.discarded, ...one.stolen])
        .filter((one) => one?.startsWith('eyJ') ?? false)
        .map((one) => readPart(one as string, 1))
        .filter(({ iat }) => Number(iat) >= since);
      return out.length > 0 === (change.tokens.spared !== null);
    },
  ],
  [
    'a copy that is let in is of the same second where its iat says so, and not where it is older',
    (evidence) => {
      const { moment, state } = evidence;
      const isJudged = isPhaseOf(evidence, 'replay') && isPhase(evidence, 'respond', 'whole');
      const { proof } = moment.lane.outcome;
      const { comparesIat } = moment.settings.token;
      if (moment.strategy !== 'token' || !isJudged || !proof || !comparesIat) return null;
      const since = state.users?.[proof.userId]?.validSince;
      const { iat } = readPart(proof.credential, 1);
      return isOfSameSecond(moment) === (iat === since);
    },
  ],
  [
    'a cookie is planted on a user who is logged in where the jar had the cookie of a record with a user',
    (evidence) => {
      const { moment, state, before } = evidence;
      if (moment.kind !== 'plant.place' || moment.strategy !== 'session') return null;
      const records = Object.values(before.stores).flatMap((store) => listRecords(store));
      const isUsers = (value: string) =>
        records.some(([sid, { userId }]) => userId !== undefined && sid === readSid(value));
      const users = listKept(before.clients.client).filter(isUsers);
      const left = listKept(state.clients.client);
      const stays = users.some((value) => left.includes(value)) ? 'beside' : 'inItsPlace';
      return readPlantedOn(moment) === (users.length === 0 ? null : stays);
    },
  ],
  [
    'a token’s cookie is planted on a user where the jar had a token that names one',
    (evidence) => {
      const { moment, state, before } = evidence;
      if (moment.kind !== 'plant.place' || moment.strategy !== 'token') return null;
      if (moment.lane.outcome.idle !== null) return null;
      const list = ({ clients }: typeof state) =>
        (clients.client?.jar ?? [])
          .filter(({ name }) => name === (moment.settings.token.cookieName ?? 'token'))
          .filter(({ value }) => readPart(value, 1).id !== undefined)
          .map(({ value }) => value);
      const stays = list(state).some((value) => list(before).includes(value));
      const expected = list(before).length === 0 ? null : stays ? 'beside' : 'inItsPlace';
      return readPlantedOn(moment) === expected;
    },
  ],
  [
    'there was a session if any step of the run has a record',
    ({ moment }) => {
      if (moment.kind !== 'end.rest' || moment.strategy !== 'session') return null;
      const steps = moment.frames.slice(0, moment.step + 1);
      const counts = steps.map(({ session }) =>
        Object.values(session.state.stores).flatMap((store) => listRecords(store)),
      );
      return readSessionLeft(moment).never === (counts.flat().length === 0);
    },
  ],
];

const run = (patch: SettingsPatch, ...actions: readonly Action[]) => ({
  settings: toSettings(patch),
  actions: [...actions],
});
const login: Action = { type: 'login', fold: true };
const wait: Action = { type: 'wait', seconds: 1000 };
const end: Action = { type: 'end' };
const changePassword: Action = { type: 'changePassword' };
const replay: Action = { type: 'replay', fold: true };
const bySubdomain: Action = { type: 'plant', by: 'subdomain' };
const onBank = { origin: 'http://bank.localhost', session: { saveUninitialized: true } };

const CORNERS = [
  run({ second: { clockOffset: -3600 }, sharedStore: true }, login, wait, end),
  run({ token: { comparesIat: true } }, login, { type: 'steal' }, changePassword, replay),
  run(
    { token: { comparesIat: true } },
    ...([login, { type: 'steal' }, { ...wait, seconds: 1 }, changePassword, replay] as const),
  ),
  run(onBank, login, bySubdomain),
  run(
    { session: { saveUninitialized: true, httpOnly: false } },
    ...([login, { type: 'plant' }] as const),
  ),
  run(onBank, bySubdomain, login),
  run(
    { ...onBank, token: { keptIn: 'cookie' } },
    ...([login, { ...bySubdomain, invented: true }, { type: 'request' }] as const),
  ),
  run({}, { type: 'request' }, end),
  run({}, login, { type: 'logout' }, end),
];

testLaws('a corner', LAWS, { examples: [...RARE, ...CORNERS] });
