import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { fromBase64 } from '../../src/sim/bytes/base64.ts';
import { toSharedActions, toSharedSettings, WRONG_PASSWORD } from '../../src/sim/runs/run.ts';
import { append, cutTo, getLast, toItems, toSharedList } from '../../src/sim/runs/sharedList.ts';
import { isWalk } from '../../src/sim/runs/walk.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS } from '../../src/sim/scenarios.ts';
import { DEFAULT_SETTINGS } from '../../src/sim/settings.ts';
import { toScenario, toSettings } from './runs.ts';

const { password } = DEFAULT_SETTINGS.user;
const type = (typed: string): Action => ({ type: 'login', password: typed });
const CHANGE: Action = { type: 'changePassword' };
const RIGHT: Action = { type: 'login' };
const WRONG = type(WRONG_PASSWORD);

test.each<[readonly Action[], readonly Action[]]>([
  [[type(password)], [RIGHT]],
  [[type('x')], [WRONG]],
  [
    [RIGHT, CHANGE],
    [RIGHT, CHANGE],
  ],
  // After a change it is another one that is right.
  [
    [type(password), CHANGE, type(password)],
    [RIGHT, CHANGE, WRONG],
  ],
  [
    [CHANGE, type(password), CHANGE],
    [CHANGE, WRONG, CHANGE],
  ],
  [
    [{ ...type('x'), client: 'phone', fold: true } as Action],
    [{ ...WRONG, client: 'phone', fold: true } as Action],
  ],
])('of the passwords in %j is shared only whether they were right', (actions, shared) => {
  expect(toSharedActions({ settings: DEFAULT_SETTINGS, actions })).toEqual(shared);
});

test.each([
  [{ a: null, b: [1, true] }, true],
  [{ a: [{ secret: 1 }] }, false],
  [{ a: [{ b: 'it is secret.' }] }, false],
])('a payload that repeats a secret of one’s own is not shared: %j', (payload, expected) => {
  const settings = toSettings({ payload, token: { secret: 'secret' } });
  expect('payload' in toSharedSettings(settings, DEFAULT_SETTINGS)).toBe(expected);
});

test('the walk is what does what it does, as far as it goes', () => {
  const { actions } = LOGIN_TO_LOGOUT;
  for (let end = 0; end <= actions.length; end++)
    expect(isWalk(toScenario({}, actions.slice(0, end)))).toBe(true);
  expect(isWalk(toScenario({}, [...actions, { type: 'end' }]))).toBe(false);
  expect(isWalk(toScenario({}, actions.slice(1)))).toBe(false);
  expect(isWalk(toScenario({ noStore: false }))).toBe(false);
  // Other secrets change no sentence.
  const scenario = toScenario({ token: { secret: 'another' }, session: { secrets: ['another'] } });
  expect([isWalk(scenario), isWalk(scenario)]).toEqual([true, true]);
  expect(SCENARIOS.filter(isWalk).map(({ id }) => id)).toEqual(['login-to-logout']);
});

test('a list that grows has branches, each with what was put on it', () => {
  const one = append(toSharedList(['a']), ['b']);
  const [left, right] = [append(one, ['c']), append(one, ['d', 'e'])];
  expect([one, left, right].map(toItems)).toEqual([
    ['a', 'b'],
    ['a', 'b', 'c'],
    ['a', 'b', 'd', 'e'],
  ]);
  const cut = cutTo(right, 3);
  expect([getLast(cut), getLast(append(cut, ['f'])), getLast(right)]).toEqual(['d', 'f', 'e']);
  expect(toItems(cutTo(right, 4))).toEqual(toItems(right));
  expect(() => cutTo(right, 5)).toThrow(new RangeError('5 of 4 items'));
  expect(() => getLast(cutTo(right, 0))).toThrow(new RangeError('an empty list has no last item'));
});

test.each([
  ['', []],
  ['AQ==', [1]],
  ['AQ', [1]],
  ['-_+/', [251, 255, 191]],
  ['A=Q=', null],
  ['A=Q', null],
  ['*', null],
])('%j is the base64 of %j', (text, bytes) => {
  const read = fromBase64(text);
  expect(read && [...read]).toEqual(bytes);
});
