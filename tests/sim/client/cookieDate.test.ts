import { expect, test } from 'vitest';
import { parseCookie } from '../../../src/sim/client/jar.ts';

const HOME = 'https://www.example.com/';
const NOW = Date.UTC(2021, 0, 1) / 1000;
const readEnd = (attributes: string, now = NOW) =>
  parseCookie(`a=1; ${attributes}`, HOME, now)?.expires;
const toSeconds = (...parts: [number, number, number, number?, number?, number?]) =>
  Date.UTC(...parts) / 1000;

// RFC 6265 section 5.1.1: words, numbers and times in any order, the first of each.
test.each([
  ['SAT, 06 NOV 2021 08:49:37 GMT'],
  ['6 november 2021 08:49:37'],
  ['2021 08:49:37 6 novXYZ'],
  ['08:49:37 6 2021 Nov'],
  ['6 Nov 2021 08:49:37 7 Dec 2022 09:50:38'],
  ['06 Nov 02021 8:49:37'],
  ['6,Nov&2021/08:49:37'],
  ['6 Nov 21 08:49:37'],
  ['mon 6 Nov 2021 08:49:37'],
])('%s is 6 November 2021', (text) => {
  expect(readEnd(`Expires=${text}`)).toBe(toSeconds(2021, 10, 6, 8, 49, 37));
});

test.each([
  ['1 Jan 69 00:00:00', 2069],
  ['1 Jan 0 00:00:00', 2000],
  ['1 Jan 70 00:00:00', 1970],
  ['1 Jan 99 00:00:00', 1999],
  ['1 Jan 100 00:00:00', 100],
])('the year of %s is %i', (text, year) => {
  // By a clock that is before it, so that no end is cut at 400 days.
  const before = new Date(0);
  before.setUTCFullYear(year, 0, 1);
  const seconds = before.getTime() / 1000;
  expect(readEnd(`Expires=${text}`, seconds - 1)).toBe(seconds);
});

test.each([
  ['31 Dec 2021 23:59:59', toSeconds(2021, 11, 31, 23, 59, 59)],
  ['29 Feb 2020 00:00:00', toSeconds(2020, 1, 29)],
])('%s is a date', (text, seconds) => {
  expect(readEnd(`Expires=${text}`)).toBe(seconds);
});

test.each([
  ['an hour too late', '6 Nov 2021 24:00:00'],
  // Thirty days of hours: the same day of the month again.
  ['720 hours', '6 Nov 2021 720:00:00'],
  ['a minute too late', '6 Nov 2021 23:60:00'],
  // And thirty days of minutes.
  ['43200 minutes', '1 Nov 2021 10:43200:00'],
  ['a second too late', '6 Nov 2021 23:59:60'],
  ['a day that is not in the month', '29 Feb 2021 00:00:00'],
  ['no day 0', '0 Nov 2021 00:00:00'],
  ['no day', 'Nov 2021 08:49:37'],
  ['no month', '6 2021 08:49:37'],
  ['no year', '6 Nov 08:49:37'],
  ['no time', '6 Nov 2021'],
  ['a time in a word', '6 Nov 2021 08:49:37x'],
  ['a time with more to it', '6 Nov 2021 08:49:37:11'],
  ['half a time', '6 Nov 2021 08:49'],
  ['a number in a word', '6x Nov 2021 08:49:37'],
  ['a year in a word', '6 Nov 2021x 08:49:37'],
  ['a year of six digits', '6 Nov 202100 08:49:37'],
  ['a month in a word', '6 xNov 2021 08:49:37'],
  ['no ASCII between its parts', '6\u00a0Nov\u00a02021\u00a008:49:37'],
])('%s makes no date', (_what, text) => {
  expect(readEnd(`Expires=${text}`)).toBe(null);
});

test.each([
  ['60', NOW + 60],
  ['+60', NOW + 60],
  ['-60', NOW],
  ['0', NOW],
])('Max-Age=%s counts from now', (text, seconds) => {
  expect(readEnd(`Max-Age=${text}`)).toBe(seconds);
  expect(readEnd(`Expires=Sat, 06 Nov 2021 08:49:37 GMT; Max-Age=${text}`)).toBe(seconds);
});

test.each(['', '6x', 'x6', '6.5', '+', '--6', '６'])('Max-Age=%s is none', (text) => {
  expect(readEnd(`Max-Age=${text}`)).toBe(null);
  const both = `Max-Age=${text}; Expires=Sat, 06 Nov 2021 08:49:37 GMT`;
  expect(readEnd(both)).toBe(toSeconds(2021, 10, 6, 8, 49, 37));
});
