import { expect, test } from 'vitest';
import {
  readPayload,
  readSeconds,
  readSessionSecret,
  readTokenSecret,
} from '../../../src/player/whatIf/readSetting.ts';

test.each([
  ...['12a', ' 12a', '12 a', 'a week', '1.5', '1e3', '+', '+ 5', '--5', '٣', '1٣', '12\u{1f511}'],
  ...['', ' ', '0', '  -5 ', '9'.repeat(5000)],
])('seconds that are wrong are told plainly: %s', (typed) => {
  const message = 'It must be a whole number from 1 to 315360000.';
  expect(readSeconds(typed, 'token.lifetime')).toEqual({ problem: { message } });
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

test.each(['session', 'token'] as const)('a %s secret that is wrong is told plainly', (kind) => {
  const read = readers[kind];
  expect(read('x'.repeat(1024))).toEqual({ value: 'x'.repeat(1024) });
  for (const text of ['', 'x'.repeat(1025), 'é'.repeat(513), '🔑'.repeat(257)]) {
    expect(read(text)).toEqual({ problem: { message: expect.stringMatching(/^It must .*\.$/) } });
  }
  expect(read('🔑\ud800')).toEqual({ problem: { message: 'It is no well-formed Unicode.' } });
});

test('a list of secrets that is too long is told', () => {
  const tooMany = readSessionSecret('one more', Array(9).fill('one more'));
  expect(tooMany).toEqual({ problem: { message: 'It must have 1 to 8 entries.' } });
});

test('a payload that is wrong is told by line and column', () => {
  expect(readPayload('\n [1]')).toMatchObject({ problem: { at: { line: 2, column: 2 } } });
});
