import { answer, type Case, reads, sends, wait } from './acts.ts';

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toUTCString();
const past = 'Thu, 01 Jan 1970 00:00:00 GMT';

/** A case in which one response sets cookies and the next request to the same place sends them. */
const stores = (rule: string, lines: readonly string[], cookie: string | null, at = 'bank/') => ({
  rule,
  acts: [answer(at, ...lines), sends(at, cookie)],
});

/** Which pairs become cookies, and how they are written back. */
export const PAIRS: readonly Case[] = [
  stores('a pair is a cookie', ['a=1'], 'a=1'),
  stores('several fields are sent in one, in their order', ['b=1', 'a=2', 'c=3'], 'b=1; a=2; c=3'),
  stores('space around name and value is dropped', ['  a  =  1  ;Path=/'], 'a=1'),
  stores('space inside a value stays', ['a=1 2'], 'a=1 2'),
  stores('quotes are part of the value', ['a="1"'], 'a="1"'),
  stores('nothing is decoded', ['a=%3A%2B+,'], 'a=%3A%2B+,'),
  stores('the value may hold equals signs', ['a=b=c=='], 'a=b=c=='),
  stores('an empty value is a value', ['a='], 'a='),
  stores('a name alone is a value without a name', ['a'], 'a'),
  stores('an empty name is none', ['=a'], 'a'),
  stores('neither name nor value is no cookie', ['=', '', ';Path=/', 'b=1'], 'b=1'),
  stores('names are told apart by case', ['a=1', 'A=2'], 'a=1; A=2'),
  stores(
    'a cookie set twice has its last value and its first place',
    ['a=1', 'b=2', 'a=3'],
    'a=3; b=2',
  ),
  stores('the same value again keeps its place', ['a=1', 'b=2', 'a=1'], 'a=1; b=2'),
  stores('a tab in a value stays', ['a=1\t2'], 'a=1\t2'),
];

const pair = (bytes: number) => `a=${'x'.repeat(bytes - 1)}`;
const path = (chars: number) => `/${'p'.repeat(chars - 1)}`;

/** How large a cookie may be. */
export const SIZES: readonly Case[] = [
  stores('4096 bytes of name and value are stored', [pair(4096)], pair(4096)),
  stores('4097 bytes are refused', [pair(4097)], null),
  stores('a refused larger value leaves the cookie as it was', ['a=1', pair(4097)], 'a=1'),
  stores(
    'attributes are not counted',
    [`${pair(4096)}; Path=/; HttpOnly; SameSite=Lax`],
    pair(4096),
  ),
  {
    rule: 'a Path of 1024 characters counts',
    acts: [
      answer('bank/', `a=1; Path=${path(1024)}`),
      sends('bank/', null),
      sends(`bank${path(1024)}`, 'a=1'),
    ],
  },
  {
    rule: 'a Path of 1025 characters is ignored',
    acts: [answer('bank/', `a=1; Path=${path(1025)}`), sends('bank/', 'a=1')],
  },
  stores(
    'an attribute of more than 1024 bytes is ignored',
    [
      `a=1; Domain=${'x'.repeat(1025)}`,
      `b=1; Max-Age=${'0'.repeat(1025)}`,
      `c=1; Max-Age=${'0'.repeat(1024)}`,
      `d=1; Expires=${past}${' x'.repeat(600)}`,
    ],
    'a=1; b=1; d=1',
  ),
];

