/** A Set-Cookie line, taken apart. @see RFC 6265 section 5.2 */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  /** Attributes by name in lower case; the last of a name counts, as in a browser. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: string;
}

/** Takes a Set-Cookie line apart; `null` for one that a browser would not take either. */
export function parseSetCookie(line: string): SetCookie | null {
  const split = (part: string): readonly [string, string] => {
    const at = part.indexOf('=');
    return at < 0 ? [part.trim(), ''] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
  };
  const [pair = '', ...rest] = line.split(';');
  const [name, value] = split(pair);
  if (!name || !pair.includes('=') || /\p{Cc}/u.test(line)) return null;
  const attributes = new Map(
    rest.map((part) => {
      const [key, text] = split(part);
      return [key.toLowerCase(), text];
    }),
  );
  return { name, value, attributes, line };
}

/** Returns the path that a cookie is for: its own when that is one, else the request's folder. */
export function toCookiePath({ attributes }: SetCookie, requestPath: string): string {
  const given = attributes.get('path') ?? '';
  if (given.startsWith('/')) return given;
  return requestPath.slice(0, requestPath.lastIndexOf('/')) || '/';
}

/** Tells whether a cookie for one path goes along to another. @see RFC 6265 section 5.1.4 */
export function isPathMatch(cookiePath: string, path: string): boolean {
  if (path === cookiePath) return true;
  if (!path.startsWith(cookiePath)) return false;
  return cookiePath.endsWith('/') || path[cookiePath.length] === '/';
}

/** Returns for how many seconds a browser keeps a cookie; `null` until it is closed. */
export function toLifetime({ attributes }: SetCookie, nowMs: number): number | null {
  const maxAge = attributes.get('max-age') ?? '';
  if (/^-?\d+$/.test(maxAge)) return Number(maxAge);
  const expires = Date.parse(attributes.get('expires') ?? '');
  return Number.isNaN(expires) ? null : (expires - nowMs) / 1000;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not percent-encoded, so it stands as it is.
    return text;
  }
}

/**
 * Splits a cookie's value into the session ID and its signature, as express-session writes them
 * (`s:` ID `.` signature). Any other value is all ID, and its signature is `null`.
 */
export function splitSession(value: string): {
  readonly id: string;
  readonly signature: string | null;
} {
  const [, id, signature] = /^s:(.+)\.([^.]+)$/.exec(decode(value)) ?? [];
  return id !== undefined && signature !== undefined
    ? { id, signature }
    : { id: decode(value), signature: null };
}
