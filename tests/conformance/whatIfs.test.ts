import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import type { SettingsChange } from '../../src/sim/scenarios/toScenarios.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import { SECOND_SECRETS, VERIFIERS } from '../../src/sim/settings.ts';
import { listUndrawn } from '../sim/drawn.ts';
import type { StoreKind } from './harness/outsideStore.ts';
import { findDifferences } from './harness/player.ts';
import { keepsOutside, STORES } from './harness/world.ts';
import type { Play } from './whatIfArbitraries.ts';
import { onePlay, serversPlay } from './whatIfArbitraries.ts';

/** `npm run random` sets these. A seed makes the same runs again. */
const { RANDOM_RUNS, RANDOM_SEED } = process.env;
const RUNS = Number(RANDOM_RUNS ?? 300);
const seed = RANDOM_SEED === undefined ? {} : { seed: Number(RANDOM_SEED) };
/** Each server of these is a process, whose start takes longer than all that it is asked. */
const SERVERS_RUNS = RANDOM_RUNS === undefined ? 3 : Math.ceil(RUNS / 50);
/** So long that only what hangs is stopped: a run takes a tenth of a second where nothing else does. */
const TIMEOUT_MS = 120_000 + RUNS * 2_000;

async function agree(plays: fc.Arbitrary<Play>, numRuns: number, store?: StoreKind) {
  const holds = fc.asyncProperty(plays, async (play) => {
    expect(await findDifferences(play, store)).toEqual([]);
  });
  await fc.assert(holds, { numRuns, ...seed });
}

test(
  'whatever is done to one server, in any design, it sends what the real ones send',
  () => agree(onePlay, RUNS),
  TIMEOUT_MS,
);

/** What a naive verifier believes is how to verify; which key it is, it finds as any other does. */
test.each(['add', 'replace'] as const)(
  'a naive verifier finds its key by kid, after a rotation by %s',
  async (how) => {
    const settings = changeSettings({ token: { kid: true, verifier: 'naive' } });
    const actions: readonly Action[] = [
      { type: 'login' },
      { type: 'rotateSecret', how },
      { type: 'request' },
      { type: 'forge', how: 'unsigned' },
      { type: 'forge', how: 'otherSecret' },
      { type: 'forge', how: 'leakedSecret' },
      { type: 'forge', how: 'otherAlgorithm' },
      { type: 'rotateSecret', how: 'retire' },
      { type: 'forge', how: 'leakedSecret' },
      { type: 'request' },
    ];
    expect(await findDifferences({ settings, actions })).toEqual([]);
  },
);

test.each(VERIFIERS)(
  'aud, iss and nbf are written and asked for as the engine does, by a %s verifier',
  async (verifier) => {
    const token = { audience: 'shop', issuer: 'https://id.test', notBefore: 30, verifier };
    const settings = changeSettings({
      ...{ token, payload: { sub: 'ada' }, second: { tokenAudience: 'billing' } },
    });
    const actions: readonly Action[] = [
      { type: 'login' },
      { type: 'request' },
      { type: 'wait', seconds: 30 },
      { type: 'request' },
      { type: 'request', server: 'server2' },
      ...(['unsigned', 'otherSecret', 'otherAlgorithm'] as const).map(
        (how): Action => ({ type: 'forge', how }),
      ),
    ];
    expect(await findDifferences({ settings, actions })).toEqual([]);
  },
);

const AT_SECOND = { server: 'server2' } as const;
/** The user logs in and out at the second server, and asks both in between. */
const ABROAD: readonly Action[] = [
  { type: 'login', ...AT_SECOND },
  { type: 'request' },
  { type: 'steal' },
  { type: 'login' },
  { type: 'request', ...AT_SECOND },
  { type: 'logout', ...AT_SECOND },
  { type: 'request' },
  { type: 'replay', ...AT_SECOND },
  { type: 'login', password: 'wrong horse', ...AT_SECOND },
];
const DESIGNS: Readonly<Record<string, SettingsChange>> = {
  'stores of their own': { second: {}, token: { denyList: true, refreshLifetime: 300 } },
  'one store, clocks apart': { second: { clockOffset: 90 }, sharedStore: true },
  'different secrets': {
    ...{ second: SECOND_SECRETS, sharedStore: true },
    token: { keptIn: 'cookie' },
  },
};
const abroad = Object.entries(DESIGNS).flatMap(([name, change]) => {
  const settings = changeSettings(change);
  const stores = keepsOutside(settings) ? STORES : (['LevelDB'] as const);
  return stores.map((store) => ({ name, store, settings }));
});

test.each(abroad)(
  'a login and a logout at the second server, with $name ($store)',
  async ({ settings, store }) => {
    expect(await findDifferences({ settings, actions: ABROAD }, store)).toEqual([]);
  },
  TIMEOUT_MS,
);

test.each(['login', 'logout'] as const)('the random runs have a %s there, too', (type) => {
  const plays = fc.sample(serversPlay(false), { numRuns: 200, seed: 1 });
  const isThere = (one: Action) => one.type === type && one.server === 'server2';
  expect(plays.filter(({ actions }) => actions.some(isThere)).length).toBeGreaterThan(20);
});

test('the random runs come to every setting and every Action', () => {
  const sampled = { numRuns: 400, seed: 1 };
  const plays = [...fc.sample(onePlay, sampled), ...fc.sample(serversPlay(false), sampled)];
  expect(listUndrawn(plays)).toEqual([]);
});

test.each(STORES)(
  'so do servers that restart, and two of them, with the sessions in %s',
  (store) => agree(serversPlay(store === 'Redis'), SERVERS_RUNS, store),
  TIMEOUT_MS,
);