/** How attributes are read. */
export const ATTRIBUTES: readonly Case[] = [
  stores(
    'names of attributes are in any case',
    ['a=1; pAtH=/; MAX-AGE=0', 'b=1; secure; samesite=NONE'],
    'b=1',
  ),
  stores('unknown attributes are ignored', ['a=1; Priority=High; Foo=bar; Version=1'], 'a=1'),
  stores('a flag is a flag whatever its value', ['a=1; SameSite=None; Secure=false'], 'a=1'),
  stores('SameSite=None needs Secure', ['a=1; SameSite=None', 'b=1; SameSite=None; Secure'], 'b=1'),
  stores(
    'the last SameSite counts',
    ['a=1; SameSite=None; SameSite=Lax', 'b=1; SameSite=Lax; SameSite=None'],
    'a=1',
  ),
  stores(
    'an unknown SameSite is as none given',
    [
      'a=1; SameSite=garbage',
      'b=1; SameSite=None; SameSite=garbage',
      'c=1; SameSite=None; SameSite',
      'd=1; SameSite=None; SameSite=',
    ],
    'a=1; b=1; c=1; d=1',
  ),
  stores('Partitioned needs Secure', ['a=1; Partitioned', 'b=1; Secure; Partitioned'], 'b=1'),
  stores('http on a loopback name may set Secure cookies', ['a=1; Secure'], 'a=1', 'localhost/'),
  stores(
    'http on a loopback address may set Secure cookies',
    ['a=1; Secure', '__Secure-b=1; Secure', '__Host-c=1; Secure; Path=/'],
    'a=1; __Secure-b=1; __Host-c=1',
    'address/',
  ),
  stores(
    'http elsewhere may not',
    ['a=1; Secure', 'b=1; SameSite=None; Secure', 'c=1'],
    'c=1',
    'plain/',
  ),
];

/** What the name's prefix promises. */
export const PREFIXES: readonly Case[] = [
  stores('__Secure- needs Secure', ['__Secure-a=1', '__Secure-b=1; Secure'], '__Secure-b=1'),
  stores(
    '__Host- needs Secure',
    ['__Host-a=1; Path=/', '__Host-b=1; Path=/; Secure'],
    '__Host-b=1',
  ),
  stores(
    '__Host- needs Path=/',
    ['__Host-a=1; Secure; Path=/a', '__Host-b=1; Secure; Path=/'],
    '__Host-b=1',
    'bank/a/b',
  ),
  stores('the default path / will not do for __Host-', ['__Host-a=1; Secure'], null),
  stores(
    '__Host- bears no Domain',
    ['__Host-a=1; Secure; Path=/; Domain=bank.localhost', '__Host-b=1; Secure; Path=/; Domain='],
    '__Host-b=1',
  ),
  stores(
    'prefixes are in any case',
    ['__SECURE-a=1', '__host-b=1; Path=/', '__hOsT-c=1; Secure; Path=/'],
    '__hOsT-c=1',
  ),
  stores(
    'a value without a name may not look like a prefix',
    ['=__Host-a=1; Secure; Path=/', '__Secure-b; Secure', '=__Hostile'],
    '__Hostile',
  ),
  stores(
    '__Http- needs Secure and HttpOnly',
    ['__Http-a=1; Secure', '__Http-b=1; Secure; HttpOnly', '__Http-c=1; HttpOnly'],
    '__Http-b=1',
  ),
  stores(
    '__Host-Http- needs both and Path=/',
    [
      '__Host-Http-a=1; Secure; Path=/',
      '__Host-Http-b=1; Secure; HttpOnly; Path=/',
      '__Host-Http-c=1; Secure; HttpOnly',
    ],
    '__Host-Http-b=1',
  ),
];

