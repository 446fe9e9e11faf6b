import { createHash } from 'node:crypto';
import cookieParser from 'cookie-parser';
import cookieSession from 'cookie-session';
import jwt from 'jsonwebtoken';
import { ADA, close, isAda, open, SECRET } from './expressParts.js';

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
