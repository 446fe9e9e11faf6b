import { expect, test } from 'vitest';
import { createRefreshStore, createRefreshTokens } from '../../src/reference/refreshTokens.js';
import type { Action } from '../../src/sim/action.ts';
import type { SettingsChange } from '../../src/sim/scenarios/toScenarios.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import { findDifferences } from './harness/player.ts';

const LOGIN: Action = { type: 'login' };
const BEGIN: Action = { type: 'startSlow' };
const END: Action = { type: 'finishSlow' };
const LOGOUT: Action = { type: 'logout' };
const REQUEST: Action = { type: 'request' };
const PHONE = { client: 'phone' } as const;

const DESIGNS: readonly (readonly [string, SettingsChange])[] = [
  ['the walk', {}],
  ['resave', { session: { resave: true } }],
  ['pages that write', { session: { countsVisits: true }, payload: { plan: 'gold' } }],
  [
    'both, rolling, without regenerate',
    { session: { resave: true, countsVisits: true, rolling: true, regenerate: false } },
  ],
  ['no maxAge', { session: { lifetime: null, countsVisits: true } }],
  ['visitors have sessions', { session: { saveUninitialized: true, resave: true } }],
  ['a token in a cookie', { token: { keptIn: 'cookie' }, session: { rolling: true } }],
  ['a deny-list', { token: { denyList: true } }],
];

const RUNS: readonly (readonly [string, readonly Action[]])[] = [
  ['ends after the logout', [LOGIN, BEGIN, LOGOUT, REQUEST, END, REQUEST, LOGOUT, REQUEST]],
  ['ends after its record', [LOGIN, BEGIN, { type: 'wait', seconds: 900 }, END, REQUEST]],
  ['ends after another login', [LOGIN, BEGIN, LOGIN, END, REQUEST, REQUEST]],
  ['is refused at once', [BEGIN, END, REQUEST, LOGIN, { type: 'ban' }, BEGIN, END]],
  [
    'is one of two',
    [
      LOGIN,
      { ...LOGIN, ...PHONE },
      BEGIN,
      { ...BEGIN, ...PHONE },
      { ...END, ...PHONE },
      LOGOUT,
      END,
    ],
  ],
  ['is never answered', [LOGIN, BEGIN, BEGIN, LOGOUT]],
];

for (const [name, actions] of RUNS) {
  test.each(DESIGNS)(
    `the real servers agree on a slow request that ${name}: %s`,
    async (_, change) => {
      expect(await findDifferences({ settings: changeSettings(change), actions })).toEqual([]);
    },
  );
}

test('the real servers agree on a slow request over a restart', async () => {
  const settings = changeSettings({ session: { store: 'persistent', resave: true } });
  const actions: readonly Action[] = [LOGIN, BEGIN, { type: 'restart' }, END, REQUEST];
  expect(await findDifferences({ settings, actions })).toEqual([]);
});

test.each([0, 10])(
  'with a grace of %i s two trades at once are answered as the engine says',
  async (grace) => {
    const store = createRefreshStore();
    let [asked, letThrough] = [0, () => {}];
    const met = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    // Both are there before either is traded in.
    const meeting = {
      ...store,
      async trade(...given: Parameters<typeof store.trade>) {
        asked += 1;
        if (asked === 2) letThrough();
        await met;
        return store.trade(...given);
      },
    };
    const { issue, redeem } = createRefreshTokens({ store: meeting, grace });
    const token = await issue('abc123');
    const traded = await Promise.all([redeem(token), redeem(token)]);
    expect(traded.filter((one) => one !== null).length).toBe(grace > 0 ? 2 : 1);
    const settings = changeSettings({ token: { refreshLifetime: 86_400, refreshGrace: grace } });
    const actions: readonly Action[] = [
      LOGIN,
      { type: 'refreshTwice' },
      { type: 'refresh' },
      REQUEST,
    ];
    expect(await findDifferences({ settings, actions })).toEqual([]);
  },
);

const LEAVE = (['reload', 'tab', 'browser'] as const).map(
  (how): Action => ({ type: 'leave', how }),
);
const KEPT: readonly SettingsChange[] = [
  { token: { keptIn: 'memory', refreshLifetime: 600 } },
  { session: { lifetime: null }, token: { keptIn: 'cookie', refreshLifetime: 600 } },
  { noStore: false },
];

test.each(KEPT)('the real servers agree on pages that are left: %j', async (change) => {
  const actions = LEAVE.flatMap((leave): Action[] => [
    ...[LOGIN, REQUEST, leave, REQUEST],
    ...[{ type: 'refresh' } as const, { type: 'back' } as const, LOGOUT, { type: 'back' } as const],
  ]);
  expect(await findDifferences({ settings: changeSettings(change), actions })).toEqual([]);
});
