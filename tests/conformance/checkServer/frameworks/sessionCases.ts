import type { RequestListener } from 'node:http';
import type { Case } from '../suite.ts';
import { serveCookieToHeader, serveDoubleCsrf } from './expressGuards.js';
import { express4, express5 } from './expressParts.js';
import { servePassport, serveSession, syncGuard } from './expressSessions.js';
import { makeKoaStore, serveFastifySession, serveHonoSession, serveKoa } from './others.js';

interface Request {
  readonly session: Record<string, unknown> & { destroy(done: () => void): void };
}
interface Response {
  clearCookie(name: string, options?: object): Response;
  sendStatus(status: number): void;
}
interface App {
  get(path: string, handler: (req: Request, res: { json(body: object): void }) => void): void;
}

const SOUND = 'note profile.challenge';
const LAX = { httpOnly: true, sameSite: 'lax' } as const;
const keepId = async () => {};

/**
 * Serves a page that answers only after the next logout, and after somebody saw that it ended the
 * session: however slow the machine is.
 */
function serveSlowPage(writes: boolean): RequestListener {
  let release = () => {};
  let isOver = false;
  const app: RequestListener = serveSession(express5, {
    extra: (routes: App) =>
      routes.get('/slow', (req, res) => {
        if (writes) req.session.seen = Date.now();
        isOver = false;
        release = () => res.json({ slow: true });
      }),
  });
  return (request, response) => {
    response.on('finish', () => {
      const wasOver = isOver;
      isOver = request.url === '/api/logout';
      if (!wasOver || isOver) return;
      const answer = release;
      release = () => {};
      answer();
    });
    app(request, response);
  };
}

