import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import type { SettingsChange } from '../../src/sim/scenarios/toScenarios.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import { findDifferences } from './harness/player.ts';

const DESIGNS: readonly (readonly [string, SettingsChange])[] = [
  ['the walk', {}],
  ['a deny-list and refresh tokens', { token: { denyList: true, refreshLifetime: 600 } }],
  [
    'all that is out ends',
    { session: { endAllAtPasswordChange: true }, token: { comparesIat: true } },
  ],
  [
    'the same with refresh tokens and a store that survives',
    {
      session: { endAllAtPasswordChange: true, store: 'persistent', clearCookieAtLogout: false },
      token: { comparesIat: true, refreshLifetime: 600 },
    },
  ],
  ['a token in a cookie', { token: { keptIn: 'cookie' }, session: { rolling: true } }],
];

const PHONE = { client: 'phone' } as const;
const ATTACKER = { client: 'attacker' } as const;

const RUNS: readonly (readonly [string, readonly Action[]])[] = [
  [
    'a second browser of the user',
    [
      { type: 'login' },
      { type: 'login', ...PHONE },
      { type: 'request' },
      { type: 'logout' },
      { type: 'request' },
      { type: 'request', ...PHONE },
      { type: 'refresh', ...PHONE },
      { type: 'steal', ...PHONE },
      { type: 'forget', ...PHONE },
      { type: 'replay' },
      { type: 'login', ...PHONE },
      { type: 'wait', seconds: 60 },
      { type: 'login' },
      { type: 'logout', ...PHONE },
      { type: 'request', ...PHONE },
      { type: 'request' },
    ],
  ],
  [
    'a changed password and a logout everywhere',
    [
      { type: 'changePassword' },
      { type: 'logoutEverywhere' },
      { type: 'login' },
      { type: 'login', ...PHONE },
      { type: 'steal', ...PHONE },
      { type: 'wait', seconds: 60 },
      { type: 'changePassword', ...PHONE },
      { type: 'request' },
      { type: 'request', ...PHONE },
      { type: 'replay' },
      { type: 'refresh' },
      { type: 'login', old: true },
      { type: 'login' },
      { type: 'login', ...PHONE },
      { type: 'login', ...ATTACKER },
      { type: 'changePassword' },
      { type: 'login', old: true },
      { type: 'request', ...PHONE },
      { type: 'wait', seconds: 1 },
      { type: 'login' },
      { type: 'wait', seconds: 1 },
      { type: 'logoutEverywhere' },
      { type: 'request', ...ATTACKER },
      { type: 'request', ...PHONE },
      { type: 'refresh', ...PHONE },
      { type: 'login' },
      { type: 'request' },
    ],
  ],
  [
    'a banned user who changes the password',
    [
      { type: 'login' },
      { type: 'ban' },
      { type: 'changePassword' },
      { type: 'logoutEverywhere' },
      { type: 'request' },
    ],
  ],
  [
    'an attacker with a browser of its own',
    [
      { type: 'login' },
      { type: 'login', ...ATTACKER },
      { type: 'logout' },
      { type: 'request', ...ATTACKER },
      { type: 'request' },
      { type: 'logout', ...ATTACKER },
      { type: 'request', ...ATTACKER },
    ],
  ],
];

for (const [name, actions] of RUNS) {
  test.each(DESIGNS)(`the real servers agree on ${name}: %s`, async (_design, change) => {
    const settings = changeSettings(change);
    expect(await findDifferences({ settings, actions })).toEqual([]);
  });
}
