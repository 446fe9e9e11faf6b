import { expect, test } from 'vitest';
import {
  readPayload,
  readSeconds,
  readSessionSecret,
  readTokenSecret,
} from '../../../src/player/whatIf/readSetting.ts';

test.each([
  ['12a', 3],
  [' 12a', 4],
  ['12 a', 4],
  ['a week', 1],
  ['1.5', 2],
  ['1e3', 2],
  ['+', 2],
  ['+ 5', 2],
  ['--5', 2],
  ['٣', 1],
  ['1٣', 2],
  ['12\u{1f511}', 3],
  // One out of range is told where it begins.
  ['0', 1],
  ['  -5 ', 3],
  ['9'.repeat(5000), 1],
])('seconds that are wrong are told by the column: %s', (typed, column) => {
  const message = 'It must be a whole number from 1 to 315360000.';
  expect(readSeconds(typed, 'token.lifetime')).toEqual({
    problem: { message, at: { position: column - 1, column } },
  });
});

test('seconds that are right are read', () => {
  expect(readSeconds(' +60 ', 'token.lifetime')).toEqual({ value: 60 });
  expect(readSeconds('0', 'token.leeway')).toEqual({ value: 0 });
  expect(readSeconds('-3600', 'clockOffset')).toEqual({ value: -3600 });
  expect(readSeconds('90', 'second.clockOffset')).toEqual({ value: 90 });
});

const readers = {
  session: (text: string) => readSessionSecret(text, ['the first', text]),
  token: readTokenSecret,
};

test.each(['session', 'token'] as const)('a %s secret is told where it is wrong', (kind) => {
  const read = readers[kind];
  expect(read('x'.repeat(1024))).toEqual({ value: 'x'.repeat(1024) });
  for (const [text, position, column] of [
    ['x'.repeat(1025), 1024, 1025],
    ['é'.repeat(513), 512, 513],
    // Characters, not units of UTF-16.
    ['🔑'.repeat(257), 512, 257],
    [`x${'é'.repeat(512)}`, 512, 513],
    ['🔑\ud800', 2, 2],
  ] as const) {
    expect(read(text)).toMatchObject({ problem: { at: { position, column } } });
  }
});

test('where no character is wrong no place is told', () => {
  expect(readSeconds(' ', 'token.lifetime')).not.toHaveProperty('problem.at');
  expect(readTokenSecret('')).not.toHaveProperty('problem.at');
  // The list is too long, not the secret.
  const tooMany = readSessionSecret('one more', Array(9).fill('one more'));
  expect(tooMany).toEqual({ problem: { message: 'It must have 1 to 8 entries.' } });
});

test('a payload that is wrong is told by line and column', () => {
  expect(readPayload('\n [1]')).toMatchObject({ problem: { at: { line: 2, column: 2 } } });
});
