// An end that no use moves: an addition to the session server. express-session moves the end of a
// record at each request, so that a session lives for as long as somebody uses it, a thief included.
import { promisify } from 'node:util';

const toNow = () => Math.floor(Date.now() / 1000);
/** A login starts anew and a logout ends: neither asks how old the session is. */
const OPEN = new Set(['/login', '/logout']);

/** Writes down, at the login, when the session ends at the latest. `seconds` from now. */
export function setAbsoluteEnd(req, seconds) {
  req.session.endsAt = toNow() + seconds;
}

/** Ends a session that is over, before any page looks at it. */
export const addAbsoluteTimeout = (app, refuse, clearCookie) => {
  app.use(async (req, res, next) => {
    // There is no session at all while a store says that it is disconnected.
    const { endsAt } = req.session ?? {};
    if (OPEN.has(req.path) || !endsAt || toNow() < endsAt) return next();
    await promisify(req.session.destroy).call(req.session);
    clearCookie(res);
    refuse(res, 'unauthenticated');
  });
};
