import type { RequestListener } from 'node:http';
import { promisify } from 'node:util';
import { test } from 'vitest';
import { createSessionApp } from '../../../src/reference/sessionServer.js';
import { type Broken, expectFlaws } from './check.ts';

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

/** Each server is broken in one way: what is found, and words of what came and why. */
const BROKEN: readonly Broken[] = [
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
    'a secret out of a tutorial',
    () => serve({ secret: 'keyboard cat' }),
    ['warn 7 cookie.secret'],
    /"keyboard cat"/,
    /sign/,
  ],
];

test.each(BROKEN)('%s', (...broken) => expectFlaws('session', broken));
