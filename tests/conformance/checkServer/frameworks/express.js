import { createHash } from 'node:crypto';
import cookieParser from 'cookie-parser';
import cookieSession from 'cookie-session';
import { doubleCsrf } from 'csrf-csrf';
import { csrfSync } from 'csrf-sync';
import express5 from 'express';
import session from 'express-session';
import express4 from 'express4';
import jwt from 'jsonwebtoken';
import passport from 'passport';
import { Strategy } from 'passport-local';

// Servers as people write them: plain JavaScript, a few lines each.

const SECRET = 'a secret of the tests that stands in no list';
const ADA = { id: 'abc123', username: 'ada', name: 'Ada Lovelace' };
const isAda = ({ username, password } = {}) => username === 'ada' && password === 'correct horse';
const promise = (use) =>
  new Promise((resolve, reject) => use((error) => (error ? reject(error) : resolve())));

/** What every server here has: no framework's name, no cache for what is private. */
function open(express, ...parsers) {
  const app = express();
  for (const parser of parsers) app.use(parser);
  app.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  return app;
}

/** Adds the end of every server: errors are answered without what is inside. */
function close(app) {
  app.use((error, _req, res, _next) => {
    res.status(error.status ?? 500).json({ error: 'not like this' });
  });
  return app;
}

const toSession = (options = {}) =>
  session({
    secret: SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', maxAge: 900_000 },
    ...options,
  });

/**
 * express-session with a JSON login, on Express 4 or 5.
 * @param {unknown} express
 * @param {Readonly<Record<string, unknown>>} [flaws]
 */
export function serveSession(
  express,
  { options = {}, logIn, logOut, trustProxy, extra, errors = 'own' } = {},
) {
  const app = open(express, express.json(), toSession(options));
  if (trustProxy) app.set('trust proxy', 1);
  app.post('/api/login', async (req, res, next) => {
    try {
      if (!isAda(req.body)) return res.status(401).json({ error: 'wrong name or password' });
      if (logIn) await logIn(req);
      else await promise((done) => req.session.regenerate(done));
      req.session.user = ADA.id;
      res.json({ user: ADA });
    } catch (error) {
      next(error);
    }
  });
  app.get('/api/me', (req, res) => {
    if (!req.session.user) return res.status(401).json({ error: 'log in first' });
    res.json({ user: ADA });
  });
  app.post('/api/logout', (req, res, next) => {
    if (logOut) return logOut(req, res);
    req.session.destroy((error) => {
      if (error) return next(error);
      res.clearCookie(options.name ?? 'connect.sid', options.clear).sendStatus(204);
    });
  });
  extra?.(app);
  return errors === 'own' ? close(app) : app;
}

/**
 * Pages with forms: passport, flash texts, redirects.
 * @param {unknown} express
 * @param {Readonly<Record<string, unknown>>} [flaws]
 */
