import { describe, expect, test } from 'vitest';
import { sayFault } from '../../src/lesson/texts/faults.ts';
import type { Action } from '../../src/sim/action.ts';
import { parseJson } from '../../src/sim/bytes/json.ts';
import { MAX_ACTIONS, MAX_CLIENTS, validateActions } from '../../src/sim/check/actions.ts';
import { findPastJsonBytes } from '../../src/sim/check/bytes.ts';
import type { Problem } from '../../src/sim/check/problem.ts';
import { validateSettings } from '../../src/sim/check/settings.ts';
import {
  MAX_ADDRESS_CHARS,
  MAX_FILE_CHARS,
  parseRunAddress,
  parseRunFile,
} from '../../src/sim/runs/runFile.ts';
import { DEFAULT_SETTINGS } from '../../src/sim/settings.ts';
import { toSettings } from './runs.ts';

type Told = readonly (readonly [path: string, message: string])[];
const readTold = (result: object): Told =>
  'errors' in result
    ? (result.errors as Problem[]).map(({ path, fault }) => [path, sayFault(fault)] as const)
    : [];

const NAME = "It must have 1 to 64 letters, digits or any of !#$%&'*+-.^_`|~.";
const HOST = 'It must be the name of a host, such as example.com.';
const ORIGIN = 'It must be an http or https origin.';
const FRONT_END = { origin: 'https://app.test', credentials: 'omit', cors: 'none' };
const INCOMPLETE = 'It must have origin, credentials and cors.';
const without = (name: keyof typeof FRONT_END) => ({ ...FRONT_END, [name]: undefined });
const nest = (depth: number): object => (depth === 0 ? {} : { a: nest(depth - 1) });
const label = 'a'.repeat(63);
const longHost = (last: number) => [label, label, label, 'a'.repeat(last)].join('.');

describe('what is wrong with settings is told in one sentence', () => {
  test.each<[object, string, string]>([
    [{ token: 1 }, 'token', 'It must be an object.'],
    [{ nonsense: 1 }, 'nonsense', 'There is no such member.'],
    [{ token: { keptIn: 'x' } }, 'token.keptIn', 'It must be one of memory, localStorage, cookie.'],
    [{ token: { leeway: 86_401 } }, 'token.leeway', 'It must be a whole number from 0 to 86400.'],
    [{ session: { rolling: 1 } }, 'session.rolling', 'It must be true or false.'],
    [{ user: { id: 7 } }, 'user.id', 'It must be text.'],
    [{ user: { id: '' } }, 'user.id', 'It must have 1 to 64 bytes, but has 0.'],
    [{ user: { id: 'ü'.repeat(33) } }, 'user.id', 'It must have 1 to 64 bytes, but has 66.'],
    [{ user: { id: '\ud800' } }, 'user.id', 'It is no well-formed Unicode.'],
    [{ session: { secrets: 'x' } }, 'session.secrets', 'It must be a list.'],
    [{ session: { secrets: [] } }, 'session.secrets', 'It must have 1 to 8 entries.'],
    [
      { session: { secrets: Array(9).fill('x') } },
      'session.secrets',
      'It must have 1 to 8 entries.',
    ],
    [{ session: { cookieName: '' } }, 'session.cookieName', NAME],
    [{ session: { cookieName: 7 } }, 'session.cookieName', NAME],
    [{ session: { cookieName: 'x'.repeat(65) } }, 'session.cookieName', NAME],
    [
      ...[{ session: { cookieName: 'session.sig' } }, 'session.cookieName'],
      'session.sig is the name that cookie-session has; take another.',
    ] as [object, string, string],
    [
      ...[{ token: { cookieName: 'refreshToken' } }, 'token.cookieName'],
      'refreshToken is the name that a refresh token’s has; take another.',
    ] as [object, string, string],
    [{ session: { cookieDomain: '-' } }, 'session.cookieDomain', HOST],
    [{ session: { cookieDomain: longHost(62) } }, 'session.cookieDomain', HOST],
    [{ session: { cookieDomain: ['a'] } }, 'session.cookieDomain', HOST],
    [{ origin: 'ftp://bank.test' }, 'origin', ORIGIN],
    [{ origin: 'xhttps://bank.test' }, 'origin', ORIGIN],
    [{ origin: 'bank' }, 'origin', ORIGIN],
    [{ origin: ['https://bank.test'] }, 'origin', ORIGIN],
    [{ origin: `https://${longHost(30)}` }, 'origin', ORIGIN],
    [{ frontEnd: without('origin') }, 'frontEnd', INCOMPLETE],
    [{ frontEnd: without('credentials') }, 'frontEnd', INCOMPLETE],
    [{ frontEnd: without('cors') }, 'frontEnd', INCOMPLETE],
    [{ tlsProxy: { tells: true } }, 'tlsProxy', 'It must have tells and trusted.'],
    [{ tlsProxy: { trusted: true } }, 'tlsProxy', 'It must have tells and trusted.'],
    [{ payload: [] }, 'payload', 'It must be a JSON object.'],
    [{ payload: nest(32) }, 'payload', 'It is nested deeper than 32.'],
    [{ payload: { t: 'x'.repeat(24_576) } }, 'payload', 'It has 24584 bytes, more than 24576.'],
    [
      { csrf: 'token', session: { dataIn: 'cookie' } },
      'csrf',
      'It goes only with session data in a store.',
    ],
  ])('%j', (value, path, message) => {
    expect(readTold(validateSettings(value))).toEqual([[path, message]]);
  });

  test.each<object>([
    { user: { id: 'ü'.repeat(32) } },
    { token: { leeway: 86_400 } },
    { session: { secrets: Array(8).fill('x') } },
    { session: { cookieName: 'x'.repeat(64) } },
    { session: { cookieDomain: longHost(61) } },
    { origin: `https://${'a'.repeat(63)}.${'a'.repeat(28)}` },
    { origin: 'http://bank.test' },
    { frontEnd: FRONT_END },
    { tlsProxy: { tells: false, trusted: false } },
    { payload: nest(31) },
  ])('and nothing with %j', (value) => {
    expect(validateSettings(value)).toHaveProperty('settings');
  });
});