/** Sessions in the frameworks that people take: an ID in a cookie. */
export const SESSION_CASES: readonly Case[] = [
  {
    name: 'express-session, Express 5',
    app: () => serveSession(express5),
    says: [SOUND],
    finds: /express-session/,
  },
  { name: 'express-session, Express 4', app: () => serveSession(express4), says: [SOUND] },
  {
    name: 'the error page of Express',
    app: () => serveSession(express5, { errors: 'of Express' }),
    says: ['note errors.text', SOUND],
    came: { 'errors.text': /on the error page that NODE_ENV=production hides/ },
  },
  {
    name: 'no regenerate',
    app: () => serveSession(express5, { logIn: keepId }),
    says: ['fail session.newId', SOUND],
  },
  {
    name: 'an anonymous session that becomes the user’s',
    app: () => serveSession(express4, { logIn: keepId, options: { saveUninitialized: true } }),
    says: ['fail session.newId', 'note session.anonymous', SOUND],
    came: { 'session.newId': /from before the login is still in use/ },
  },
  {
    name: 'sessions for everybody, renewed at the login',
    app: () => serveSession(express5, { options: { saveUninitialized: true } }),
    says: ['note session.anonymous', SOUND],
  },
  {
    name: 'keyboard cat',
    app: () => serveSession(express5, { options: { secret: 'Keyboard Cat' } }),
    says: ['warn secret.known', SOUND],
    came: { 'secret.known': /“Key…” \(12 characters\)/ },
  },
  {
    name: 'destroy without clearCookie',
    app: () =>
      serveSession(express5, {
        logOut: (req: Request, res: Response) => req.session.destroy(() => res.sendStatus(204)),
      }),
    says: ['warn logout.cleared', SOUND],
  },
  {
    name: 'clearCookie without destroy',
    app: () =>
      serveSession(express4, {
        logOut: (_req: Request, res: Response) => res.clearCookie('connect.sid').sendStatus(204),
      }),
    says: ['fail logout.copy', SOUND],
  },
  {
    name: 'a library’s defaults for the cookie',
    app: () => serveSession(express5, { options: { cookie: {} } }),
    says: ['warn cookie.sameSite', SOUND],
  },
  {
    name: 'a cookie set with Domain, and cleared without',
    app: () => serveSession(express5, { options: { cookie: { ...LAX, domain: 'app.localhost' } } }),
    host: 'app.localhost',
    says: ['warn logout.cleared', SOUND],
    came: { 'logout.cleared': /set with Domain=app.localhost, and is cleared without Domain/ },
  },
  {
    // 30 would be over before a slow machine had used it.
    name: 'maxAge of half a minute',
    app: () => serveSession(express5, { options: { cookie: { ...LAX, maxAge: 30_000 } } }),
    says: ['fail cookie.lifetime', SOUND],
  },
  {
    name: 'an end worked out at boot',
    app: () => {
      const expires = new Date(Date.now() + 3_600_000);
      return serveSession(express5, { options: { cookie: { ...LAX, expires } } });
    },
    says: ['fail cookie.expiresMoves', SOUND],
  },
  {
    name: 'a Secure cookie behind a proxy that is trusted',
    app: () =>
      serveSession(express5, { trustProxy: true, options: { cookie: { ...LAX, secure: true } } }),
    says: [SOUND],
    finds: /X-Forwarded-Proto: https/,
  },
  {
    name: 'a Secure cookie behind a proxy that nobody trusts',
    app: () => serveSession(express5, { options: { cookie: { ...LAX, secure: true } } }),
    says: ['fail login.credential'],
    came: { 'login.credential': /no cookie or token/ },
  },
  {
    name: 'a slow page that writes into the session',
    app: () => serveSlowPage(true),
    options: ['--slow-path', '/slow'],
    says: ['fail logout.slow', SOUND],
  },
  {
    name: 'a slow page that writes nothing',
    app: () => serveSlowPage(false),
    options: ['--slow-path', '/slow'],
    says: [SOUND],
  },
  {
    name: 'passport, Express 5',
    app: () => servePassport(express5),
    says: [],
    finds: /as a form: username and password/,
  },
  {
    name: 'passport, Express 4, a logout by link',
    app: () => servePassport(express4, { getLogout: true }),
    says: ['warn logout.get'],
  },
  {
    name: 'passport, and a logout without its callback',
    app: () => servePassport(express5, { logOut: (req: { logout(): void }) => req.logout() }),
    says: ['fail logout.there'],
    came: { 'logout.there': /POST \/logout: 500/ },
  },
  {
    name: 'passport with flash texts that give names away',
    app: () => servePassport(express5, { messages: 'telling' }),
    says: ['warn login.unknownUser'],
    came: { 'login.unknownUser': /No such user.*Incorrect password/ },
  },
  {
    name: 'passport behind csrf-sync',
    app: () => servePassport(express5, { guard: syncGuard() }),
    says: [],
  },
  {
    name: 'csrf-csrf with an endpoint of its own',
    app: () => serveDoubleCsrf(express5),
    says: ['note session.anonymous', SOUND],
    finds: /with a CSRF token/,
  },
  {
    name: 'a CSRF token from a cookie to a header',
    app: () => serveCookieToHeader(express5),
    says: [SOUND],
    finds: /with a CSRF token/,
  },
  {
    name: '@fastify/session',
    app: () => serveFastifySession(),
    says: [SOUND],
    finds: /@fastify\/session/,
  },
  {
    name: '@fastify/session without regenerate',
    app: () => serveFastifySession({ regenerate: false }),
    says: ['fail session.newId', SOUND],
  },
  {
    name: '@fastify/session without destroy',
    // What is not destroyed is saved, and its cookie set once more behind the line that clears it.
    app: () => serveFastifySession({ destroy: false }),
    says: ['fail logout.out', SOUND],
    came: { 'logout.out': /^it is cleared, and set again by a later line/ },
  },
  {
    name: 'koa-session with a store',
    app: () => serveKoa({ store: makeKoaStore(), regenerate: true }),
    says: [SOUND],
    finds: /session ID in the cookie koa.sess/,
  },
  {
    name: 'Hono with a signed cookie',
    app: () => serveHonoSession(),
    says: ['note session.oldId', SOUND],
  },
  {
    name: 'Hono with a signed cookie and its guard against CSRF',
    app: () => serveHonoSession({ guard: true }),
    says: ['note session.oldId', SOUND],
  },
];
