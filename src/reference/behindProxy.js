// Tells Express that a proxy stands before it: an addition to both servers.

/**
 * Makes the first step of an app behind a proxy that ends TLS. Without it Express takes each request
 * for plain http, whatever X-Forwarded-Proto says, and express-session sends no Secure cookie and no
 * error. `hops` is how many proxies there are; those of anybody else could write what they like.
 */
export const trustProxy =
  (hops = 1) =>
  (app) =>
    app.set('trust proxy', hops);
