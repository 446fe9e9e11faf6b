import { answer, type Case, sends } from './acts.ts';

/** Which paths a cookie reaches. */
export const PATHS: readonly Case[] = [
  {
    rule: 'a Path reaches itself and below',
    acts: [
      answer('bank/', 'a=1; Path=/app'),
      sends('bank/', null),
      sends('bank/app', 'a=1'),
      sends('bank/app/', 'a=1'),
      sends('bank/app/x/y', 'a=1'),
      sends('bank/apple', null),
      sends('bank/APP', null),
    ],
  },
  {
    rule: 'a Path that ends in a slash does not reach the path without it',
    acts: [
      answer('bank/', 'a=1; Path=/app/'),
      sends('bank/app', null),
      sends('bank/app/', 'a=1'),
      sends('bank/app/x', 'a=1'),
    ],
  },
  {
    rule: 'without Path it is the folder of the address',
    acts: [
      answer('bank/app/login', 'a=1'),
      answer('bank/app/', 'b=1'),
      answer('bank/app', 'c=1'),
      sends('bank/', 'c=1'),
      sends('bank/app', 'a=1; b=1; c=1'),
      sends('bank/app/x', 'a=1; b=1; c=1'),
      sends('bank/other', 'c=1'),
    ],
  },
  {
    rule: 'a Path that is none is ignored',
    acts: [
      answer(
        'bank/app/login',
        'a=1; Path=',
        'b=1; Path',
        'c=1; Path=app',
        'd=1; Path=x/y',
        'e=1; Path="/"',
        'f=1; Path=/;',
      ),
      sends('bank/', 'f=1'),
      sends('bank/app', 'a=1; b=1; c=1; d=1; e=1; f=1'),
    ],
  },
  {
    rule: 'the last Path counts',
    acts: [
      answer(
        'bank/app/login',
        'a=1; Path=/; Path=/other',
        'b=1; Path=/other; Path=/',
        'c=1; Path=/; Path=',
      ),
      sends('bank/', 'b=1'),
      sends('bank/app', 'c=1; b=1'),
      sends('bank/other', 'a=1; b=1'),
    ],
  },
  {
    rule: 'a page may set a cookie for a path that is not its own',
    acts: [
      answer('bank/app/login', 'a=1; Path=/other'),
      sends('bank/app/login', null),
      sends('bank/other', 'a=1'),
    ],
  },
  {
    rule: 'percent-encoding is not undone',
    acts: [
      answer('bank/', 'a=1; Path=/%61pp', 'b=1; Path=/app'),
      sends('bank/app', 'b=1'),
      sends('bank/%61pp', 'a=1'),
    ],
  },
  {
    rule: 'a Path is taken as it is written',
    acts: [
      answer('bank/', 'a=1; Path=/a b', 'b=1; Path=/a%20b', 'c=1; Path=/a/../b', 'd=1; Path=/?x'),
      sends('bank/', null),
      sends('bank/a%20b', 'b=1'),
      sends('bank/b', null),
    ],
  },
  {
    rule: 'each Path has a cookie of its own',
    acts: [
      answer('bank/', 'a=1; Path=/', 'a=2; Path=/app', 'a=3; Path=/app/'),
      sends('bank/', 'a=1'),
      sends('bank/app', 'a=2; a=1'),
      sends('bank/app/x', 'a=3; a=2; a=1'),
    ],
  },
];

/** In which order cookies are sent. */
export const ORDER: readonly Case[] = [
  {
    rule: 'longer paths come first, whatever came first',
    acts: [
      answer('bank/', 'a=1; Path=/', 'b=1; Path=/app/deep', 'c=1; Path=/app'),
      sends('bank/app/deep', 'b=1; c=1; a=1'),
    ],
  },
  {
    rule: 'among paths of one length the older comes first',
    acts: [
      answer('bank/', 'b=1'),
      answer('bank/', 'a=1'),
      answer('sub/', 'c=1; Domain=bank.localhost'),
      answer('bank/', '0=1'),
      sends('bank/', 'b=1; a=1; c=1; 0=1'),
    ],
  },
  {
    rule: 'the length of the domain does not matter',
    acts: [
      answer('sub/', 'a=1; Domain=bank.localhost', 'b=1', 'c=1; Domain=bank.localhost'),
      sends('sub/', 'a=1; b=1; c=1'),
    ],
  },
  {
    rule: 'a cookie with a new value goes to the end',
    acts: [answer('bank/', 'a=1', 'b=1'), answer('bank/', 'a=2'), sends('bank/', 'b=1; a=2')],
  },
  {
    rule: 'a cookie with the same value keeps its place',
    acts: [
      answer('bank/', 'a=1', 'b=1'),
      answer('bank/', 'a=1; Max-Age=60; HttpOnly; SameSite=Strict'),
      sends('bank/', 'a=1; b=1'),
    ],
  },
  {
    rule: 'a cookie cleared and set again goes to the end',
    acts: [
      answer('bank/', 'a=1', 'b=1'),
      answer('bank/', 'a=; Max-Age=0', 'a=1'),
      sends('bank/', 'b=1; a=1'),
    ],
  },
];
