// Lets the page be on another origin than its server: an addition to both servers.

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': 'Content-Type, Authorization',
};

/**
 * Makes the first step of an app. `origin` is the page's (scheme, host and port, no slash at the
 * end), or '*' for any; with `credentials` its fetches may carry cookies, which '*' never allows.
 * It protects nobody: a browser that finds no such field has sent the request all the same, unless
 * it had to ask first, and only keeps the answer from the page's code.
 */
export const allowOrigin =
  ({ origin, credentials = false }) =>
  (app) => {
    app.use((req, res, next) => {
      res.set('Access-Control-Allow-Origin', origin);
      if (origin !== '*') res.vary('Origin'); // no cache may give the answer to another page
      if (credentials) res.set('Access-Control-Allow-Credentials', 'true');
      if (req.method !== 'OPTIONS') return next();
      // The browser asks before it sends JSON or an Authorization field, and waits for the answer.
      res.set(PREFLIGHT).status(204).end();
    });
  };
