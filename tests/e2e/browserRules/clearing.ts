import { answer, type Case, reads, sends } from './acts.ts';

const PAST = 'Expires=Thu, 01 Jan 1970 00:00:00 GMT';

/** A case in which one response sets a cookie and the next one tries to clear it. */
const clears = (rule: string, set: string, clear: string, cookie: string | null): Case => ({
  rule,
  acts: [
    answer('bank/app/login', set),
    answer('bank/app/logout', clear),
    sends('bank/app/x', cookie),
  ],
});

/** What clears a cookie, and what leaves it. */
export const CLEARING: readonly Case[] = [
  clears('name and Path clear it', 'sid=1; Path=/', `sid=; Path=/; ${PAST}`, null),
  clears('Max-Age=0 clears it', 'sid=1; Path=/', 'sid=; Path=/; Max-Age=0', null),
  clears('any value clears it', 'sid=1; Path=/', `sid=other; Path=/; ${PAST}`, null),
  clears(
    'HttpOnly, Secure and SameSite need not be repeated',
    'sid=1; Path=/; HttpOnly; Secure; SameSite=Strict',
    `sid=; Path=/; ${PAST}`,
    null,
  ),
  clears('an empty value alone clears nothing', 'sid=1; Path=/', 'sid=; Path=/', 'sid='),
  clears('another Path leaves it', 'sid=1; Path=/', `sid=; Path=/app; ${PAST}`, 'sid=1'),
  clears(
    'no Path leaves it where the default is another',
    'sid=1; Path=/',
    `sid=; ${PAST}`,
    'sid=1',
  ),
  clears('no Path clears one that was set without', 'sid=1', `sid=; ${PAST}`, null),
  clears(
    'a Domain leaves the cookie of the host',
    'sid=1; Path=/',
    `sid=; Path=/; Domain=bank.localhost; ${PAST}`,
    'sid=1',
  ),
  clears(
    'no Domain leaves the cookie of the domain',
    'sid=1; Path=/; Domain=bank.localhost',
    `sid=; Path=/; ${PAST}`,
    'sid=1',
  ),
  clears(
    'the same Domain clears it',
    'sid=1; Path=/; Domain=bank.localhost',
    `sid=; Path=/; Domain=.bank.localhost; ${PAST}`,
    null,
  ),
  clears('another name leaves it', 'sid=1; Path=/', `SID=; Path=/; ${PAST}`, 'sid=1'),
  clears(
    'a line that would be refused leaves it',
    'sid=1; Path=/; Secure; SameSite=None',
    `sid=; Path=/; SameSite=None; ${PAST}`,
    'sid=1',
  ),
  clears(
    'a broken prefix leaves it',
    '__Host-sid=1; Path=/; Secure',
    `__Host-sid=; Path=/; ${PAST}`,
    '__Host-sid=1',
  ),
  clears(
    'a whole prefix clears it',
    '__Host-sid=1; Path=/; Secure',
    `__Host-sid=; Path=/; Secure; ${PAST}`,
    null,
  ),
  {
    rule: 'a subdomain clears a cookie of the domain, and none of the host',
    acts: [
      answer('bank/', 'a=1', 'b=1; Domain=bank.localhost'),
      answer('sub/', `a=; Domain=bank.localhost; ${PAST}`, `b=; Domain=bank.localhost; ${PAST}`),
      sends('bank/', 'a=1'),
    ],
  },
  {
    rule: 'one of two Paths cleared leaves the other',
    acts: [
      answer('bank/', 'a=1; Path=/', 'a=2; Path=/app'),
      answer('bank/', `a=; Path=/; ${PAST}`),
      sends('bank/app', 'a=2'),
      sends('bank/', null),
    ],
  },
];

/** What http may do to the Secure cookies of https: nothing. @see 6265bis section 5.7 */
export const SECURE: readonly Case[] = [
  {
    rule: 'http does not get a Secure cookie',
    acts: [answer('secure/', 'a=1; Secure', 'b=1'), sends('plain/', 'b=1')],
  },
  {
    rule: 'http cannot overwrite or clear it',
    acts: [
      answer('secure/', 'a=1; Secure'),
      answer('plain/', 'a=2'),
      sends('plain/', null),
      answer('plain/', `a=; ${PAST}`, `a=; Path=/app; ${PAST}`),
    ],
  },
  {
    rule: 'http can set one of the same name for a shorter path, not for a longer',
    acts: [
      answer('secure/app/', 'a=1; Secure; Path=/app'),
      answer('plain/', 'a=2; Path=/', 'a=3; Path=/app/deep', 'a=4; Path=/apple', 'b=5; Path=/app'),
      sends('plain/app/deep', 'b=5; a=2'),
      sends('plain/apple', 'a=4; a=2'),
    ],
  },
  {
    rule: 'http can set none of the same name for a domain above or a host below',
    acts: [
      answer('secure/', 'a=1; Secure', 'b=1; Secure; Domain=bank.test'),
      answer('secureSub/', 'd=1; Secure'),
      answer('plainSub/', 'a=2; Domain=bank.test', 'a=3', 'b=3', 'c=3', 'd=3; Domain=bank.test'),
      answer('plain/', 'd=4'),
      sends('plainSub/', 'c=3'),
      sends('plain/', null),
    ],
  },
  {
    rule: 'https gets a cookie that http has set, once none of its own is in the way',
    acts: [
      answer('secure/', 'a=1; Secure'),
      answer('plain/', 'a=2'),
      reads('secure/', 'a=1'),
      answer('secure/', `a=; Secure; ${PAST}`),
      answer('plain/', 'a=3'),
      reads('secure/', 'a=3'),
    ],
  },
  {
    rule: 'http cannot set a cookie with a prefix',
    acts: [
      answer('plain/', '__Host-a=1; Path=/; Secure', '__Host-a=2; Path=/', '__Secure-a=3; Secure'),
      sends('plain/', null),
    ],
  },
  {
    rule: 'https turns a cookie of http into a Secure one',
    acts: [
      answer('plain/', 'a=1'),
      sends('plain/', 'a=1'),
      answer('secure/', 'a=2; Secure'),
      sends('plain/', null),
    ],
  },
];
