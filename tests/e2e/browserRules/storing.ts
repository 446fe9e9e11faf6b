import { answer, type Case, sends, stores } from './acts.ts';

const past = 'Thu, 01 Jan 1970 00:00:00 GMT';

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
  stores(
    'a value without a name is none that holds an equals sign, as it would pose as another',
    ['=a=b', '==c', '= d = e', '=f=; Path=/', 'g=1'],
    'g=1',
  ),
  stores('neither name nor value is no cookie', ['=', '', ';Path=/', 'b=1'], 'b=1'),
  stores('names are told apart by case', ['a=1', 'A=2'], 'a=1; A=2'),
  stores('a cookie set twice in one response is one cookie', ['a=1', 'b=2', 'a=3'], 'b=2; a=3'),
  stores('a tab at the ends is dropped, and one within refused', ['\ta=1\t', 'b=1\t2'], 'a=1'),
  stores('a tab within an attribute is refused, too', ['a=1; Path=/\tx', 'b=1; Foo=\tx\ty'], null),
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