const USERS = 'It must be one of the user’s browsers, not the attacker.';
const CLIENT =
  'It must be a letter, then up to 15 letters or digits, and no ID of a server or store.';
const onClients = (count: number): Action[] =>
  Array.from({ length: count }, (_, i) => ({ type: 'login', client: `tablet${i}` }));

describe('what is wrong with Actions is told in one sentence', () => {
  test.each<[unknown, string, string]>([
    [{}, 'actions', 'It must be a list.'],
    [[7], 'actions[0]', 'It must be an object.'],
    [[{ type: 'tamper' }], 'actions[0].part', 'It is missing.'],
    [[{ type: 'wait' }], 'actions[0]', 'A wait has either seconds or until.'],
    [
      [{ type: 'login', old: true, password: 'x' }],
      'actions[0]',
      'A login has either password or old.',
    ],
    [[{ type: 'forget', client: 'attacker' }], 'actions[0].client', USERS],
    [[{ type: 'forget', client: 'server' }], 'actions[0].client', CLIENT],
    [[{ type: 'forget', client: 7 }], 'actions[0].client', CLIENT],
    [[{ type: 'login', client: 'server' }], 'actions[0].client', CLIENT],
    [onClients(MAX_CLIENTS), 'actions[7].client', 'The run has more than 8 clients.'],
    [
      [{ type: 'request', server: 'server2' }],
      ...(['actions[0].server', 'There is no second server in these settings.'] as const),
    ],
    [Array(MAX_ACTIONS + 1).fill({ type: 'end' }), 'actions', 'It has more than 20000 entries.'],
  ])('%j', (value, path, message) => {
    expect(readTold(validateActions(value, DEFAULT_SETTINGS))).toEqual([[path, message]]);
  });

  test('and nothing with as many as there may be', () => {
    for (const actions of [
      Array(MAX_ACTIONS).fill({ type: 'end' }),
      // The user’s first browser is one of them, named or not.
      [{ type: 'request' }, { type: 'login', client: 'client' }, ...onClients(MAX_CLIENTS - 1)],
      Array(500).fill({ type: 'login' }),
    ])
      expect(validateActions(actions, DEFAULT_SETTINGS)).toEqual({ actions });
  });

  test('twenty times, and no more', () => {
    expect(readTold(validateActions(Array(30).fill(7), DEFAULT_SETTINGS))).toHaveLength(20);
  });

  test.each([
    ['the session', { session: { lifetime: 900 }, token: { lifetime: 60 } }, 900],
    [
      'the token with its leeway',
      { session: { lifetime: 60 }, token: { lifetime: 900, leeway: 30 } },
      930,
    ],
    ['the token alone', { session: { lifetime: null }, token: { lifetime: 900 } }, 900],
  ])('a wait until something ends counts as long as %s lives', (_what, patch, longest) => {
    const limit = 1000 * 365 * 86_400;
    const waits = (seconds: number) => [
      ...Array(99).fill({ type: 'wait', seconds: 10 * 365 * 86_400 }),
      { type: 'wait', seconds: 10 * 365 * 86_400 - longest + seconds },
      { type: 'wait', until: 'token' },
    ];
    expect(waits(0).reduce((sum, { seconds = longest }) => sum + seconds, 0)).toBe(limit);
    const check = (seconds: number) => readTold(validateActions(waits(seconds), toSettings(patch)));
    expect(check(0)).toEqual([]);
    expect(check(1)).toEqual([['actions[100]', 'The run waits for too long in all.']]);
  });
});

