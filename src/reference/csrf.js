// Tells the user's own page from one of another site, where the browser adds the credential by
// itself: an addition to the pages of roles.js. A bearer token needs none of it.
import { forbid } from './forbid.js';

/** Lets in what pages of these origins post. The browser sets Origin on every POST, and no script can. */
export const checkOrigin =
  (...origins) =>
  (req, res, next) =>
    origins.includes(req.get('Origin')) ? next() : forbid(res);

/** Lets in what pages of the server's own origin post. Browsers say it on https and localhost alone. */
export const checkFetchSite = (req, res, next) =>
  req.get('Sec-Fetch-Site') === 'same-origin' ? next() : forbid(res);
