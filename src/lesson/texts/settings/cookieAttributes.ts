import type { TermId } from '../terms/terms.ts';

/** What each part of a `Set-Cookie` value means, in a sentence. */
const MEANINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    path: 'The browser sends it with every path below this one.',
    expires:
      'The browser drops it then. express-session writes this date although its option is called maxAge, and does not move it with use.',
    'max-age': 'The browser drops it after so many seconds.',
    httponly: 'The page’s scripts cannot read it; they can still send requests that carry it.',
    secure: 'It travels over https only (and to localhost).',
    samesite:
      'Lax: of other sites’ requests only top-level GETs carry it (links, GET forms). Strict: none do. None: all may. A subdomain counts as the same site.',
    domain: 'Subdomains of this host get it too. Without it, this host alone does.',
  }),
);

/** The same where the cookie holds the session's data. */
const DATA_MEANINGS: ReadonlyMap<string, string> = new Map([
  ...MEANINGS,
  [
    'expires',
    'The browser drops it then, and with it session.sig. Nothing in the value says so: a copy has no end.',
  ],
]);

const isData = (name: string) => name === 'session';

export interface CookieAttribute {
  readonly name: string;
  readonly value: string | null;
  readonly meaning: string;
}

/** Splits a `Set-Cookie` value into its parts, each explained. @see RFC 6265 section 4.1 */
export function explainSetCookie(setCookie: string): readonly CookieAttribute[] {
  const [pair = '', ...attributes] = setCookie.split('; ');
  const [name, value] = splitAt(pair, '=');
  const first = {
    name,
    value,
    meaning: value
      ? isData(name)
        ? 'The session’s data: JSON in base64, for anybody to read. A second cookie, session.sig, holds an HMAC-SHA1 over name and value.'
        : 's: and the session ID in clear, a dot, and an HMAC-SHA256 over the ID. It is signed, not encrypted, and holds no data.'
      : 'An empty value with a date in the past: this deletes the cookie.',
  };
  if (!value) return [first, ...attributes.map((text) => explainDeletion(text, name))];
  const rest = attributes.map((text) => {
    const [attribute, setting] = splitAt(text, '=');
    return {
      name: attribute,
      value: setting,
      meaning: (isData(name) ? DATA_MEANINGS : MEANINGS).get(attribute.toLowerCase()) ?? '',
    };
  });
  return [first, ...rest, ...explainMissing(attributes)];
}

function explainMissing(attributes: readonly string[]): readonly CookieAttribute[] {
  if (attributes.some((one) => one.toLowerCase() === 'secure')) return [];
  const meaning =
    'Absent: the cookie travels over plain http, too, as it must in the walk on localhost. In production it must be there, or it travels in clear.';
  return [{ name: 'Secure', value: null, meaning }];
}

function splitAt(text: string, mark: string): readonly [string, string | null] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

const MUST_FIT = 'Must be what the cookie was set with, or the browser does not find it.';
const DELETION_MEANINGS: Readonly<Record<string, string>> = {
  path: MUST_FIT,
  domain: MUST_FIT,
  secure: 'A name that begins with __Secure- or __Host- demands it here, too.',
  samesite: 'Counts where a page of another site fetches: then only None is let through.',
};

/** What counts where a cookie is deleted: that the browser finds the right one. */
function explainDeletion(text: string, cookie: string): CookieAttribute {
  const [name, value] = splitAt(text, '=');
  const isDate = name.toLowerCase() === 'expires';
  const meaning = isDate
    ? `Long past: the browser deletes the cookie at once. ${isData(cookie) ? 'cookie-session writes it where req.session is set to nothing.' : 'Express’ res.clearCookie writes it.'}`
    : (DELETION_MEANINGS[name.toLowerCase()] ??
      'The browser does not look for it when it finds the cookie.');
  return { name, value, meaning };
}

const TERMS: ReadonlyMap<string, TermId> = new Map<string, TermId>([
  ['path', 'path'],
  ['expires', 'expires'],
  ['max-age', 'expires'],
  ['httponly', 'http-only'],
  ['secure', 'secure'],
  ['samesite', 'same-site'],
  ['domain', 'domain'],
]);

/** Returns the word of the glossary that is about an attribute; `null` for the cookie itself. */
export const toAttributeTerm = (name: string): TermId | null =>
  TERMS.get(name.toLowerCase()) ?? null;
