import { type Case, stores } from './acts.ts';

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
    [
      '=__Hostile',
      '=__Host-a=1; Secure; Path=/',
      '__Secure-b; Secure',
      '=__hTTp-; Secure; HttpOnly',
    ],
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
