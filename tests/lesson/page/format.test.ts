import { describe, expect, test } from 'vitest';
import {
  cut,
  formatCount,
  formatDate,
  formatDuration,
  formatLiteral,
  formatSecond,
  formatTime,
  shorten,
} from '../../../src/lesson/page/format.ts';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { decodeToken } from '../../../src/lesson/read/decodeToken.ts';
import { say, term } from '../../../src/lesson/richText.ts';

test('times are UTC, whatever the machine’s zone', () => {
  expect(formatTime(1767269700)).toBe('12:15:00');
  expect(formatDate(1767269700)).toBe('2026-01-01 12:15:00 UTC');
  expect(formatTime(0)).toBe('00:00:00');
});

test.each([
  [0, '0 s'],
  [-5, '0 s'],
  [1, '1 s'],
  [59, '59 s'],
  [60, '1 min'],
  [870, '14 min 30 s'],
  [900, '15 min'],
  [3600, '1 h'],
  [3661, '1 h 1 min'],
  [86_400, '1 d'],
  [90_061, '1 d 1 h'],
])('%i seconds are %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

test.each([
  [0, 'no records'],
  [1, '1 record'],
  [2, '2 records'],
])('%i are %s', (count, text) => {
  expect(formatCount(count, 'record')).toBe(text);
});

test('long credentials are shortened, short ones are not', () => {
  expect(shorten('1234567890')).toBe('1234567890');
  expect(shorten('12345678901')).toBe('1234…8901');
  expect(cut('12345', 5)).toBe('12345');
  expect(cut('123456', 5)).toBe('12345…');
});

test.each([
  [{}, '{}'],
  [{ userId: 'abc123' }, "{ userId: 'abc123' }"],
  [{ a: [1, null, true], b: { c: {} } }, '{ a: [1, null, true], b: { c: {} } }'],
])('%j is written %s', (value, text) => {
  expect(formatLiteral(value)).toBe(text);
});

test('a sentence sets its values apart, and reads on as plain text', () => {
  const text = say`${'GET'} took ${0} of ${'two'} seconds`;
  expect(text).toEqual([
    { code: 'GET' },
    ' took ',
    { code: '0' },
    ' of ',
    { code: 'two' },
    ' seconds',
  ]);
  expect(toPlainText(text)).toBe('GET took 0 of two seconds');
});

test('a word that the glossary explains stands in a sentence as what it is', () => {
  const record = term('record', 'record');
  const text = say`The ${record} is ${{ plain: '' }}gone: ${record}`;
  expect(text).toEqual(['The ', record, ' is gone: ', record]);
  expect(toPlainText(text)).toBe('The record is gone: record');
});

describe('taking a token apart', () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  test('reads UTF-8', () => {
    const token = `${encode({ alg: 'x' })}.${encode({ id: 'ädä 🐎' })}.sig`;
    const { header, payload, parts } = decodeToken(token);
    expect([header, payload, parts[2]]).toEqual([{ alg: 'x' }, { id: 'ädä 🐎' }, 'sig']);
  });

  test.each([
    '',
    'a.b.c',
    '%.%.%',
    `${encode([])}.${encode(null)}.`,
    `${encode(1)}.${encode('x')}`,
  ])('%j has no header and no payload', (token) => {
    expect(decodeToken(token)).toMatchObject({ header: null, payload: null });
    expect(decodeToken(token).parts).toHaveLength(3);
  });
});

test('a second of another day is written with its date', () => {
  const noon = 1_767_268_800;
  const halfADay = 43_200;
  expect(formatSecond(noon, noon - halfADay)).toBe('12:00:00');
  expect(formatSecond(noon, noon + halfADay - 1)).toBe('12:00:00');
  expect(formatSecond(noon, noon - halfADay - 1)).toBe('2026-01-01 12:00:00 UTC');
  expect(formatSecond(noon, noon + halfADay)).toBe('2026-01-01 12:00:00 UTC');
});