describe('JSON text says what it misses', () => {
  test.each([
    ['{"a": 1,}', 'Expected a name in double quotes', 8],
    ['{"a" 1}', 'Expected :', 5],
    ['{"a": 1', 'Expected }', 7],
    ['[1, 2', 'Expected ]', 5],
    ['[{}', 'Expected ]', 3],
    ['{"a": [], "b": {}, c}', 'Expected a name in double quotes', 19],
    ['[x]', 'Expected a value (text needs quotes)', 1],
    ['[[], {}, x]', 'Expected a value (text needs quotes)', 9],
    ['{"a": 1} x', 'Here it should end', 9],
    ['[1e400]', 'This number is too large', 1],
    ['[1, [2, 1e400]]', 'This number is too large', 8],
    [`${'['.repeat(33)}1${']'.repeat(33)}`, 'Nested deeper than 32', 32],
    [`${'[{"a":'.repeat(16)}[1]${'}]'.repeat(16)}`, 'Nested deeper than 32', 96],
  ])('%s: %s', (text, message, position) => {
    const read = parseJson(text);
    expect('fault' in read && sayFault(read.fault)).toBe(`${message}.`);
    expect(read).toHaveProperty('position', position);
  });

  test.each(['[]', '{}', '[[], {}]', `${'['.repeat(32)}1${']'.repeat(32)}`, '[1, 2]'])(
    '%s is JSON',
    (text) => {
      expect(parseJson(text)).toEqual({ value: JSON.parse(text) });
    },
  );
});

test.each([
  ['{"a":1}', 7, undefined],
  ['{"a":1}', 6, 6],
  ['{"a":1}', 0, 0],
  ['', 0, undefined],
])('%s is past %i bytes at %s', (text, limit, at) => {
  expect(findPastJsonBytes(text, limit)).toBe(at);
});

describe('what is wrong with a run from outside is told in one sentence', () => {
  const toFile = (value: unknown) => JSON.stringify(value);
  const GOOD = { authtrace: 1, settings: {}, actions: [] };
  test.each<[string, string, string]>([
    ['7', '', 'This is no run of AuthTrace.'],
    ['[]', '', 'This is no run of AuthTrace.'],
    [toFile({ ...GOOD, authtrace: 2 }), 'authtrace', 'This is no run of AuthTrace in version 1.'],
    [toFile({ ...GOOD, scenario: 7 }), 'scenario', 'It must be text.'],
    [toFile({ ...GOOD, settings: 7 }), 'settings', 'It must be an object.'],
    [toFile({ ...GOOD, settings: { seed: 7 } }), 'settings.seed', 'It must be text.'],
    [toFile({ ...GOOD, actions: 7 }), 'actions', 'It must be a list.'],
    ['[x]', '', 'Expected a value (text needs quotes).'],
    [' '.repeat(MAX_FILE_CHARS + 1), '', `The file has more than ${MAX_FILE_CHARS} characters.`],
  ])('in a file: %s', (text, path, message) => {
    expect(readTold(parseRunFile(text))).toEqual([[path, message]]);
  });

  test.each([
    [
      'A'.repeat(MAX_ADDRESS_CHARS + 1),
      'The run in the address is longer than any that this page writes.',
    ],
    ['A'.repeat(MAX_ADDRESS_CHARS), 'The run in the address cannot be read.'],
    ['*', 'The run in the address cannot be read.'],
    // No UTF-8.
    [
      Buffer.from([0x22, 0xff, 0x22]).toString('base64url'),
      'The run in the address cannot be read.',
    ],
    [Buffer.from('7').toString('base64url'), 'This is no run of AuthTrace.'],
  ])('in an address: %s', (value, message) => {
    expect(readTold(parseRunAddress(value, DEFAULT_SETTINGS))).toEqual([['', message]]);
  });

  test('and nothing with as long a file as there may be', () => {
    const text = toFile(GOOD);
    const padded = text + ' '.repeat(MAX_FILE_CHARS - text.length);
    expect(parseRunFile(padded)).toHaveProperty('run');
  });
});
