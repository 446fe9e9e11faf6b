import { describe, expect, test } from 'vitest';
import { parseJson, toPlace } from '../../src/sim/bytes/json.ts';
import { validateActions } from '../../src/sim/check/actions.ts';
import {
  isWeakSecret,
  MAX_PAYLOAD_BYTES,
  validatePayload,
  validateSettings,
} from '../../src/sim/check/settings.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import { DEFAULT_SETTINGS } from '../../src/sim/settings.ts';

test.each(SCENARIOS)('$id has settings and Actions that pass', ({ settings, actions }) => {
  expect(validateSettings(settings)).toEqual({ settings });
  expect(validateActions(actions, settings)).toEqual({ actions });
});

const paths = (result: object) =>
  'errors' in result ? (result.errors as { path: string }[]).map(({ path }) => path) : [];

test.each([
  [null, ''],
  [[], ''],
  [{ token: 1 }, 'token'],
  [{ token: { lifetime: 0 } }, 'token.lifetime'],
  [{ token: { lifetime: 1.5 } }, 'token.lifetime'],
  [{ token: { lifetime: '900' } }, 'token.lifetime'],
  [{ token: { algorithms: [] } }, 'token.algorithms'],
  [{ token: { algorithms: ['none'] } }, 'token.algorithms[0]'],
  [{ session: { sameSite: 'Lax' } }, 'session.sameSite'],
  [{ session: { secrets: [''] } }, 'session.secrets[0]'],
  [{ session: { secrets: ['x'.repeat(1025)] } }, 'session.secrets[0]'],
  [{ session: { secrets: ['\ud800'.repeat(40)] } }, 'session.secrets[0]'],
  [{ session: { rolling: 1 } }, 'session.rolling'],
  [{ session: { cookieName: '' } }, 'session.cookieName'],
  [{ session: { cookieName: 'a b' } }, 'session.cookieName'],
  [{ session: { cookieName: 'a=b' } }, 'session.cookieName'],
  [{ session: { cookieName: 'é' } }, 'session.cookieName'],
  [{ session: { cookieName: 'session' } }, 'session.cookieName'],
  [{ session: { cookieName: 'x'.repeat(65) } }, 'session.cookieName'],
  [{ token: { cookieName: 'a b' } }, 'token.cookieName'],
  [{ token: { cookieName: 'session' } }, 'token.cookieName'],
  [{ token: { cookieName: 'refreshToken' } }, 'token.cookieName'],
  [{ session: { cookieDomain: '' } }, 'session.cookieDomain'],
  [{ session: { cookieDomain: 'bank.test; Secure' } }, 'session.cookieDomain'],
  [{ session: { cookieDomain: 'bank..test' } }, 'session.cookieDomain'],
  [{ session: { cookieDomain: 'bank.test:3000' } }, 'session.cookieDomain'],
  [{ session: { cookieDomain: null } }, 'session.cookieDomain'],
  [{ session: { nextCookieDomain: '-' } }, 'session.nextCookieDomain'],
  [{ origin: 'javascript:alert(1)' }, 'origin'],
  [{ origin: 'http://localhost:3000/' }, 'origin'],
  [{ start: -1 }, 'start'],
  [{ payload: [] }, 'payload'],
  [{ payload: { exp: 1 } }, 'payload'],
  [{ payload: { text: 'x'.repeat(MAX_PAYLOAD_BYTES) } }, 'payload'],
  [{ nonsense: 1 }, 'nonsense'],
])('%j is told at %s', (value, path) => {
  expect(paths(validateSettings(value))).toEqual([path]);
});

test('all that is wrong is told at once', () => {
  const wrong = { token: { lifetime: 0, leeway: -1 }, session: { rolling: 'yes' } };
  expect(paths(validateSettings(wrong))).toEqual([
    'token.lifetime',
    'token.leeway',
    'session.rolling',
  ]);
});

test.each([
  [{}, 'actions'],
  [[{}], 'actions[0].type'],
  [[{ type: 'tamper' }], 'actions[0].part'],
  [[{ type: 'login', password: 1 }], 'actions[0].password'],
  [[{ type: 'wait' }], 'actions[0]'],
  [[{ type: 'wait', seconds: 1, until: 'token' }], 'actions[0]'],
  [[{ type: 'wait', seconds: -1 }], 'actions[0].seconds'],
  [[{ type: 'end', seconds: 1 }], 'actions[0].seconds'],
  [[{ type: 'request', target: '/etc' }], 'actions[0].target'],
  [[{ type: 'constructor' }], 'actions[0].type'],
])('the Actions %j are told at %s', (value, path) => {
  expect(paths(validateActions(value, DEFAULT_SETTINGS))).toEqual([path]);
});

test('a run cannot wait until dates end', () => {
  const decade = { type: 'wait', seconds: 10 * 365 * 86_400 };
  const errors = paths(validateActions(Array(101).fill(decade), DEFAULT_SETTINGS));
  expect(errors).toEqual(['actions[100]']);
});

