import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import type { SettingsChange } from '../../src/sim/scenarios/toScenarios.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import { findDifferences } from './harness/player.ts';

const DESIGNS: readonly (readonly [string, SettingsChange])[] = [
  ['the walk', {}],
  ['a deny-list and refresh tokens', { token: { denyList: true, refreshLifetime: 600 } }],
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
