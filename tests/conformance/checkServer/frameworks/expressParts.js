import session from 'express-session';

export { default as express5 } from 'express';
export { default as express4 } from 'express4';

// What the servers beside this file are made of. They are written as people write them: plain
// JavaScript, a few lines each.

export const SECRET = 'a secret of the tests that stands in no list';
export const ADA = { id: 'abc123', username: 'ada', name: 'Ada Lovelace' };
export const isAda = ({ username, password } = {}) =>
  username === 'ada' && password === 'correct horse';
/** Waits for what takes a callback. */
export const promise = (use) =>
  new Promise((resolve, reject) => use((error) => (error ? reject(error) : resolve())));

/** What every server here has: no framework's name, no cache for what is private. */
export function open(express, ...parsers) {
  const app = express();
  for (const parser of parsers) app.use(parser);
  app.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  return app;
}

/** Adds the end of every server: errors are answered without what is inside. */
export function close(app) {
  app.use((error, _req, res, _next) => {
    res.status(error.status ?? 500).json({ error: 'not like this' });
  });
  return app;
}

export const toSession = (options = {}) =>
  session({
    secret: SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', maxAge: 900_000 },
    ...options,
  });
