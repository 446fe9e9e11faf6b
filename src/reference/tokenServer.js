// Token-based: the server signs who is logged in; the client holds the proof, the server nothing.
import { randomUUID } from 'node:crypto';
import express from 'express';
import jwt from 'jsonwebtoken';
import { answerError, noStore } from './answers.js';
import { admitDemoSecret, listenHere } from './listen.js';
import { verifyUser } from './users.js';

const CHALLENGE = 'Bearer realm="authtrace"';
const DEMO_SECRET = 'demo secret that signs the access token';
const { PORT = 3001 } = process.env;
const TOKEN_SECRET = process.env.TOKEN_SECRET || DEMO_SECRET;

/**
 * Makes the app. With a `denyList` tokens can be revoked by POST /logout: a Map of jti to exp, or a
 * database's `has` and `set`.
 */
export function createTokenApp({
  secret = TOKEN_SECRET,
  lifetime = 15 * 60, // a NUMBER of seconds: the string '900' would mean milliseconds
  denyList = null,
  genid = randomUUID,
  checkPassword = verifyUser,
  prepare = () => {}, // what comes first, e.g. CORS, see crossOrigin.js
  extend = () => {}, // e.g. more pages, see roles.js
  caching = noStore, // without it, Back shows a private page after the logout
} = {}) {
  const app = express();
  const refuse = (res, error, challenge = CHALLENGE) =>
    res.status(401).set('WWW-Authenticate', challenge).json({ error });

  const signToken = (user) => {
    const id = denyList ? { jwtid: genid() } : {};
    return jwt.sign({ id: user.id }, secret, { algorithm: 'HS256', expiresIn: lifetime, ...id });
  };

  const verifyToken = (token) => {
    // The list is what keeps a token from choosing how it is verified.
    const claims = jwt.verify(token, secret, { algorithms: ['HS256'] });
    if (typeof claims.id !== 'string') throw new Error('the token names no user');
    return claims;
  };

  const refuseToken = (res) => refuse(res, 'invalid_token', `${CHALLENGE}, error="invalid_token"`);

  const requireToken = async (req, res, next) => {
    const [, token] = /^Bearer (.+)$/i.exec(req.get('Authorization') ?? '') ?? [];
    if (!token) return refuse(res, 'unauthenticated');
    try {
      req.claims = verifyToken(token);
    } catch {
      // Any throw is a no (not only a JsonWebTokenError), and which one is nobody's business.
      return refuseToken(res);
    }
    // Not within the try: a list that does not answer says neither yes nor no, and that is a 500.
    if (await denyList?.has(req.claims.jti)) return refuseToken(res);
    next();
  };

  prepare(app);
  app.use(caching);
  app.use(express.json());

  app.post('/login', async (req, res) => {
    const { username, password } = req.body ?? {};
    const user = await checkPassword(username, password);
    if (!user) return refuse(res, 'invalid_credentials');
    res.json({ token: signToken(user) }); // nothing is kept here
  });

  app.get('/profile', requireToken, (req, res) => {
    res.json({ userId: req.claims.id });
  });

  extend(app, requireToken);

  if (denyList) {
    app.post('/logout', requireToken, async (req, res) => {
      const { jti, exp } = req.claims;
      await denyList.set(jti, exp); // may be forgotten after exp, when the token is dead anyway
      res.status(204).end();
    });
  }

  app.use(answerError);
  return app;
}

export function start(port = PORT) {
  if (TOKEN_SECRET === DEMO_SECRET) admitDemoSecret('TOKEN_SECRET');
  return listenHere(createTokenApp(), port, 'token server');
}

if (process.argv[1] === import.meta.filename) start();
