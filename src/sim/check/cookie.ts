import { REFRESH_KEY } from '../client/client.ts';
import { DATA_COOKIE, SIGNATURE_COOKIE } from '../cookieSession/pair.ts';
import type { Check } from './problem.ts';
import { addProblem } from './problem.ts';

const MAX_NAME = 64;
const MAX_DOMAIN = 253;

/** @see RFC 6265 section 4.1.1, `cookie-name`: a token of HTTP */
const NAME = /^[!#$%&'*+\-.^_`|~\da-z]+$/i;
const SIGNS = "!#$%&'*+-.^_`|~";

/** As cookie 0.7 takes it; any other text would make it throw. @see RFC 6265 section 4.1.2.3 */
const DOMAIN = /^\.?[a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)*$/i;

/** Those of the cookies in which cookie-session keeps the data itself. */
const TAKEN: ReadonlySet<string> = new Set([DATA_COOKIE, SIGNATURE_COOKIE]);

/** Accepts the name of a cookie. Whether it has a prefix whose promise is kept is the browser's affair. */
export const cookieName: Check<string> = (value, path, problems) => {
  if (typeof value !== 'string' || value.length > MAX_NAME || !NAME.test(value))
    return addProblem(problems, path, { type: 'noCookieName', max: MAX_NAME, signs: SIGNS });
  if (!TAKEN.has(value)) return value;
  return addProblem(problems, path, { type: 'cookieSessionsName', name: value });
};

/** Accepts the name of a token's cookie, which is no refresh token's. */
export const tokenCookieName: Check<string> = (value, path, problems) =>
  value === REFRESH_KEY
    ? addProblem(problems, path, { type: 'refreshTokensName', name: value })
    : cookieName(value, path, problems);

/** Accepts the Domain of a cookie. Whether it has the server's host in it is the browser's affair. */
export const cookieDomain: Check<string> = (value, path, problems) =>
  typeof value === 'string' && value.length <= MAX_DOMAIN && DOMAIN.test(value)
    ? value
    : addProblem(problems, path, { type: 'noHost' });

/** Accepts the same, or nothing: empty text, or the `null` that stands for it in older addresses and files. */
export const nextCookieDomain: Check<string> = (value, path, problems) =>
  value === '' || value === null ? '' : cookieDomain(value, path, problems);