export function servePassport(
  express,
  { options, messages = 'the same', getLogout, guard, logOut: own } = {},
) {
  const app = open(express, express.urlencoded({ extended: false }), toSession(options));
  const login = new passport.Passport();
  login.use(
    new Strategy((username, password, done) => {
      if (isAda({ username, password })) return done(null, ADA);
      const isKnown = username === 'ada';
      const told = isKnown ? 'Incorrect password.' : 'No such user.';
      done(null, false, { message: messages === 'the same' ? 'Wrong name or password.' : told });
    }),
  );
  login.serializeUser((user, done) => done(null, user.id));
  login.deserializeUser((_id, done) => done(null, ADA));
  app.use(login.initialize(), login.session());
  if (guard) app.use(guard);
  const field = (req) =>
    req.csrfToken ? `<input type="hidden" name="_csrf" value="${req.csrfToken()}">` : '';
  app.get('/login', (req, res) => {
    const [text = ''] = req.session.messages ?? [];
    req.session.messages = [];
    res.send(`<html><title>Sign in</title><p>${text}</p><form method="post" action="/login/password">
      <input name="username"><input type="password" name="password">${field(req)}<button>Go</button></form>`);
  });
  app.post(
    '/login/password',
    login.authenticate('local', {
      successRedirect: '/',
      failureRedirect: '/login',
      failureMessage: true,
    }),
  );
  const logOut = (req, res, next) =>
    req.logout((error) => {
      if (error) return next(error);
      res.redirect('/');
    });
  app[getLogout ? 'get' : 'post']('/logout', own ?? logOut);
  app.get('/', (req, res) => {
    const out = getLogout
      ? '<a href="/logout">Log out</a>'
      : `<form method="post" action="/logout">${field(req)}<button>Log out</button></form>`;
    res.send(
      req.user ? `<html><p>Hello, ${req.user.name}</p>${out}` : '<html><a href="/login">Log in</a>',
    );
  });
  app.get('/account', (req, res) => {
    if (!req.user) return res.redirect('/login');
    const out = getLogout
      ? '<a href="/logout">Log out</a>'
      : `<form method="post" action="/logout">${field(req)}<button>Log out</button></form>`;
    res.send(`<html><title>Your account</title><p>${req.user.name}</p>${out}`);
  });
  return close(app);
}

/** A guard of csrf-sync, which keeps its token in the session. */
export const syncGuard = () =>
  csrfSync({ getTokenFromRequest: (req) => req.body?._csrf ?? req.headers['x-csrf-token'] })
    .csrfSynchronisedProtection;

/**
 * cookie-session: the session is in the cookie.
 * @param {unknown} express
 * @param {Readonly<Record<string, unknown>>} [flaws]
 */
export function serveCookieSession(express, { secret = SECRET, clear = true } = {}) {
  const app = open(
    express,
    express.json(),
    cookieSession({ name: 'session', keys: [secret], sameSite: 'lax', maxAge: 900_000 }),
  );
  app.post('/login', (req, res) => {
    if (!isAda(req.body)) return res.status(401).json({ error: 'no' });
    req.session.user = ADA.id;
    res.json({ ok: true });
  });
  app.get('/me', (req, res) => {
    if (!req.session.user) return res.status(401).json({ error: 'no' });
    res.json(ADA);
  });
  app.post('/logout', (req, res) => {
    if (clear) req.session = null;
    res.json({ ok: true });
  });
  return close(app);
}

/**
 * A JWT in a cookie, as many tutorials have it.
 * @param {unknown} express
 * @param {Readonly<Record<string, unknown>>} [flaws]
 */
export function serveTokenCookie(
  express,
  { secret = SECRET, cookie = {}, clear = {}, signed = false, read, refresh } = {},
) {
  const app = open(express, express.json(), cookieParser(SECRET));
  const verify = read ?? ((token) => jwt.verify(token, secret, { algorithms: ['HS256'] }));
  app.post('/api/auth/login', (req, res) => {
    if (!isAda(req.body)) return res.status(401).json({ message: 'Invalid credentials' });
    const token = jwt.sign({ id: ADA.id }, secret, { expiresIn: '15m' });
    const attributes = { httpOnly: true, sameSite: 'lax', signed, ...cookie };
    res.cookie('token', token, attributes);
    if (refresh) res.cookie('refresh_token', refresh(), attributes);
    res.json({ message: 'Logged in', user: { id: ADA.id } });
  });
  app.get('/api/auth/me', (req, res) => {
    try {
      verify((signed ? req.signedCookies : req.cookies).token);
      res.json({ user: ADA });
    } catch {
      res.status(401).json({ message: 'Unauthorized' });
    }
  });
  app.post('/api/auth/logout', (_req, res) => res.clearCookie('token', clear).json({ ok: true }));
  return close(app);
}

/**
 * A JWT in a header, with an address of e-mail and access and refresh tokens.
 * @param {unknown} express
 * @param {Readonly<Record<string, unknown>>} [flaws]
 */
