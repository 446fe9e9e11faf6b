import { test } from 'vitest';
import { type Broken, expectFlaws } from './check.ts';
import { NOT_FOUND } from './plainServer.ts';
import { servePlainSessions } from './plainSessions.ts';

const old = (id: string | undefined) => id ?? '0123456789abcdef0123456789abcdef';
const cookie = (line: string) => servePlainSessions({ toCookie: (id) => `sid=${id}; ${line}` });
const STACK = 'Error: no\n    at logIn (/srv/app/login.js:12:7)';

/** Each server is broken in one way: what is found, and words of what came and why. */
const BROKEN: readonly Broken[] = [
  [
    'the session ID in the body',
    () => servePlainSessions({ welcome: (sid) => ({ userId: 'abc123', sid }) }),
    ['fail 4 body.noId'],
    /"sid":/,
    /HttpOnly would be in vain/,
  ],
  [
    'any password',
    () => servePlainSessions({ accepts: ({ body }) => body?.username === 'ada' }),
    ['fail 2 login.wrongPassword', 'fail 2 login.refusal', 'warn 2 login.unknownUser'],
    /^it opened the profile, after 200 OK/,
    /Whoever knows a name/,
  ],
  [
    '200 with an error in the body',
    () => servePlainSessions({ refuse: () => ({ status: 200, body: { error: 'log in' } }) }),
    ['fail 8 profile.refusal'],
    /^200 OK with \{"error":"log in"\}$/,
    /401/,
  ],
  [
    '200 for a wrong password',
    () => servePlainSessions({ refuseLogin: () => ({ status: 200, body: { ok: false } }) }),
    ['fail 2 login.refusal', 'fail 2 login.badInput'],
    /"ok":false/,
    /behind a 200 a refusal looks like a login/,
  ],
  [
    '401 without WWW-Authenticate',
    () => servePlainSessions({ refuse: () => ({ status: 401 }) }),
    ['warn 8 profile.challenge'],
    /401 without it/,
    /RFC 9110/,
  ],
  [
    '403 in place of 401',
    () => servePlainSessions({ refuse: () => ({ status: 403 }) }),
    ['warn 8 profile.refusal'],
    /^403 Forbidden/,
    /known user/,
  ],
  [
    'a stack in the answer',
    () => servePlainSessions({ refuseLogin: () => ({ status: 500, body: STACK }) }),
    ['fail 2 login.errorText', 'fail 2 login.badInput', 'fail 2 login.refusal'],
    /^login.js:12:7$/,
    /stacks/,
  ],
  [
    'an ID that the client chooses',
    () => servePlainSessions({ toId: old, keepsOld: true }),
    ['fail 3 session.newId', 'fail 3 session.notAdopted'],
    /still in use/,
    /fixation/,
  ],
  [
    'counted IDs',
    () => {
      let n = 1000;
      return servePlainSessions({ toId: () => String(n++) });
    },
    ['fail 3 session.idLength'],
    /4 characters/,
    /tried out/,
  ],
  [
    'an old session that lives on beside the new one',
    () => servePlainSessions({ keepsOld: true }),
    ['warn 3 session.oldId'],
    /^200 OK/,
    /second key/,
  ],
  [
    'a cookie that no browser keeps',
    () => cookie('Path=/; HttpOnly; SameSite=None'),
    ['fail 5 cookie.kept', 'warn 4 cookie.sameSite'],
    /SameSite=None without Secure/,
    /drops/,
  ],
  [
    'a cookie of milliseconds taken for seconds',
    () => cookie('Path=/; HttpOnly; SameSite=Lax; Max-Age=5'),
    ['fail 12 session.lifetime'],
    /^5 s$/,
    /milliseconds/,
  ],
  [
    'a cookie that is dead on arrival',
    () => cookie(`Path=/; HttpOnly; SameSite=Lax; Expires=${new Date(0).toUTCString()}`),
    ['fail 12 session.lifetime', 'fail 8 profile.granted'],
    /^over on arrival$/,
    /milliseconds/,
  ],
  [
    'a cookie for a year',
    () => cookie('Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000'),
    ['warn 12 session.lifetime'],
    /^31536000 s$/,
    /never ends/,
  ],
  [
    'a cookie that stays at home',
    () => cookie('Path=/account; HttpOnly; SameSite=Lax'),
    ['fail 6 cookie.travels', 'fail 8 profile.granted'],
    /Path=\/account/,
    /Path/,
  ],
  [
    'a cookie deleted for another path',
    () =>
      servePlainSessions({
        farewell: () => ({ status: 204, headers: { 'Set-Cookie': 'sid=; Path=/x; Max-Age=0' } }),
      }),
    ['warn 9 logout.cookieCleared'],
    /for Path=\/ stays.*Path=\/x/,
    /same Path and Domain/,
  ],
  [
    'a GET that logs out',
    () => servePlainSessions({ logsOut: ['POST /logout', 'GET /logout'] }),
    ['warn 9 logout.get'],
    /over after 204/,
    /picture/,
  ],
  [
    'no logout',
    () => servePlainSessions({ logsOut: [] }),
    ['fail 9 logout.answered'],
    /^404/,
    /--logout-path/,
  ],
  [
    'a profile for everybody',
    () => servePlainSessions({ refuse: () => ({ status: 200, body: { userId: 'abc123' } }) }),
    [
      'fail 11 next.denied',
      'fail 10 logout.destroyed',
      'fail 2 login.wrongPassword',
      'fail 3 session.notAdopted',
      'fail 7 cookie.tamperedId',
      'fail 8 profile.refusal',
      'warn 3 session.oldId',
    ],
    /^200 OK/,
    /asks nobody/,
  ],
  [
    'a login somewhere else',
    () => servePlainSessions({ accepts: () => false, refuseLogin: () => NOT_FOUND }),
    ['fail 2 login.accepted', 'warn 2 login.refusal'],
    /^404 Not Found/,
    /--login-path/,
  ],
];

test.each(BROKEN)('%s', (...broken) => expectFlaws('session', broken));
