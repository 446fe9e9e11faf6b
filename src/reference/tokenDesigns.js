// The token server once more, with all that people add to it: keys with names, a cookie instead of
// the body, refresh tokens, a deny-list. tokenServer.js is the plain one to read first.
import { randomUUID } from 'node:crypto';
import express from 'express';
import { jwtVerify, SignJWT } from 'jose';
import jwt from 'jsonwebtoken';
import { answerError, noStore } from './answers.js';
import { addTokenPages, forbid } from './roles.js';
import { verifyUser } from './users.js';

const CHALLENGE = 'Bearer realm="authtrace"';
const REFRESH_COOKIE = 'refreshToken';
const REFRESH_PATH = '/refresh';

/** Finds the secret that a token's header names by its `kid`; keys without names are one key. */
function findSecret(keys, { kid }) {
  const key = keys[0].kid ? keys.find((one) => one.kid === kid) : keys[0];
  if (!key) throw new Error('no such key');
  return key.secret;
}

const readHeader = (token) => jwt.decode(token, { complete: true }).header;

/** Demands a typ, where there is one to demand: jsonwebtoken does not look at it. */
function checkTyp(token, typ) {
  if (typ && readHeader(token).typ !== typ) throw new Error('another kind of token');
}

/**
 * Signs with the first key, and finds the others by the `kid` in a token's header. `named` may have
 * an `audience` and an `issuer`: they are written into each token, and a token without is refused.
 * So it is with `typ` in the header.
 */
export function createKeyRing(
  keys,
  { algorithms = ['HS256'], leeway = 0, notBefore, typ, ...named } = {},
) {
  const [{ kid, secret }] = keys;
  const always = {
    algorithm: 'HS256',
    ...named,
    ...(kid && { keyid: kid }),
    ...(typ && { header: { typ } }),
    ...(notBefore !== undefined && { notBefore }), // a NUMBER of seconds, as with expiresIn
  };
  return {
    sign: async (claims, options) => jwt.sign(claims, secret, { ...always, ...options }),
    async verify(token) {
      checkTyp(token, typ);
      const key = findSecret(keys, readHeader(token));
      // nbf is checked where there is one; aud and iss only because they are named here.
      return jwt.verify(token, key, { algorithms, clockTolerance: leeway, ...named });
    },
  };
}

/**
 * Does the same with jose. It takes two spellings of one signature for the same, any text for a
 * secret and any name for a claim; jsonwebtoken refuses a second spelling and a PEM text, and cannot
 * sign a claim that is called `constructor`.
 */
export function createJoseKeyRing(
  keys,
  { algorithms = ['HS256'], leeway = 0, notBefore, typ, ...named } = {},
) {
  const toKey = (secret) => new TextEncoder().encode(secret);
  const findKey = (header) => toKey(findSecret(keys, header));
  const [{ kid, secret }] = keys;
  return {
    async sign(claims, { expiresIn, jwtid }) {
      const now = Math.floor(Date.now() / 1000);
      const token = new SignJWT(claims).setIssuedAt(now);
      if (notBefore !== undefined) token.setNotBefore(now + notBefore);
      // A text without a unit is milliseconds to jsonwebtoken, and so it is here.
      const seconds = typeof expiresIn === 'string' ? Math.floor(expiresIn / 1000) : expiresIn;
      if (seconds !== undefined) token.setExpirationTime(now + seconds);
      if (named.audience) token.setAudience(named.audience);
      if (named.issuer) token.setIssuer(named.issuer);
      if (jwtid) token.setJti(jwtid);
      token.setProtectedHeader({ alg: 'HS256', typ: typ ?? 'JWT', ...(kid && { kid }) });
      return token.sign(toKey(secret));
    },
    async verify(token) {
      const rules = { algorithms, clockTolerance: leeway, ...(typ && { typ }), ...named };
      return (await jwtVerify(token, findKey, rules)).payload;
    },
  };
}

/**
 * DELIBERATELY NAIVE, to show what an `algorithms` list is for. Never write this: it lets the token
 * say how it wants to be verified, `none` included.
 */
export function createNaiveKeyRing(keys, rules = {}, createRing = createKeyRing) {
  const { audience, issuer, typ } = rules;
  const named = { ...(audience && { audience }), ...(issuer && { issuer }) };
  return {
    ...createRing(keys, rules),
    async verify(token) {
      const { alg } = readHeader(token);
      if (alg !== 'none')
        return createRing(keys, { algorithms: [alg], typ, ...named }).verify(token);
      checkTyp(token, typ);
      return jwt.verify(token, '', { algorithms: [alg], ...named });
    },
  };
}

/**
 * DELIBERATELY WRONG, to show what verify is for. Never write this: decode reads what a token says and
 * checks nothing, so that anybody is whoever their token says. It returns null for what is no JWT.
 */
export function createDecodingKeyRing(keys, rules = {}, createRing = createKeyRing) {
  return {
    ...createRing(keys, rules),
    async verify(token) {
      const claims = jwt.decode(token);
      if (claims === null) throw new Error('no JWT');
      return claims;
    },
  };
}

