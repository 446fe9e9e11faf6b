import { answer, answerAhead, type Case, reads, sends, stores, wait } from './acts.ts';

const PAST = 'Thu, 01 Jan 1970 00:00:00 GMT';
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toUTCString();

/** Max-Age and Expires. */
export const LIFETIMES: readonly Case[] = [
  stores(
    'Expires decides, and its past is not stored',
    [`a=1; Expires=${inHours(1)}`, `b=1; Expires=${inHours(-1)}`],
    'a=1',
  ),
  stores(
    'Max-Age beats Expires, either way round',
    [`a=1; Max-Age=60; Expires=${PAST}`, `b=1; Expires=${inHours(1)}; Max-Age=0`],
    'a=1',
  ),
  stores(
    'Max-Age of 0 or less is over',
    ['a=1; Max-Age=0', 'b=1; Max-Age=-1', 'c=1; Max-Age=-0', 'd=1; Max-Age=00'],
    null,
  ),
  stores(
    'a Max-Age that is no number is ignored',
    ['', 'x', '0x', '0.5', '-', '+', '--5', '-+5', '0 0', '0,', '0s'].map(
      (age, i) => `${i}=1; Max-Age=${age}`,
    ),
    '0=1; 1=1; 2=1; 3=1; 4=1; 5=1; 6=1; 7=1; 8=1; 9=1; 10=1',
  ),
  stores('a sign before Max-Age is read', ['a=1; Max-Age=+60', 'b=1; Max-Age=+0'], 'a=1'),
  stores(
    'an ignored Max-Age leaves Expires to decide',
    [`a=1; Expires=${PAST}; Max-Age=x`, `b=1; Max-Age=x; Expires=${inHours(1)}`],
    'b=1',
  ),
  stores(
    'the last Max-Age counts, even one that is none',
    ['a=1; Max-Age=0; Max-Age=60', 'b=1; Max-Age=60; Max-Age=0', 'c=1; Max-Age=0; Max-Age=x'],
    'a=1; c=1',
  ),
  stores(
    'the last Expires counts, even one that is none',
    [
      `a=1; Expires=${PAST}; Expires=${inHours(1)}`,
      `b=1; Expires=${inHours(1)}; Expires=${PAST}`,
      `c=1; Expires=${PAST}; Expires=x`,
    ],
    'a=1; c=1',
  ),
  stores(
    'neither lasts more than 400 days',
    [
      'a=1; Max-Age=34560000',
      'b=1; Max-Age=34560001',
      'c=1; Max-Age=99999999999999999999',
      'd=1; Max-Age=-99999999999999999999',
      'e=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT',
    ],
    'a=1; b=1; c=1; e=1',
  ),
  {
    rule: 'Max-Age counts from the response on',
    acts: [
      answer('bank/', 'a=1; Max-Age=1', 'b=1; Max-Age=60', 'c=1'),
      wait(1.2),
      sends('bank/', 'b=1; c=1'),
      reads('bank/', 'b=1; c=1'),
    ],
  },
  {
    rule: 'an expired cookie set again is a new one, at the end',
    acts: [
      answer('bank/', 'a=1; Max-Age=1', 'b=1'),
      wait(1.2),
      answer('bank/', 'a=1'),
      sends('bank/', 'b=1; a=1'),
    ],
  },
  {
    rule: 'a response without a lifetime makes a lasting cookie end with the browser',
    acts: [
      answer('bank/', 'a=1; Max-Age=1', 'b=1'),
      answer('bank/', 'a=1'),
      wait(1.2),
      sends('bank/', 'a=1; b=1'),
    ],
  },
  {
    rule: 'Expires is by the clock of a server that is an hour behind',
    acts: [
      answerAhead(-3600, 'bank/', `a=1; Expires=${inHours(-0.5)}`, `b=1; Expires=${inHours(-2)}`),
      sends('bank/', 'a=1'),
    ],
  },
  {
    rule: 'Expires is by the clock of a server that is an hour ahead, and Max-Age is not',
    acts: [
      answerAhead(3600, 'bank/', `a=1; Expires=${inHours(0.5)}`, `b=1; Expires=${inHours(2)}`),
      answerAhead(3600, 'bank/', 'c=1; Max-Age=60'),
      sends('bank/', 'b=1; c=1'),
    ],
  },
];

/** A cookie a date, named by its place in the list: what has a date of the past is not stored. */
const dates = (rule: string, list: readonly string[], cookie: string | null) =>
  stores(
    rule,
    list.map((date, i) => `${i}=1; Expires=${date}`),
    cookie,
  );

const toAll = (list: readonly string[]) => list.map((_, i) => `${i}=1`).join('; ');

const PAST_DATES = [
  'Sun, 06 Nov 1994 08:49:37 GMT',
  'Sunday, 06-Nov-94 08:49:37 GMT',
  'Sun Nov  6 08:49:37 1994',
  '1994 nov 06 8:9:7',
  '06-November-1994 08:49:37',
  '08:49:37 6 Nov 94',
  '"6,Nov,1994,08:49:37"',
  '6 Nov 1994 08:49:37 10:10:10',
  '6 Nov 1994 10:10 08:49:37',
  '6 Nov 994 008:49:37',
  '06 07 Nov 1994 08:49:37',
  '6 Novem Dec 1994 08:49:37.5',
  '29 Feb 2000 0:0:0',
  '6 Nov\u00e9 1994 08:49:37',
  '\u00e95 5\u00e9 6 Nov 1994 08:49:37',
];

const NO_DATES = [
  'never',
  '0',
  '',
  '784111777',
  '1994-11-06T08:49:37Z',
  '06/11/1994',
  'Sun, 06 Nov 1994 08:49 GMT',
  '6 Nov 1994 08:49:37Z',
  '6 Nov 1994 08:49:37:00',
  '6 Nov 1994 24:00:00',
  '6 Nov 1994 08:60:37',
  '6 Nov 1994 08:49:60',
  '6 Foo 1994 08:49:37',
  '0 Nov 1994 08:49:37',
  '31 Feb 1994 08:49:37',
  '29 Feb 1900 00:00:00',
  '6th Nov 1994 08:49:37',
  '6 Nov 94th 08:49:37',
  '6 Nov 123456 08:49:37',
  '6\u00a0Nov\u00a01994\u00a008:49:37',
  '6 \u00e9Nov 1994 08:49:37',
  '6 Nov 1994\u00e9 08:49:37',
  '6 Nov 1994 08:49:37\u3000',
  '6\u00e9Nov 1994 08:49:37',
];

/** How Chromium reads the date of Expires, mostly as RFC 6265 section 5.1.1 does. */
export const DATES: readonly Case[] = [
  dates('a date is read in any format that has day, month, year and time', PAST_DATES, null),
  dates('what is no date makes a cookie that ends with the browser', NO_DATES, toAll(NO_DATES)),
  dates(
    'a year of two digits is of 1970 to 2069',
    ['1 Jan 70 0:0:0', '1 Jan 99 0:0:0', '1 Jan 00 0:0:0', '1 Jan 2 0:0:0', '1 Jan 69 0:0:0'],
    '4=1',
  ),
  dates(
    'a time is UTC, whatever it says',
    [inHours(0.2).replace('GMT', '+0900'), inHours(-0.2).replace('GMT', 'PST')],
    '0=1',
  ),
];
