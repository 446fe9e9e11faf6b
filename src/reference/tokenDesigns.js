// The token server once more, with all that people add to it: keys with names, a cookie instead of
// the body, refresh tokens, a deny-list. tokenServer.js is the plain one to read first.
import { randomUUID } from 'node:crypto';
import express from 'express';
import { jwtVerify } from 'jose';
import jwt from 'jsonwebtoken';
import { answerError, noStore } from './answers.js';
import { addTokenPages, forbid } from './roles.js';
import { verifyUser } from './users.js';

const CHALLENGE = 'Bearer realm="authtrace"';
const COOKIE_NAME = 'token';

/** Finds the secret that a token's header names by its `kid`; keys without names are one key. */
function findSecret(keys, { kid }) {
  const key = keys[0].kid ? keys.find((one) => one.kid === kid) : keys[0];
  if (!key) throw new Error('no such key');
  return key.secret;
}

const readHeader = (token) => jwt.decode(token, { complete: true }).header;

/** Signs with the first key, and finds the others by the `kid` in a token's header. */
export function createKeyRing(keys, { algorithms = ['HS256'], leeway = 0 } = {}) {
  const [{ kid, secret }] = keys;
  return {
    sign: (claims, options) =>
      jwt.sign(claims, secret, { algorithm: 'HS256', ...(kid && { keyid: kid }), ...options }),
    verify(token) {
      const key = findSecret(keys, readHeader(token));
      return jwt.verify(token, key, { algorithms, clockTolerance: leeway });
    },
  };
}

/** Verifies with jose. It takes two spellings of one signature for the same, jsonwebtoken does not. */
export function createJoseKeyRing(keys, { algorithms = ['HS256'], leeway = 0 } = {}) {
  const findKey = (header) => new TextEncoder().encode(findSecret(keys, header));
  return {
    ...createKeyRing(keys),
    async verify(token) {
      const rules = { algorithms, clockTolerance: leeway };
      return (await jwtVerify(token, findKey, rules)).payload;
    },
  };
}

/**
 * DELIBERATELY NAIVE, to show what an `algorithms` list is for. Never write this: it lets the token
 * say how it wants to be verified, `none` included.
 */
export function createNaiveKeyRing(keys) {
  return {
    ...createKeyRing(keys),
    verify(token) {
      const header = readHeader(token);
      const { alg } = header;
      const key = alg === 'none' ? '' : findSecret(keys, header);
      return jwt.verify(token, key, { algorithms: [alg] });
    },
  };
}

/** Makes the app. `cookie` (options of res.cookie), `refreshTokens` and `denyList` are optional. */
export function createDesignedTokenApp({
  keyRing,
  lifetime = 15 * 60,
  cookie = null,
  refreshTokens = null,
  denyList = null,
  genid = randomUUID,
  prepare = () => {},
  guard, // against CSRF, where the token is in a cookie: see csrf.js
  checkPassword = verifyUser,
  findUser = async (id) => ({ id, banned: false }),
  toClaims = ({ id }) => ({ id }),
}) {
  const app = express();
  const refuse = (res, error, challenge = CHALLENGE) =>
    res.status(401).set('WWW-Authenticate', challenge).json({ error });

  const signToken = (user) =>
    keyRing.sign(toClaims(user), {
      expiresIn: lifetime,
      ...(denyList && { jwtid: genid() }),
    });

  const readToken = (req) =>
    cookie
      ? /(?:^|; )token=([^;]+)/.exec(req.get('Cookie') ?? '')?.[1]
      : /^Bearer (.+)$/i.exec(req.get('Authorization') ?? '')?.[1];

  const verifyToken = async (token) => {
    const claims = await keyRing.verify(token);
    if (typeof claims.id !== 'string') throw new Error('the token names no user');
    // A token of somebody else's making may have no ID to ask for.
    if (claims.jti && denyList?.has(claims.jti)) throw new Error('the token was revoked');
    return claims;
  };

  const requireToken = async (req, res, next) => {
    const token = readToken(req);
    if (!token) return refuse(res, 'unauthenticated');
    try {
      req.claims = await verifyToken(token);
    } catch {
      return refuse(res, 'invalid_token', `${CHALLENGE}, error="invalid_token"`);
    }
    next();
  };

  const deliver = async (res, user, family) => {
    const token = signToken(user);
    const refreshToken = await refreshTokens?.issue(user.id, family);
    const more = refreshToken ? { refreshToken } : {};
    if (!cookie) return res.json({ token, ...more });
    // No script can read it, and the browser sends it by itself: also for others, see SameSite.
    // res.cookie knows no 'auto' as express-session does: to it all but false would be Secure.
    const secure = cookie.secure === 'auto' ? res.req.secure : cookie.secure;
    const options = { maxAge: lifetime * 1000, httpOnly: true, ...cookie, secure };
    res.cookie(COOKIE_NAME, token, options);
    res.json({ userId: user.id, ...more });
  };

  prepare(app);
  app.use(noStore);
  app.use(express.json());

  app.post('/login', async (req, res) => {
    const { username, password } = req.body ?? {};
    const user = await checkPassword(username, password);
    if (!user) return refuse(res, 'invalid_credentials');
    await deliver(res, user);
  });

  app.get('/profile', requireToken, (req, res) => {
    res.json({ userId: req.claims.id });
  });
  addTokenPages(app, requireToken, cookie ? guard : undefined);

  if (refreshTokens) {
    app.post('/refresh', async (req, res) => {
      const record = await refreshTokens.redeem(req.body?.refreshToken);
      if (!record) return refuse(res, 'invalid_grant');
      // Here the database is asked, as at a login: a ban is at work when the next token is due.
      const user = await findUser(record.userId);
      if (user.banned) return forbid(res);
      await deliver(res, user, record.family);
    });
  }

  const deny = (req, _res, next) => {
    const { jti, exp } = req.claims;
    if (jti) denyList.set(jti, exp);
    next();
  };
  // Without a list nobody asks whose token it is: a cookie can be dropped by whoever has it.
  app.post('/logout', denyList ? [requireToken, deny] : [], async (req, res) => {
    await refreshTokens?.revoke(req.body?.refreshToken);
    if (cookie) res.clearCookie(COOKIE_NAME);
    res.status(204).end();
  });

  app.use(answerError);
  return app;
}
