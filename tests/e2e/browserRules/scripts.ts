import { answer, type Case, reads, sends, starts, writes } from './acts.ts';

/** What a page's script sees and does by `document.cookie`. */
export const SCRIPTS: readonly Case[] = [
  {
    rule: 'a script reads what the next request would send, without HttpOnly',
    acts: [
      answer(
        'bank/',
        'a=1; Path=/',
        'b=1; Path=/app',
        'c=1; HttpOnly; Path=/',
        'd=1; SameSite=Strict; Path=/',
        'e',
      ),
      reads('bank/', 'a=1; d=1; e'),
      reads('bank/app/x', 'b=1; a=1; d=1; e'),
      reads('sub/', ''),
      reads('evil/', ''),
    ],
  },
  {
    rule: 'a request that a script makes carries HttpOnly',
    acts: [
      answer('bank/', 'a=1; HttpOnly'),
      reads('bank/', ''),
      starts('bank/', 'fetch', 'bank/', 'a=1'),
    ],
  },
  {
    rule: 'a script sets a cookie, which the server gets',
    acts: [
      writes('bank/app/page', 'a=1'),
      writes('bank/app/page', 'b=1; Path=/'),
      sends('bank/', 'b=1'),
      sends('bank/app', 'a=1; b=1'),
    ],
  },
  {
    rule: 'a script cannot set HttpOnly',
    acts: [writes('bank/', 'a=1; HttpOnly'), sends('bank/', null)],
  },
  {
    rule: 'a script cannot overwrite HttpOnly',
    acts: [
      answer('bank/', 'a=1; HttpOnly'),
      writes('bank/', 'a=2'),
      sends('bank/', 'a=1'),
      reads('bank/', ''),
    ],
  },
  {
    rule: 'a script cannot clear HttpOnly',
    acts: [
      answer('bank/', 'a=1; HttpOnly', 'b=1'),
      writes('bank/', 'a=; Max-Age=0'),
      writes('bank/', 'b=; Max-Age=0'),
      sends('bank/', 'a=1'),
    ],
  },
  {
    rule: 'a script plants a second cookie with a longer Path, which is sent first',
    acts: [
      answer('bank/', 'sid=good; HttpOnly; Path=/'),
      writes('bank/', 'sid=bad; Path=/account'),
      sends('bank/', 'sid=good'),
      sends('bank/account', 'sid=bad; sid=good'),
    ],
  },
  {
    rule: 'a script plants a second cookie with Domain, which is sent after',
    acts: [
      answer('bank/', 'sid=good; HttpOnly; Path=/'),
      writes('bank/', 'sid=bad; Domain=bank.localhost; Path=/'),
      sends('bank/', 'sid=good; sid=bad'),
    ],
  },
  {
    rule: 'a subdomain plants a second cookie with Domain, which is sent after',
    acts: [
      answer('bank/', 'sid=good; HttpOnly; Path=/'),
      writes('sub/', 'sid=bad; Domain=bank.localhost; Path=/'),
      sends('bank/', 'sid=good; sid=bad'),
      reads('bank/', 'sid=bad'),
    ],
  },
  {
    rule: 'a subdomain plants one with a longer Path, which is sent first',
    acts: [
      answer('bank/', 'sid=good; HttpOnly; Path=/'),
      writes('sub/', 'sid=bad; Domain=bank.localhost; Path=/account'),
      sends('bank/account', 'sid=bad; sid=good'),
    ],
  },
  {
    rule: 'a cookie planted before the login is sent before the real one',
    acts: [
      writes('sub/', 'sid=bad; Domain=bank.localhost; Path=/'),
      answer('bank/', 'sid=good; HttpOnly; Path=/'),
      sends('bank/', 'sid=bad; sid=good'),
    ],
  },
  {
    rule: 'no script plants a __Host- cookie from a subdomain or with a longer Path',
    acts: [
      answer('bank/', '__Host-sid=good; Secure; HttpOnly; Path=/'),
      writes('sub/', '__Host-sid=bad; Secure; Domain=bank.localhost; Path=/'),
      writes('bank/', '__Host-sid=bad; Secure; Path=/account'),
      writes('bank/', '__Host-sid=bad; Secure; Path=/'),
      sends('bank/account', '__Host-sid=good'),
    ],
  },
  {
    rule: 'a script cannot set an __Http- cookie',
    acts: [
      writes('bank/', '__Http-a=1; Secure'),
      writes('bank/', '__Http-a=1; Secure; HttpOnly'),
      sends('bank/', null),
    ],
  },
  {
    rule: 'a script sets one cookie a line',
    acts: [
      writes('bank/', 'a=1, b=2'),
      writes('bank/', 'c=1; d=2'),
      sends('bank/', 'a=1, b=2; c=1'),
    ],
  },
  {
    rule: 'a script makes an existing cookie neither HttpOnly nor of another site',
    acts: [
      answer('bank/', 'a=1'),
      writes('bank/', 'a=2; HttpOnly'),
      writes('bank/', 'a=3; Domain=evil.localhost'),
      writes('evil/', 'a=4; Domain=bank.localhost'),
      sends('bank/', 'a=1'),
    ],
  },
  {
    rule: 'a control character is refused wherever it is',
    acts: [
      ...[
        'a=1\x012',
        'b=1\x7f2',
        'c=1\n2',
        'd=1\r2',
        'e=1\0x',
        'f=1\t2',
        'g\x01=1',
        'h=1; Path=/\x01',
      ].map((line) => writes('bank/', line)),
      writes('bank/', 'i=1; Foo=\x01'),
      writes('bank/', '\tj=1\t'),
      sends('bank/', 'j=1'),
    ],
  },
  {
    rule: 'bytes are counted, not characters',
    acts: [
      writes('bank/', `a=${'é'.repeat(2047)}x`),
      reads('bank/', `a=${'é'.repeat(2047)}x`),
      writes('bank/', `b=${'é'.repeat(2048)}`),
      reads('bank/', `a=${'é'.repeat(2047)}x`),
    ],
  },
  {
    rule: 'a script of http cannot touch a Secure cookie of https',
    acts: [
      answer('secure/', 'a=1; Secure'),
      writes('plain/', 'a=2'),
      writes('plain/', 'b=2; Secure'),
      writes('plain/', 'c=2'),
      reads('plain/', 'c=2'),
      sends('plain/', 'c=2'),
    ],
  },
];