export function serveBearer(
  express,
  { expiresIn = '15m', clockTolerance = 0, secret = SECRET, more = {} } = {},
) {
  const app = open(express, express.json());
  const hash = (text) => createHash('sha256').update(String(text)).digest('hex');
  const users = [{ id: ADA.id, email: 'ada@example.com', hash: hash('correct horse') }];
  const isOne = (user, password) => user !== undefined && user.hash === hash(password);
  app.post('/api/v1/auth/login', async (req, res, next) => {
    try {
      const { email, password } = req.body ?? {};
      if (typeof email !== 'string' || typeof password !== 'string') {
        return res.status(422).json({ error: 'email and password are wanted' });
      }
      const user = users.find((each) => each.email === email);
      if (!isOne(user, password)) return res.status(401).json({ error: 'wrong email or password' });
      const accessToken = jwt.sign({ sub: user.id }, secret, { expiresIn });
      res.json({ data: { accessToken, ...more } });
    } catch (error) {
      next(error);
    }
  });
  app.get('/api/v1/users/me', (req, res) => {
    const [, token] = (req.headers.authorization ?? '').split(' ');
    try {
      const { sub } = jwt.verify(token, secret, { algorithms: ['HS256'], clockTolerance });
      res.json({ data: { id: sub, email: 'ada@example.com' } });
    } catch {
      res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'unauthorized' });
    }
  });
  return close(app);
}

/** csrf-csrf: a token by an endpoint of its own, sent back in a header. */
export function serveDoubleCsrf(express) {
  const { generateCsrfToken, doubleCsrfProtection } = doubleCsrf({
    getSecret: () => SECRET,
    getSessionIdentifier: (req) => req.session.id,
    cookieName: 'x-csrf',
    cookieOptions: { sameSite: 'lax', secure: false, httpOnly: true },
  });
  const options = { saveUninitialized: true };
  const app = open(express, express.json(), cookieParser(), toSession(options));
  app.get('/csrf-token', (req, res) => res.json({ csrfToken: generateCsrfToken(req, res) }));
  app.use(doubleCsrfProtection);
  app.post('/login', async (req, res, next) => {
    try {
      if (!isAda(req.body)) return res.status(401).json({ error: 'no' });
      await promise((done) => req.session.regenerate(done));
      req.session.user = ADA.id;
      res.json({ ok: true });
    } catch (error) {
      next(error);
    }
  });
  app.get('/profile', (req, res) => {
    if (!req.session.user) return res.status(401).json({ error: 'no' });
    res.json(ADA);
  });
  app.post('/logout', (req, res, next) => {
    req.session.destroy((error) => (error ? next(error) : res.clearCookie('connect.sid').json({})));
  });
  return close(app);
}

/** A token in a cookie that scripts read, sent back in a header (as Angular does). */
export function serveCookieToHeader(express) {
  const app = open(express, express.json(), cookieParser(), toSession());
  app.use((req, res, next) => {
    const token = req.cookies['XSRF-TOKEN'] ?? 'a-token-for-this-browser';
    if (!req.cookies['XSRF-TOKEN']) res.cookie('XSRF-TOKEN', token, { sameSite: 'lax' });
    const isSafe = ['GET', 'HEAD', 'OPTIONS'].includes(req.method);
    if (isSafe || req.headers['x-xsrf-token'] === token) return next();
    res.status(403).json({ error: 'invalid csrf token' });
  });
  app.post('/login', async (req, res, next) => {
    try {
      if (!isAda(req.body)) return res.status(401).json({ error: 'no' });
      await promise((done) => req.session.regenerate(done));
      req.session.user = ADA.id;
      res.json({ ok: true });
    } catch (error) {
      next(error);
    }
  });
  app.get('/profile', (req, res) => {
    if (!req.session.user) return res.status(401).json({ error: 'no' });
    res.json(ADA);
  });
  app.post('/logout', (req, res, next) => {
    req.session.destroy((error) => (error ? next(error) : res.clearCookie('connect.sid').json({})));
  });
  return close(app);
}

export { express4, express5, jwt, SECRET };
