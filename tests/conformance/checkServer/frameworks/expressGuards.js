import cookieParser from 'cookie-parser';
import { doubleCsrf } from 'csrf-csrf';
import { ADA, close, isAda, open, promise, SECRET, toSession } from './expressParts.js';

/** Login, profile and logout of a server with sessions. */
function addRoutes(app) {
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
  addRoutes(app);
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
  addRoutes(app);
  return close(app);
}
