// Session-based: the server remembers who is logged in; the browser holds only a signed ID.
import { promisify } from 'node:util';
import express from 'express';
import expressSession from 'express-session';
import { answerError, noStore } from './answers.js';
import { admitDemoSecret, listenHere } from './listen.js';
import { verifyUser } from './users.js';

const COOKIE_NAME = 'connect.sid';
const DEMO_SECRET = 'demo secret that signs the session cookie';
const { NODE_ENV, PORT = 3000 } = process.env;
const SESSION_SECRET = process.env.SESSION_SECRET || DEMO_SECRET;

async function startSession(req, user) {
  // A new ID at login: one that somebody planted or saw before is worth nothing afterwards.
  await promisify(req.session.regenerate).call(req.session);
  req.session.userId = user.id;
}

async function endSession(req, res) {
  // From here on the ID means nothing, whoever may have a copy of the cookie.
  await promisify(req.session.destroy).call(req.session);
  // destroy() sends no Set-Cookie: without this line the browser would keep a dead cookie.
  res.clearCookie(COOKIE_NAME);
}

const toChallenge = (name) =>
  `Cookie realm="authtrace", form-action="/login", cookie-name="${name}"`;

/** Makes the app. All options but the first seven go to express-session. */
export function createSessionApp({
  checkPassword = verifyUser,
  logIn = startSession,
  logOut = endSession,
  prepare = () => {}, // what comes first, e.g. CORS, see crossOrigin.js
  extend = () => {}, // e.g. more pages, see roles.js
  caching = noStore, // without it, Back shows a private page after the logout
  session = expressSession, // or one that keeps the data in the cookie, see cookieSession.js
  name = COOKIE_NAME,
  secret = SESSION_SECRET,
  cookie = {},
  ...options
} = {}) {
  const app = express();
  const challenge = toChallenge(name);
  const refuse = (res, error) => res.status(401).set('WWW-Authenticate', challenge).json({ error });

  prepare(app);
  app.use(caching);
  app.use(express.json());
  app.use(
    session({
      name,
      secret,
      resave: false,
      saveUninitialized: false, // no record and no cookie before the login
      cookie: {
        httpOnly: true, // no script can read it
        sameSite: 'lax', // no other site can POST with it
        maxAge: 15 * 60 * 1000, // milliseconds
        // Over plain http express-session drops a Secure cookie without a word, so not on
        // localhost. Behind a proxy that ends TLS also set app.set('trust proxy', 1).
        secure: NODE_ENV === 'production',
        ...cookie,
      },
      ...options, // e.g. a store that survives a restart: the default one is for demos
    }),
  );

  extend(app, refuse);

  app.post('/login', async (req, res) => {
    const { username, password } = req.body ?? {};
    const user = await checkPassword(username, password);
    if (!user) return refuse(res, 'invalid_credentials');
    await logIn(req, user);
    res.json({ userId: user.id }); // express-session writes the record and adds Set-Cookie
  });

  app.get('/profile', (req, res) => {
    const { userId } = req.session; // looked up in the store by the cookie's ID
    if (!userId) return refuse(res, 'unauthenticated');
    res.json({ userId });
  });

  app.post('/logout', async (req, res) => {
    await logOut(req, res);
    res.status(204).end();
  });

  app.use(answerError);
  return app;
}

export function start(port = PORT) {
  if (SESSION_SECRET === DEMO_SECRET) admitDemoSecret('SESSION_SECRET');
  return listenHere(createSessionApp(), port, 'session server');
}

if (process.argv[1] === import.meta.filename) start();
