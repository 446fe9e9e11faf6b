import { expect, test } from 'vitest';
import type { Action } from '../../../src/sim/action.ts';
import { findJoseReason } from '../../../src/sim/token/verify/library.ts';
import type { SettingsPatch } from '../runs.ts';
import { toSettings } from '../runs.ts';

const PEM = '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----';
const pem = { type: 'pemSecret' } as const;

test.each<[string, SettingsPatch, ReturnType<typeof findJoseReason>]>([
  ['the walk', {}, null],
  ['any other payload', { payload: { city: 'Köln' } }, null],
  [
    'a member of Object.prototype',
    { payload: { city: 'Köln', toString: 1 } },
    { type: 'payloadMember', name: 'toString' },
  ],
  ['a PEM text', { token: { secret: PEM } }, pem],
  ['a PEM text after something', { token: { secret: `\n ${PEM}` } }, pem],
  ['one at the second server alone', { second: { tokenSecret: PEM } }, pem],
  ['another secret there', { second: { tokenSecret: 'x' } }, null],
  ['none of its own there', { second: {} }, null],
  ['a PEM text that is never used', { token: { secret: PEM }, secretAtBoot: 'random' }, null],
  ['one that is', { token: { secret: PEM }, secretAtBoot: 'fixed' }, pem],
] as const)('by its settings: %s', (_name, patch, reason) => {
  expect(findJoseReason(toSettings(patch), [])).toEqual(reason);
});

test.each<[readonly Action[], ReturnType<typeof findJoseReason>]>([
  [[{ type: 'login' }], null],
  [[{ type: 'login' }, { type: 'tamper', part: 'signature' }], null],
  [[{ type: 'login' }, { type: 'tamper', part: 'lastLetter' }], { type: 'lastLetter' }],
])('by what is done: %j', (actions, reason) => {
  expect(findJoseReason(toSettings(), actions)).toEqual(reason);
});
