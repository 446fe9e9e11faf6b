// A changed password and a logout everywhere: an addition to both servers. What was handed out
// before goes on working after both, unless somebody ends it, and that is what this file is about.
import { promisify } from 'node:util';
import { forbid } from './roles.js';

/** A MemoryStore gives an object by session ID, other stores a list of records with their ID. */
const toEntries = (found) =>
  Array.isArray(found) ? found.map(({ id, ...record }) => [id, record]) : Object.entries(found);

/**
 * Ends all sessions of a user. A session store finds by session ID alone, so it must list all that
 * it holds; with many users keep an index beside it, e.g. a set of session IDs for each user.
 */
async function endAllSessions(req, store) {
  const { userId } = req.session;
  await promisify(req.session.destroy).call(req.session);
  const entries = toEntries(await promisify(store.all).call(store));
  const others = entries.filter(([, record]) => record.userId === userId);
  await Promise.all(others.map(([sid]) => promisify(store.destroy).call(store, sid)));
}

/** Changes the password, or answers 403: whoever asks is known, and has not shown the old one. */
async function changePassword(users, userId, req, res) {
  const { password, newPassword } = req.body ?? {};
  const isDone = await users.changePassword(userId, password, newPassword);
  if (!isDone) forbid(res);
  return isDone;
}

/** Stands for no guard. Whoever's page it is that posts, it is let in: see csrf.js and csrfToken.js. */
const passOn = (_req, _res, next) => next();

/** For the session server. `endsAll`: a changed password ends all sessions of the user. */
export const addSessionAccount =
  ({ users, store, endsAll = false, clearsCookie = true, guard = passOn }) =>
  (app, refuse, clearCookie) => {
    const requireUser = (req, res, next) =>
      req.session.userId ? next() : refuse(res, 'unauthenticated');

    app.post('/password', requireUser, guard, async (req, res) => {
      if (!(await changePassword(users, req.session.userId, req, res))) return;
      if (endsAll) {
        await endAllSessions(req, store);
        clearCookie(res);
      }
      res.status(204).end();
    });

    app.post('/logout-everywhere', requireUser, guard, async (req, res) => {
      await endAllSessions(req, store);
      if (clearsCookie) clearCookie(res);
      res.status(204).end();
    });
  };

/**
 * Ends all tokens of a user that are out. Nobody knows where they are, so the second is written down
 * since which they hold; iat counts whole seconds, and a token of that very second goes on.
 */
async function endAllTokens(userId, { users, refreshTokens, comparesIat }) {
  if (comparesIat) await users.setValidSince(userId, Math.floor(Date.now() / 1000));
  await refreshTokens?.revokeAll(userId);
}

/** Makes the check that goes with it, after a token has been verified: whether it is young enough. */
export const isMadeSince = (users) => async (claims) => {
  const since = await users.getValidSince(claims.id);
  return !since || (claims.iat ?? 0) >= since;
};

/**
 * For the token server. `comparesIat`: a changed password ends all tokens of the user. Without it
 * and without refresh tokens there is nothing that a logout everywhere could do.
 */
export const addTokenAccount =
  ({ users, refreshTokens = null, comparesIat = false, clearCookie = () => {}, guard = passOn }) =>
  (app, requireToken) => {
    const parts = { users, refreshTokens, comparesIat };

    app.post('/password', requireToken, guard, async (req, res) => {
      const { id } = req.claims;
      if (!(await changePassword(users, id, req, res))) return;
      if (comparesIat) await endAllTokens(id, parts);
      res.status(204).end();
    });

    if (!comparesIat && !refreshTokens) return;
    app.post('/logout-everywhere', requireToken, guard, async (req, res) => {
      await endAllTokens(req.claims.id, parts);
      clearCookie(res);
      res.status(204).end();
    });
  };
