import { test } from 'vitest';
import { type Broken, expectFlaws } from './check.ts';
import { servePlainSessions } from './plainSessions.ts';

const cookie = (line: string) => servePlainSessions({ toCookie: (id) => `sid=${id}; ${line}` });
const farewell = (line: string) =>
  servePlainSessions({ farewell: () => ({ status: 204, headers: { 'Set-Cookie': line } }) });

/** Servers whose cookies a browser takes otherwise than a program that only looks at name and path. */
const BROKEN: readonly Broken[] = [
  [
    'a cookie for another site',
    () => cookie('Path=/; HttpOnly; SameSite=Lax; Domain=example.com'),
    ['fail 5 cookie.kept'],
    /^Domain=example\.com, which does not cover 127\.0\.0\.1$/,
    /drops/,
  ],
  [
    'a Secure cookie for other sites too, which loopback may have',
    () => cookie('Path=/; HttpOnly; SameSite=None; Secure'),
    ['warn 4 cookie.sameSite'],
    /^sid=…; Path=\/; HttpOnly; SameSite=None; Secure$/,
    /CSRF/,
  ],
  [
    'a value without a name, which is a secret all the same',
    () => servePlainSessions({ toCookie: (id) => `${id}; Path=/; SameSite=Lax` }),
    ['fail 4 cookie.httpOnly', 'fail 8 profile.granted'],
    /^…; Path=\/; SameSite=Lax$/,
    /script/,
  ],
  [
    'a cookie deleted for another site',
    () => farewell('sid=; Path=/; Domain=example.com; Max-Age=0'),
    ['warn 9 logout.cookieCleared'],
    /for Path=\/ stays.*Domain=example\.com/,
    /same Path and Domain/,
  ],
  [
    'a cookie deleted by a line that browsers refuse',
    () => farewell('sid=; Path=/; SameSite=None; Max-Age=0'),
    ['warn 9 logout.cookieCleared'],
    /for Path=\/ stays.*SameSite=None/,
    /same Path and Domain/,
  ],
];

test.each(BROKEN)('%s', (...broken) => expectFlaws('session', broken));
