// A page that takes long, and pages that write into the session: additions to both servers.

const PAGES = ['/profile', '/admin', '/transfer', '/report'];

/** Counts the pages that a user asks for, in the session: from then on it is changed, and written back. */
export function countVisits(app) {
  app.use(PAGES, (req, _res, next) => {
    if (req.session.userId) req.session.visits = (req.session.visits ?? 0) + 1;
    next();
  });
}

/** For the session server. `work` resolves when a report is ready; the user may log out meanwhile. */
export const addSessionReport = (work) => (app, refuse) => {
  app.get('/report', async (req, res) => {
    // Read from the store as the request began. What others do to the record now is not seen here.
    const { userId } = req.session;
    if (!userId) return refuse(res, 'unauthenticated');
    await work();
    // express-session writes this request's copy back now, if it was changed or with resave: true.
    res.json({ userId, report: 'ready' });
  });
};

/** For the token server. The token was verified as the request began, and nothing is written back. */
export const addTokenReport = (work) => (app, requireToken) => {
  app.get('/report', requireToken, async (req, res) => {
    await work();
    res.json({ userId: req.claims.id, report: 'ready' });
  });
};
