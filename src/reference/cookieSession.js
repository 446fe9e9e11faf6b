// The data in the cookie itself: another middleware for the session server. No server keeps anything
// about anybody, so none can end a session: a copy of both cookies is good for as long as the key is.
import cookieSession from 'cookie-session';

/** Takes what express-session would be given; of a store and of IDs there is nothing to say here. */
export function keepInCookie({ name, secret, cookie: { secure, ...cookie } }) {
  // Left out, it goes by how the request came, which express-session calls 'auto'.
  const protection = secure === 'auto' ? {} : { secure };
  return cookieSession({ name, keys: [secret].flat(), ...cookie, ...protection });
}

/** For `logIn`: what was in the session before is not taken along. */
export async function startCookieSession(req, user) {
  req.session = { userId: user.id };
}

/** For `logOut`: the browser is told to drop both cookies, and that is all that there is to do. */
export async function endCookieSession(req) {
  req.session = null;
}
