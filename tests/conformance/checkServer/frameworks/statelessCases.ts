import jwt from 'jsonwebtoken';
import type { Case } from '../suite.ts';
import { express4, express5, SECRET } from './expressParts.js';
import { serveBearer, serveCookieSession, serveTokenCookie } from './expressStateless.js';
import { serveFastifyJwt, serveHonoJwt, serveKoa } from './others.js';

const SOUND = 'note profile.challenge';
const COPY = 'note logout.copy';
const NONE = 'note logout.there';
const username = 'ada@example.com';

/** What holds the login itself: JWTs, and sessions in a cookie. */
export const STATELESS_CASES: readonly Case[] = [
  {
    name: 'cookie-session',
    app: () => serveCookieSession(express5),
    says: [COPY, SOUND],
    finds: /the session itself in the cookie session and session.sig \(cookie-session\)/,
  },
  {
    name: 'cookie-session, Express 4',
    app: () => serveCookieSession(express4),
    says: [COPY, SOUND],
  },
  {
    name: 'cookie-session with a secret out of a tutorial',
    app: () => serveCookieSession(express5, { secret: 'keyboard cat' }),
    says: ['fail secret.known', COPY, SOUND],
  },
  {
    name: 'cookie-session, and a logout that keeps it',
    app: () => serveCookieSession(express5, { clear: false }),
    says: ['fail logout.out', SOUND],
  },
  {
    name: 'koa-session',
    app: () => serveKoa(),
    says: [COPY, SOUND],
    finds: /the session itself in the cookie koa.sess and koa.sess.sig \(koa-session\)/,
  },
  {
    name: 'koa-session with a secret out of a tutorial',
    app: () => serveKoa({ keys: ['SOME SECRET HURR'] }),
    says: ['fail secret.known', COPY, SOUND],
  },
  {
    name: 'a JWT in a cookie',
    app: () => serveTokenCookie(express5),
    says: [COPY, SOUND],
    finds: /a JWT in the cookie token/,
  },
  {
    name: 'a JWT in a cookie, Express 4',
    app: () => serveTokenCookie(express4),
    says: [COPY, SOUND],
  },
  {
    name: 'a JWT in a signed cookie',
    app: () => serveTokenCookie(express5, { signed: true }),
    says: [COPY, SOUND],
  },
  {
    name: 'a JWT in a cookie that nobody verifies',
    app: () =>
      serveTokenCookie(express5, {
        read: (token: string) => {
          if (!token) throw new Error('none');
          return jwt.decode(token) ?? jwt.verify(token, SECRET);
        },
      }),
    says: ['fail token.payload', COPY, SOUND],
  },
  {
    name: 'a JWT in a cookie that scripts read',
    app: () => serveTokenCookie(express5, { cookie: { httpOnly: false } }),
    says: ['fail cookie.httpOnly', COPY, SOUND],
  },
  {
    name: 'a JWT in a cookie that is cleared for another path',
    app: () => serveTokenCookie(express5, { clear: { path: '/api' } }),
    says: ['fail logout.out', SOUND],
    came: { 'logout.out': /set for Path=\/, and is cleared for Path=\/api/ },
  },
  {
    name: 'a refresh token in a cookie that opens the profile',
    app: () =>
      serveTokenCookie(express5, {
        refresh: () => jwt.sign({ id: 'abc123' }, SECRET, { expiresIn: '7d' }),
      }),
    says: ['fail refresh.notAccess', 'warn logout.cleared', COPY, SOUND],
    came: {
      'refresh.notAccess': /the cookie refresh_token/,
      'logout.cleared': /^the cookie refresh_token: no line clears it/,
    },
  },
  {
    name: 'a JWT in a header, Express 5',
    app: () => serveBearer(express5),
    username,
    says: [NONE],
    finds: /email and password/,
  },
  {
    name: 'a JWT in a header, Express 4',
    app: () => serveBearer(express4),
    username,
    says: [NONE],
  },
  {
    name: 'expiresIn as a text of digits',
    // Taken for an hour longer, so that no machine is too slow to use it.
    app: () => serveBearer(express5, { expiresIn: '3600', clockTolerance: 3600 }),
    username,
    says: ['fail token.lifetime', NONE],
    came: { 'token.lifetime': /^3 s$/ },
  },
  {
    name: 'a token that is over at once',
    app: () => serveBearer(express5, { expiresIn: '120' }),
    username,
    says: ['fail token.lifetime'],
    came: { 'token.lifetime': /over before it could be used/ },
  },
  {
    name: 'process.env.JWT_SECRET between quotes',
    app: () => serveBearer(express5, { secret: 'process.env.JWT_SECRET' }),
    username,
    says: ['fail secret.known', NONE],
  },
  {
    name: 'a refresh token with the same secret',
    app: () =>
      serveBearer(express5, {
        more: { refreshToken: jwt.sign({ sub: 'abc123' }, SECRET, { expiresIn: '30d' }) },
      }),
    username,
    says: ['fail refresh.notAccess', NONE],
  },
  {
    name: '@fastify/jwt',
    app: () => serveFastifyJwt(),
    username,
    says: [NONE],
    finds: /POST \/auth\/login as JSON: email/,
  },
  {
    name: '@fastify/jwt with a secret out of a tutorial',
    app: () => serveFastifyJwt({ secret: 'supersecret' }),
    username,
    says: ['fail secret.known', 'note token.algorithm', NONE],
  },
  { name: 'hono/jwt', app: () => serveHonoJwt(), says: [NONE] },
  {
    name: 'hono/jwt with a secret out of a tutorial',
    app: () => serveHonoJwt({ secret: 'it-is-very-secret' }),
    says: ['fail secret.known', NONE],
  },
];
