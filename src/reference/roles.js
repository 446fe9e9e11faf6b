// Pages for some users only, and users who are no longer welcome: an addition to both servers.
import express from 'express';
import { forbid } from './forbid.js';
import { verifyUser } from './users.js';

const readForm = express.urlencoded({ extended: false });
const SCOPE_CHALLENGE = 'Bearer realm="authtrace", error="insufficient_scope"';

export { forbid };

const passOn = (_req, _res, next) => next();

/** Makes a check of passwords that lets no banned user in. Only the right password is told of a ban. */
export function refuseBanned(findUser, checkPassword = verifyUser) {
  return async (username, password) => {
    const known = await checkPassword(username, password);
    const user = known && (await findUser(known.id));
    // answerError makes an answer of it
    if (user?.banned) throw Object.assign(new Error('the user is banned'), { status: 403 });
    return user;
  };
}

function addPages(app, requireUser, { refuse = forbid, guard = passOn } = {}) {
  app.get('/admin', requireUser, (req, res) => {
    const { id, role } = req.user;
    if (role !== 'admin') return refuse(res);
    res.json({ userId: id, role });
  });

  // Any site's form can post this, for there is no preflight: a guard is one of csrf.js
  // or csrfToken.js.
  app.post('/transfer', requireUser, guard, readForm, (req, res) => {
    res.json({ userId: req.user.id, to: req.body.to });
  });
}

/** For the session server: the database is asked at each request, so what it says holds at once. */
export const addSessionPages = (findUser, guard) => (app, refuse) => {
  const lookUp = async (req, res, next) => {
    const { userId } = req.session;
    req.user = userId && (await findUser(userId));
    if (req.user?.banned) return forbid(res);
    next();
  };
  const requireUser = (req, res, next) => (req.user ? next() : refuse(res, 'unauthenticated'));

  app.use(['/profile', '/admin', '/transfer', '/report'], lookUp);
  addPages(app, requireUser, { guard });
};

/** Copies into the session what the database says at the login. */
export function copyUser(req, { role }) {
  req.session.role = role;
}

/** For a session server with `copyUser`: the record is believed, however old it is, as a token is. */
export const addCopiedPages = (guard) => (app, refuse) => {
  const requireUser = (req, res, next) => {
    const { userId, role } = req.session;
    if (!userId) return refuse(res, 'unauthenticated');
    req.user = { id: userId, role };
    next();
  };

  addPages(app, requireUser, { guard });
};

/** For the token server: nobody is asked, what the token says is believed until it expires. */
export const addTokenPages = (app, requireToken, guard) => {
  const toUser = (req, _res, next) => {
    const { id, role } = req.claims;
    req.user = { id, role };
    next();
  };
  const refuse = (res) => forbid(res.set('WWW-Authenticate', SCOPE_CHALLENGE));
  addPages(app, [requireToken, toUser], { refuse, guard });
};
