import { csrfSync } from 'csrf-sync';
import passport from 'passport';
import { Strategy } from 'passport-local';
import { ADA, close, isAda, open, promise, toSession } from './expressParts.js';

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
