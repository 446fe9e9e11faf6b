import { describe, expect, test } from 'vitest';
import type { StoredCookie } from '../../../src/sim/client/jar.ts';
import { storeCookie } from '../../../src/sim/client/jar.ts';
import { isHalf, listPairs, readPair } from '../../../src/sim/cookieSession/held.ts';
import { toPair } from '../../../src/sim/cookieSession/pair.ts';
import { getClient } from '../../../src/sim/state.ts';
import { startTrace } from '../../../src/sim/trace.ts';
import { getFrame, toScenario } from '../runs.ts';

const HOME = 'https://www.bank.test/';
const store = (lines: readonly string[]) =>
  lines.reduce<readonly StoredCookie[]>((jar, line) => storeCookie(jar, line, HOME, 0), []);
const read = (lines: readonly string[]) => {
  const client = getClient(getFrame(startTrace(toScenario()), 0).session.state, 'client');
  return readPair({ ...client, jar: store(lines) });
};

describe('the session that a browser holds', () => {
  test.each<[readonly string[], string | null]>([
    [[], null],
    [['session.sig=s'], null],
    [['session=d'], toPair('d', '')],
    [['session.sig=s', 'session=d'], toPair('d', 's')],
    // Servers read the first of each name.
    [['session=d', 'session.sig=s', 'session=x; Path=/profile'], toPair('x', 's')],
  ])('of %j is %j', (lines, pair) => {
    expect(read(lines)).toBe(pair);
  });
});

describe('each signature is of the data beside it', () => {
  const DATA = 'session=d';
  test.each([
    ['alone', ['session.sig=s'], 's'],
    ['with another Path', ['session.sig=s; Path=/profile'], ''],
    ['with a Domain', ['session.sig=s; Domain=bank.test'], ''],
    ['with its own host as the Domain', ['session.sig=s; Domain=www.bank.test'], ''],
    [
      'and others',
      ['session.sig=s', 'session.sig=x; Path=/a', 'session.sig=y; Domain=bank.test'],
      's',
    ],
    ['missing', [], ''],
  ])('%s', (_how, lines, signature) => {
    expect(listPairs(store([DATA, ...lines]))).toEqual([toPair('d', signature)]);
  });

  test('of one Domain, not of another', () => {
    const jar = [
      ...store(['session=d; Domain=bank.test']),
      ...storeCookie([], 'session.sig=s; Domain=shop.test', 'https://shop.test/', 0),
    ];
    expect(listPairs(jar)).toEqual([toPair('d', '')]);
  });
});

test.each([
  ['session', true],
  ['session.sig', true],
  ['session.sign', false],
  ['connect.sid', false],
])('%s is one of the two: %s', (name, expected) => {
  expect(isHalf({ name })).toBe(expected);
});
