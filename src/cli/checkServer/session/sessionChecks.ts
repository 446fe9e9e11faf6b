import type { Check } from '../shared/recorder.ts';
import { SHARED_CHECKS } from '../shared/sharedChecks.ts';

/** What is asked of a server with sessions. */
export const SESSION_CHECKS = {
  ...SHARED_CHECKS,
  'login.anonymous': {
    step: 1,
    expected: 'who has not logged in gets no session cookie',
    why: 'Otherwise each visitor fills the store, and hands out IDs that can be planted (saveUninitialized: false).',
  },
  'session.newId': {
    step: 3,
    expected: 'the login makes a new session ID, whatever cookie came with it',
    why: 'Session fixation: whoever planted or saw the ID from before is logged in along with the user. req.session.regenerate() draws a new one.',
  },
  'session.oldId': {
    step: 3,
    expected: 'the ID from before the login is worth nothing afterwards',
    why: 'A second key that nobody keeps an eye on; regenerate() destroys the old session.',
  },
  'session.notAdopted': {
    step: 3,
    expected: 'an invented session ID is not adopted at the login',
    why: 'An attacker could choose the ID himself and plant it, which is session fixation without any effort.',
  },
  'session.idLength': {
    step: 3,
    expected: 'the session ID is long enough that nobody guesses it (64 bits or more)',
    why: 'Short or counted IDs can be tried out; 16 bytes of crypto.randomBytes cannot.',
  },
  'cookie.sent': {
    step: 4,
    expected: 'the login sets a session cookie',
    why: 'Without Set-Cookie the browser has nothing to send. express-session leaves it out, without a word, for a Secure cookie over plain http.',
  },
  'cookie.httpOnly': {
    step: 4,
    expected: 'the session cookie is HttpOnly',
    why: 'Otherwise each script of the page can read it, and a script that got in can send it away.',
  },
  'cookie.sameSite': {
    step: 4,
    expected: 'the session cookie says SameSite=Lax or Strict',
    why: 'Other sites must not be able to POST with it (CSRF). Without the attribute browsers differ, and some send it for two minutes.',
  },
  'cookie.secure': {
    step: 4,
    expected: 'Secure, wherever there is https',
    why: 'In production a cookie without Secure also goes over plain http, where everybody on the way reads it.',
  },
  'body.noId': {
    step: 4,
    expected: 'the session ID is not in the body of the answer',
    why: 'A script can read the body: HttpOnly would be in vain.',
  },
  'cookie.kept': {
    step: 5,
    expected: 'a browser accepts the cookie as it is',
    why: 'A browser drops what it must not keep, and says so only in its tools: the next request is a stranger’s.',
  },
  'cookie.travels': {
    step: 6,
    expected: 'the browser sends the cookie along to the profile',
    why: 'A Path that does not cover the route keeps the cookie at home.',
  },
  'cookie.tamperedId': {
    step: 7,
    expected: 'a cookie with a changed session ID is refused',
    why: 'Somebody else’s session would be a matter of trying.',
  },
  'cookie.tamperedSignature': {
    step: 7,
    expected: 'a cookie with a changed signature is refused',
    why: 'A signature that nobody checks keeps no invented ID out.',
  },
  'cookie.secret': {
    step: 7,
    expected: 'the cookie is not signed with a secret out of a tutorial',
    why: 'With the secret everybody can sign cookies. Take 32 random bytes from the environment.',
  },
  'logout.answered': {
    step: 9,
    expected: 'the logout is answered with a 2xx status',
    why: 'Only the server can end a session; give --logout-path when it lies elsewhere.',
  },
  'logout.cookieCleared': {
    step: 9,
    expected: 'the logout deletes the cookie in the browser',
    why: 'The browser would keep a dead cookie and send it on and on. destroy() sends no Set-Cookie: res.clearCookie() does, with the same Path and Domain.',
  },
  'logout.get': {
    step: 9,
    expected: 'a GET to the logout ends no session',
    why: 'A picture or a prefetched link on any site could log the user out. What changes something is a POST.',
  },
  'logout.destroyed': {
    step: 10,
    expected: 'a copy of the cookie is refused after the logout',
    why: 'clearCookie() empties one browser only. Whoever copied the cookie stays logged in until the server destroys the session: req.session.destroy().',
  },
  'session.lifetime': {
    step: 12,
    expected: 'the cookie lives from a minute to 30 days, or until the browser is closed',
    why: 'maxAge of express-session is in milliseconds: 900 is not a quarter of an hour. And what never ends is never safe.',
  },
} as const satisfies Record<string, Check>;

export type SessionCheck = keyof typeof SESSION_CHECKS;
