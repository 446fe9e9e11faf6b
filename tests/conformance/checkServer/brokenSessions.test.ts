import type { RequestListener } from 'node:http';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createSessionApp } from '../../../src/reference/sessionServer.js';
import { check, findCheck, listFlaws } from './check.ts';
import { NOT_FOUND } from './plainServer.ts';
import { servePlainSessions } from './plainSessions.ts';

interface SessionRequest {
  readonly session: Record<'destroy', (done: () => void) => void> & { userId?: string };
}

const secret = 'a secret of the tests that stands in no list';
const serve = (options: object): RequestListener => createSessionApp({ secret, ...options });
const keepId = {
  async logIn({ session }: SessionRequest) {
    session.userId = 'abc123';
  },
};
const old = (id: string | undefined) => id ?? '0123456789abcdef0123456789abcdef';
const cookie = (line: string) => servePlainSessions({ toCookie: (id) => `sid=${id}; ${line}` });
const STACK = 'Error: no\n    at logIn (/srv/app/login.js:12:7)';

/** Each server is broken in one way: what is found, and words of what came and why. */
const BROKEN: readonly (readonly [
  string,
  () => RequestListener,
  readonly string[],
  RegExp,
  RegExp,
])[] = [
  [
    'no regenerate at login',
    () => serve(keepId),
    ['fail 3 session.newId'],
    /still in use/,
    /fixation.*regenerate/,
  ],
  [
    'an anonymous session that becomes the user’s',
    () => serve({ ...keepId, saveUninitialized: true }),
    ['fail 3 session.newId', 'warn 1 login.anonymous'],
    /from before the login is still in use/,
    /fixation/,
  ],
  [
    'a cookie without HttpOnly',
    () => serve({ cookie: { httpOnly: false } }),
    ['fail 4 cookie.httpOnly'],
    /SameSite=Lax$/,
    /script/,
  ],
  [
    'a cookie without SameSite',
    () => serve({ cookie: { sameSite: undefined } }),
    ['warn 4 cookie.sameSite'],
    /HttpOnly$/,
    /CSRF/,
  ],
  [
    'clearCookie without destroy',
    () =>
      serve({
        logOut: async (_req: unknown, res: { clearCookie(name: string): void }) =>
          res.clearCookie('connect.sid'),
      }),
    ['fail 10 logout.destroyed'],
    /^200 OK with/,
    /clearCookie\(\) empties one browser only/,
  ],
  [
    'destroy without clearCookie',
    () =>
      serve({
        logOut: (req: SessionRequest) => promisify(req.session.destroy).call(req.session),
      }),
    ['warn 9 logout.cookieCleared'],
    /no Set-Cookie/,
    /dead cookie/,
  ],
  [
    'a Secure cookie over plain http',
    () => serve({ cookie: { secure: true } }),
    ['fail 4 cookie.sent'],
    /no Set-Cookie in 200 OK/,
    /Secure cookie over plain http/,
  ],
  [
    'maxAge in seconds',
    () => serve({ cookie: { maxAge: 5000 } }),
    ['fail 12 session.lifetime'],
    /^[45] s$/,
    /milliseconds/,
  ],
  [
    'a secret out of a tutorial',
    () => serve({ secret: 'keyboard cat' }),
    ['warn 7 cookie.secret'],
    /"keyboard cat"/,
    /sign/,
  ],
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
    ['fail 2 login.refusal', 'fail 2 login.wrongPassword', 'warn 2 login.unknownUser'],
    /./,
    /status/,
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
    ['fail 2 login.badInput', 'fail 2 login.refusal'],
    /"ok":false/,
    /./,
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
    ['fail 2 login.badInput', 'fail 2 login.errorText', 'fail 2 login.refusal'],
    /500/,
    /./,
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
      'fail 10 logout.destroyed',
      'fail 11 next.denied',
      'fail 2 login.wrongPassword',
      'fail 3 session.notAdopted',
      'fail 7 cookie.tamperedId',
      'fail 8 profile.refusal',
      'warn 3 session.oldId',
    ],
    /^200 OK/,
    /./,
  ],
  [
    'a login somewhere else',
    () => servePlainSessions({ accepts: () => false, refuseLogin: () => NOT_FOUND }),
    ['fail 2 login.accepted', 'warn 2 login.refusal'],
    /^404 Not Found/,
    /--login-path/,
  ],
];

test.each(BROKEN)('%s', async (_name, makeApp, flaws, came, why) => {
  const report = await check('session', makeApp());
  expect(listFlaws(report)).toEqual(flaws);
  expect(report.passed).toBe(flaws.every((flaw) => flaw.startsWith('warn')));
  const [, step, id = ''] = flaws[0]?.split(' ') ?? [];
  const found = findCheck(report, id);
  expect(found.came).toMatch(came);
  expect(found.why).toMatch(why);
  const row = report.steps.find((each) => each.step === Number(step));
  expect(row?.session).toBe(found.mark);
});