/** Max-Age and Expires. */
export const LIFETIMES: readonly Case[] = [
  stores('Expires in the future is kept', [`a=1; Expires=${inHours(1)}`], 'a=1'),
  stores('Expires in the past is not stored', [`a=1; Expires=${inHours(-1)}`], null),
  stores(
    'Max-Age beats Expires, either way round',
    [`a=1; Max-Age=60; Expires=${past}`, `b=1; Expires=${inHours(1)}; Max-Age=0`],
    'a=1',
  ),
  stores(
    'Max-Age of 0 or less is over',
    ['a=1; Max-Age=0', 'b=1; Max-Age=-1', 'c=1; Max-Age=-0', 'd=1; Max-Age=00000'],
    null,
  ),
  stores(
    'a Max-Age that is no number is ignored',
    [
      'a=1; Max-Age=',
      'b=1; Max-Age=x',
      'c=1; Max-Age=0x',
      'd=1; Max-Age=+0',
      'e=1; Max-Age=0.5',
      'f=1; Max-Age=-',
      'g=1; Max-Age',
    ],
    'a=1; b=1; c=1; d=1; e=1; f=1; g=1',
  ),
  stores(
    'an ignored Max-Age leaves Expires to decide',
    [`a=1; Expires=${past}; Max-Age=x`, `b=1; Max-Age=x; Expires=${inHours(1)}`],
    'b=1',
  ),
  stores(
    'the last Max-Age counts',
    ['a=1; Max-Age=0; Max-Age=60', 'b=1; Max-Age=60; Max-Age=0'],
    'a=1',
  ),
  stores(
    'the last Max-Age counts unless it is none',
    ['a=1; Max-Age=0; Max-Age=x', 'b=1; Max-Age=60; Max-Age=x'],
    'a=?',
  ),
  stores(
    'the last Expires counts',
    [`a=1; Expires=${past}; Expires=${inHours(1)}`, `b=1; Expires=${inHours(1)}; Expires=${past}`],
    'a=1',
  ),
  stores('an unreadable later Expires', [`a=1; Expires=${past}; Expires=x`], 'a=?'),
  stores(
    'a huge Max-Age is capped',
    ['a=1; Max-Age=99999999999999999999', 'b=1; Max-Age=-99999999999999999999'],
    'a=1',
  ),
  {
    rule: 'Max-Age counts from the response on',
    acts: [
      answer('bank/', 'a=1; Max-Age=1', 'b=1; Max-Age=60', 'c=1'),
      sends('bank/', 'a=1; b=1; c=1'),
      wait(1.2),
      sends('bank/', 'b=1; c=1'),
      reads('bank/', 'b=1; c=1'),
    ],
  },
  {
    rule: 'an expired cookie set again has a new place',
    acts: [
      answer('bank/', 'a=1; Max-Age=1', 'b=1'),
      wait(1.2),
      answer('bank/', 'a=2'),
      sends('bank/', 'b=1; a=2'),
    ],
  },
];

const dates = (rule: string, list: readonly string[], cookie: string | null) =>
  stores(
    rule,
    list.map((date, i) => `${String.fromCharCode(97 + i)}=1; Expires=${date}`),
    cookie,
  );

export const DATES: readonly Case[] = [
  dates(
    'past dates in every format that RFC 6265 reads',
    [
      'Sun, 06 Nov 1994 08:49:37 GMT',
      'Sunday, 06-Nov-94 08:49:37 GMT',
      'Sun Nov  6 08:49:37 1994',
      '6 Nov 1994 08:49:37',
      '1994 nov 06 8:9:7',
      '06-November-1994 08:49:37',
      'Thu, 01-Jan-70 00:00:00 GMT',
      '1 Jan 99 0:0:0',
      '08:49:37 6 Nov 94',
      '6 Nov 1994 08:49:37 +0100',
      '6 Nov 1994 08:49:37garbage',
    ],
    null,
  ),
  dates(
    'dates that are none make a cookie that ends with the browser',
    [
      'never',
      '0',
      '-1',
      '',
      '1994-11-06T08:49:37Z',
      '06/11/1994',
      'Sun, 06 Nov 1994',
      'Sun, 06 Nov 1994 08:49 GMT',
      '32 Nov 1994 08:49:37',
      '6 Nov 1600 08:49:37',
      '6 Nov 1994 24:00:00',
      '6 Nov 1994 08:60:37',
      '6 Foo 1994 08:49:37',
      '31 Feb 1994 08:49:37',
      '784111777',
      '6 Nov 1994 08:49:60',
      '6 Nov 1994 008:49:37',
    ],
    'a=1',
  ),
  dates(
    'two digits of a year: 70 to 99 is past, 69 is to come',
    [
      '1 Jan 70 0:0:0',
      '1 Jan 99 0:0:0',
      '1 Jan 69 0:0:0',
      '1 Jan 68 0:0:0',
      '1 Jan 50 0:0:0',
      '1 Jan 00 0:0:0',
      '1 Jan 2 00:00:00',
      '1 Jan 002 00:00:00',
    ],
    'c=1; d=1; e=1',
  ),
  dates(
    'far future',
    ['1 Jan 9999 0:0:0', '1 Jan 99999 0:0:0', 'Fri, 31 Dec 9999 23:59:59 GMT'],
    'a=1',
  ),
];
