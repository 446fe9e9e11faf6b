// A CSRF token in the form: what a page of this server posts has a token in it, which no other site
// can read. An addition to both servers, beside the checks of csrf.js.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { forbid } from './forbid.js';

const FIELD = '_csrf';
const readForm = express.urlencoded({ extended: false });

function isSame(shown, right) {
  const [a, b] = [Buffer.from(shown), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Makes a guard that lets in what has one of the right tokens in its body, JSON or of a form. */
const toGuard = (listRight) => [
  readForm,
  (req, res, next) => {
    const shown = req.body?.[FIELD];
    const isRight = typeof shown === 'string' && listRight(req).some((one) => isSame(shown, one));
    return isRight ? next() : forbid(res);
  },
];

/** For the session server: the token is random and stands in the session (the synchronizer token pattern). */
export const checkSessionToken = toGuard(({ session }) =>
  session.csrfToken ? [session.csrfToken] : [],
);

/** For the session server: tells its pages the token of their session, with who is logged in. */
export const tellSessionToken =
  (draw = () => randomBytes(32).toString('base64url')) =>
  (app) => {
    app.use(['/login', '/profile'], (req, res, next) => {
      const send = res.json;
      res.json = (body) => {
        if (!body.userId) return send.call(res, body);
        req.session.csrfToken ??= draw();
        return send.call(res, { ...body, csrfToken: req.session.csrfToken });
      };
      next();
    });
  };

/**
 * For a token in a cookie: an HMAC over it, so that the server keeps nothing. It is the signed double
 * submit, bound to the token: the browser adds the cookie, and the page what fits it.
 */
export const signCsrfToken = (secret, token) =>
  createHmac('sha256', secret).update(`csrf!${token}`).digest('base64url');

/** For the token server: `readToken` gives the token of a request, `secrets` are those in use. */
export const checkSignedToken = (secrets, readToken) =>
  toGuard((req) => secrets.map((secret) => signCsrfToken(secret, readToken(req))));