describe('JSON text', () => {
  test.each([
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ['{a: 1}', 1],
    ['[1, 2', 5],
    ['{"a": "b\nc"}', 6],
    ['{"a": 01}', 7],
    ['{"a": 1} x', 9],
    ['{"a": 1e400}', 6],
    ['{"a": [-1e999]}', 7],
    ['', 0],
    [`${'{"a":'.repeat(33)}1${'}'.repeat(33)}`, 160],
  ])('%s goes wrong at %i', (text, position) => {
    expect(parseJson(text)).toMatchObject({ position });
    expect(validatePayload(text)).toMatchObject({ errors: [{ path: 'payload', position }] });
  });

  test('of an object is the payload', () => {
    expect(validatePayload(' {"a": [1, {"b": null}]} ')).toEqual({
      payload: { a: [1, { b: null }] },
    });
    expect(paths(validatePayload('[1]'))).toEqual(['payload']);
  });
});

test.each([
  ['{"exp": 1}', 1],
  ['{"a": {"exp": 1}, "b": [{"exp": 2}],\n "exp": 3}', 38],
  ['{"\\u0065xp": 1}', 1],
  ['{"a": "id",\n "\\u0069\\u0064": 1}', 13],
])('a name that the server sets itself is found in %s', (text, position) => {
  const [error] = (validatePayload(text) as { errors: object[] }).errors;
  expect(error).toMatchObject({ path: 'payload', position });
  expect(
    validatePayload(text.replace(/(?<=")(exp|\\u0065xp|\\u0069\\u0064)(?=":)/g, 'free')),
  ).toHaveProperty('payload');
});

test.each([
  ['[1]', 0],
  [' \n  "text"', 4],
  ['null', 0],
])('what is no object is told where it begins in %s', (text, position) => {
  const fault = { type: 'noJsonObject' };
  expect(validatePayload(text)).toEqual({ errors: [{ path: 'payload', fault, position }] });
});

describe('a payload that is too large', () => {
  /** Returns the bytes that are left for the text in `{"t":"…"}`. */
  const room = MAX_PAYLOAD_BYTES - '{"t":"'.length;
  test.each([
    ['as JSON.stringify writes it', '{"t":"', 'x', 1],
    ['with space between, which does not count', ' { "t"\n:\t"', 'x', 1],
    ['in two bytes each', '{"t":"', 'é', 2],
    ['in four bytes each', '{"t":"', '🔑', 4],
    ['escaped, where that is needed', '{"t":"', '\\"', 2],
    ['escaped, where it is not', '{"t":"', '\\u0041', 1],
    ['escaped, one character in two', '{"t":"', '\\uD83D\\udd11', 4],
    ['half a character', '{"t":"', '\\ud83d', 6],
    ['a quotation mark and more, escaped', '{"t":"', '\\":{[ ', 6],
  ])('is told where it goes past the limit: %s', (_, start, piece, bytes) => {
    const fits = Math.floor(room / bytes);
    const rest = room - fits * bytes;
    const text = `${start}${'y'.repeat(rest)}${piece.repeat(fits)}${piece[0] === '\\' ? piece : 'z'}"}`;
    expect(validatePayload(text)).toMatchObject({
      errors: [{ position: start.length + rest + fits * piece.length }],
    });
  });

  test('is told by the number that is past it', () => {
    // Each takes two bytes with its comma, of which the last has none.
    const list = (count: number) => `{"a": [${Array(count).fill('1.0').join(', ')}]}`;
    const [fits, first] = [(MAX_PAYLOAD_BYTES - '{"a":[]}'.length) / 2, '{"a": ['.length];
    expect(validatePayload(list(fits))).toHaveProperty('payload');
    expect(validatePayload(list(fits + 2))).toMatchObject({
      errors: [{ position: first + '1.0, '.length * (fits + 1) }],
    });
  });

  test('is just taken at the limit', () => {
    const text = (length: number) => `{"t":"${'x'.repeat(length)}"}`;
    expect(validatePayload(text(room - 2))).toHaveProperty('payload');
    expect(validatePayload(text(room - 1))).toMatchObject({
      // The closing brace is the byte too many.
      errors: [{ position: MAX_PAYLOAD_BYTES }],
    });
  });
});

test('no text is too strange for the payload', () => {
  const texts = ['[', '{"a":', '"'].map((piece) => piece.repeat(200_000));
  const long = [`{"a":"${'x'.repeat(3_000_000)}"}`, `{"a":"${'x'.repeat(3_000_000)}`];
  const escapes = '\\u0041'.repeat(3_000_000);
  long.push(`{"a":"${escapes}"}`, `{"exp":1,"a":"${escapes}"}`);
  expect(validatePayload(`{"a":"${escapes}","exp":1}`)).toMatchObject({
    errors: [{ position: 18_000_008 }],
  });
  for (const text of [...texts, ...long, '\0', '\ud800', '﻿{}', '{"__proto__":1}', '1e999']) {
    const found = validatePayload(text);
    expect(paths(found)).toEqual(['payload']);
    expect(JSON.stringify(found).length).toBeLessThan(200);
  }
});

test('a place in a text is told as editors do', () => {
  expect(toPlace('', 0)).toEqual({ line: 1, column: 1 });
  expect(toPlace('{\n  "😀" 1', 8)).toEqual({ line: 2, column: 6 });
});

test('a secret under 32 bytes is weak, counted in bytes', () => {
  expect(isWeakSecret('x'.repeat(31))).toBe(true);
  expect(isWeakSecret('é'.repeat(16))).toBe(false);
});