/** Finds the first cookie of a name, which may have signs in it that mean something in a RegExp. */
export function readCookie(req, name) {
  const pairs = (req.get('Cookie') ?? '').split('; ');
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/**
 * Makes the app. `cookie` (options of res.cookie; `clearing` repeats its Domain
 * where it has one, `cookieName` is what it is called), `refreshTokens` and `denyList` are optional. With `refreshCookie` (likewise) the
 * refresh token is in a cookie that is sent to /refresh and below alone.
 */
export function createDesignedTokenApp({
  keyRing,
  lifetime = 15 * 60, // a NUMBER of seconds: the text '900' is milliseconds to jsonwebtoken
  noExp = false,
  cookie = null,
  cookieName = 'token',
  clearing = {},
  refreshTokens = null,
  refreshCookie = null,
  denyList = null,
  genid = randomUUID,
  caching = noStore,
  prepare = () => {},
  guard, // against CSRF, where the token is in a cookie: see csrf.js and csrfToken.js
  toCsrfToken = null, // the token that goes with that guard, where it needs one
  checkPassword = verifyUser,
  findUser = async (id) => ({ id, banned: false }),
  toClaims = ({ id }) => ({ id }),
  holds = async () => true, // e.g. a look at the user's row, see account.js
  extend = () => {}, // e.g. more pages
}) {
  const app = express();
  const refuse = (res, error, challenge = CHALLENGE) =>
    res.status(401).set('WWW-Authenticate', challenge).json({ error });

  const signToken = (user) =>
    keyRing.sign(toClaims(user), {
      ...(!noExp && { expiresIn: lifetime }),
      ...(denyList && { jwtid: genid() }),
    });

  const readToken = (req) =>
    cookie
      ? readCookie(req, cookieName)
      : /^Bearer (.+)$/i.exec(req.get('Authorization') ?? '')?.[1];

  const verifyToken = async (token) => {
    const claims = await keyRing.verify(token);
    if (typeof claims.id !== 'string') throw new Error('the token names no user');
    return claims;
  };

  /** Asks what no signature says. What does not answer throws: that is neither yes nor no, but a 500. */
  const isStillGood = async (claims) => {
    // A token of somebody else's making may have no ID to ask for.
    if (claims.jti && (await denyList?.has(claims.jti))) return false;
    return holds(claims);
  };

  const refuseToken = (res) => refuse(res, 'invalid_token', `${CHALLENGE}, error="invalid_token"`);

  const requireToken = async (req, res, next) => {
    const token = readToken(req);
    if (!token) return refuse(res, 'unauthenticated');
    try {
      req.claims = await verifyToken(token);
    } catch {
      return refuseToken(res);
    }
    if (!(await isStillGood(req.claims))) return refuseToken(res);
    next();
  };

  /** What a page is told beside who is logged in. */
  const tellCsrf = (token) => (cookie && toCsrfToken ? { csrfToken: toCsrfToken(token) } : {});

  const readRefreshToken = (req) =>
    refreshCookie ? readCookie(req, REFRESH_COOKIE) : req.body?.refreshToken;

  // No script can read it, and the browser sends it by itself: also for others, see SameSite.
  const setCookie = (res, name, value, { secure: wanted, ...options }) => {
    // res.cookie knows no 'auto' as express-session does: to it all but false would be Secure.
    const secure = wanted === 'auto' ? res.req.secure : wanted;
    res.cookie(name, value, { httpOnly: true, ...options, secure });
  };

  const deliver = async (res, user, refreshToken) => {
    const token = await signToken(user);
    if (cookie) setCookie(res, cookieName, token, { maxAge: lifetime * 1000, ...cookie });
    if (refreshCookie) {
      setCookie(res, REFRESH_COOKIE, refreshToken, { path: REFRESH_PATH, ...refreshCookie });
    }
    const more = refreshToken && !refreshCookie ? { refreshToken } : {};
    res.json(cookie ? { userId: user.id, ...more, ...tellCsrf(token) } : { token, ...more });
  };

  prepare(app);
  app.use(caching);
  app.use(express.json());

  app.post('/login', async (req, res) => {
    const { username, password } = req.body ?? {};
    const user = await checkPassword(username, password);
    if (!user) return refuse(res, 'invalid_credentials');
    await deliver(res, user, await refreshTokens?.issue(user.id));
  });

  app.get('/profile', requireToken, (req, res) => {
    res.json({ userId: req.claims.id, ...tellCsrf(readToken(req)) });
  });
  addTokenPages(app, requireToken, cookie ? guard : undefined);
  extend(app, requireToken);

  if (refreshTokens) {
    app.post(REFRESH_PATH, async (req, res) => {
      const traded = await refreshTokens.redeem(readRefreshToken(req));
      if (!traded) return refuse(res, 'invalid_grant');
      // Here the database is asked, as at a login: a ban is at work when the next token is due.
      const user = await findUser(traded.userId);
      if (user.banned) {
        await refreshTokens.revoke(traded.refreshToken);
        return forbid(res);
      }
      await deliver(res, user, traded.refreshToken);
    });
  }

  const deny = async (req, _res, next) => {
    const { jti, exp } = req.claims;
    if (jti) await denyList.set(jti, exp ?? null); // one without exp has to stay there for ever
    next();
  };
  // Without a list nobody asks whose token it is: a cookie can be dropped by whoever has it.
  // Below the path of the refresh token's cookie, or that would not come along.
  const logout = refreshCookie ? `${REFRESH_PATH}/logout` : '/logout';
  app.post(logout, denyList ? [requireToken, deny] : [], async (req, res) => {
    await refreshTokens?.revoke(readRefreshToken(req));
    if (cookie) res.clearCookie(cookieName, clearing);
    if (refreshCookie) res.clearCookie(REFRESH_COOKIE, { path: REFRESH_PATH });
    res.status(204).end();
  });

  app.use(answerError);
  return app;
}
