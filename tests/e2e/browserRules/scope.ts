import { answer, type Case, sends } from './acts.ts';

/** Which hosts a cookie reaches. */
export const DOMAINS: readonly Case[] = [
  {
    rule: 'without Domain it goes to its own host alone',
    acts: [
      answer('bank/', 'a=1'),
      answer('sub/', 'b=1'),
      sends('bank/', 'a=1'),
      sends('sub/', 'b=1'),
      sends('evil/', null),
      sends('localhost/', null),
    ],
  },
  {
    rule: 'with Domain it goes to that host and all below',
    acts: [
      answer('bank/', 'a=1; Domain=bank.localhost'),
      sends('bank/', 'a=1'),
      sends('sub/', 'a=1'),
      sends('evil/', null),
    ],
  },
  {
    rule: 'a host may set a cookie for a domain above it',
    acts: [
      answer('sub/', 'a=1; Domain=bank.localhost', 'b=1; Domain=sub.bank.localhost'),
      sends('bank/', 'a=1'),
      sends('sub/', 'a=1; b=1'),
    ],
  },
  {
    rule: 'a host may not set one for a host below, beside or elsewhere',
    acts: [
      answer(
        'bank/',
        'a=1; Domain=sub.bank.localhost',
        'b=1; Domain=evil.localhost',
        'c=1; Domain=ank.localhost',
      ),
      sends('bank/', null),
      sends('sub/', null),
      sends('evil/', null),
    ],
  },
  {
    rule: 'no host may set one for a public suffix',
    acts: [
      answer('bank/', 'a=1; Domain=localhost', 'b=1; Domain=.localhost'),
      sends('bank/', null),
      sends('localhost/', null),
    ],
  },
  {
    rule: 'a public suffix may name itself, and the cookie is its own alone',
    acts: [
      answer('localhost/', 'a=1; Domain=localhost'),
      sends('localhost/', 'a=1'),
      sends('bank/', null),
    ],
  },
  {
    rule: 'one leading dot is dropped',
    acts: [
      answer(
        'bank/',
        'a=1; Domain=.bank.localhost',
        'b=1; Domain=..bank.localhost',
        'c=1; Domain=bank.localhost.',
        'd=1; Domain=.',
      ),
      sends('bank/', 'a=1'),
      sends('sub/', 'a=1'),
    ],
  },
  {
    rule: 'a domain is in any case',
    acts: [answer('bank/', 'a=1; Domain=BANK.LocalHost'), sends('sub/', 'a=1')],
  },
  {
    rule: 'an empty Domain is none',
    acts: [
      answer('bank/', 'a=1; Domain=', 'b=1; Domain', 'c=1; Domain=bank.localhost; Domain='),
      sends('bank/', 'a=1; b=1; c=1'),
      sends('sub/', null),
    ],
  },
  {
    rule: 'the last Domain counts',
    acts: [
      answer(
        'bank/',
        'a=1; Domain=evil.localhost; Domain=bank.localhost',
        'b=1; Domain=bank.localhost; Domain=evil.localhost',
      ),
      sends('sub/', 'a=1'),
    ],
  },
  {
    rule: 'an address has no domains above it',
    acts: [
      answer('address/', 'a=1; Domain=0.0.1', 'b=1; Domain=127.0.0.1', 'c=1; Domain=.127.0.0.1'),
      sends('address/', 'b=1; c=1'),
    ],
  },
  {
    rule: 'a Domain is ASCII: punycode is read, and letters that it stands for are not',
    acts: [
      answer(
        'idn/',
        ...['a=1; Domain=xn--bnk-qla.localhost', 'b=1; Domain=XN--BNK-QLA.localhost'],
        ...['c=1; Domain=b\u00e4nk.localhost', 'd=1; Domain=xn--bnk-qla\u3002localhost'],
        ...['e=1; Domain=xn--bn\u212a-qla.localhost', 'f=1; Domain=xn--bnk-qla%2elocalhost'],
      ),
      sends('idn/', 'a=1; b=1'),
    ],
  },
  {
    rule: 'with and without Domain are two cookies',
    acts: [
      answer('bank/', 'a=1', 'a=2; Domain=bank.localhost'),
      sends('bank/', 'a=1; a=2'),
      sends('sub/', 'a=2'),
    ],
  },
  {
    rule: '__Host- keeps a subdomain from planting a second cookie',
    acts: [
      answer('bank/', '__Host-a=1; Secure; Path=/'),
      answer('sub/', '__Host-a=2; Secure; Path=/; Domain=bank.localhost'),
      sends('bank/', '__Host-a=1'),
    ],
  },
  {
    rule: '__Host- takes no Domain, not even that of a public suffix itself; an address may name itself',
    acts: [
      answer('localhost/', '__Host-a=1; Secure; Path=/; Domain=localhost'),
      answer('localhost/', '__Host-b=1; Secure; Path=/; Domain='),
      sends('localhost/', '__Host-b=1'),
      answer('address/', '__Host-c=1; Secure; Path=/; Domain=127.0.0.1'),
      sends('address/', '__Host-c=1'),
    ],
  },
  {
    rule: 'ports share cookies, and schemes of the same host do too',
    acts: [answer('secure/', 'a=1', 'b=1; Secure'), sends('plain/', 'a=1')],
  },
];
