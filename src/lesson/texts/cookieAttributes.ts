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
      ? 's: and the session ID in clear, a dot, and an HMAC-SHA256 over the ID. It is signed, not encrypted, and holds no data.'
      : 'An empty value with a date in the past: this deletes the cookie.',
  };
  if (!value) return [first, ...attributes.map(explainDeletion)];
  const rest = attributes.map((text) => {
    const [attribute, setting] = splitAt(text, '=');
    return {
      name: attribute,
      value: setting,
      meaning: MEANINGS.get(attribute.toLowerCase()) ?? '',
    };
  });
  return [first, ...rest, ...explainMissing(attributes)];
}

function explainMissing(attributes: readonly string[]): readonly CookieAttribute[] {
  if (attributes.includes('Secure')) return [];
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
  Expires: 'Long past: the browser deletes the cookie at once. Express’ res.clearCookie writes it.',
  Path: MUST_FIT,
  Domain: MUST_FIT,
  Secure: 'A name that begins with __Secure- or __Host- demands it here, too.',
  SameSite: 'Counts where a page of another site fetches: then only None is let through.',
};

/** What counts where a cookie is deleted: that the browser finds the right one. */
function explainDeletion(text: string): CookieAttribute {
  const [name, value] = splitAt(text, '=');
  const known = DELETION_MEANINGS[name];
  const meaning = known ?? 'The browser does not look for it when it finds the cookie.';
  return { name, value, meaning };
}
