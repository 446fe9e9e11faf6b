import type { RecordCookie } from '../state.ts';

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Drops space and tab at both ends, and no other white space. */
const trim = (text: string) => text.replace(/^[ \t]+|[ \t]+$/g, '');

/**
 * Reads a cookie out of a `Cookie` value, percent-decoded where that can be; of two with the same
 * name the first. `undefined` when there is none. @see RFC 6265 section 4.2, cookie 0.7 `parse`
 */
export function readCookie(header: string | null, name: string): string | undefined {
  if (header === null) return undefined;
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at < 0 || trim(pair.slice(0, at)) !== name) continue;
    const value = trim(pair.slice(at + 1));
    const isQuoted = value.startsWith('"') && value.endsWith('"');
    return decode(isQuoted ? value.slice(1, -1) : value);
  }
  return undefined;
}

const SAME_SITE = { lax: 'Lax', strict: 'Strict', none: 'None' } as const;

/** What a cookie is set with. */
export interface Attributes extends Partial<Omit<RecordCookie, 'originalMaxAge'>> {
  /** Seconds; express-session writes none, `res.cookie` does. */
  readonly maxAge?: number;
}

/**
 * Formats a `Set-Cookie` value, its attributes in the order that express-session writes; `value` is
 * encoded already. @see RFC 6265 section 4.1, cookie 0.7 `serialize`
 */
export function toSetCookie(name: string, value: string, cookie: Attributes): string {
  const { maxAge, domain, path, expires, httpOnly, secure, sameSite } = cookie;
  return [
    `${name}=${value}`,
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
    ...(domain ? [`Domain=${domain}`] : []),
    ...(path ? [`Path=${path}`] : []),
    ...(expires ? [`Expires=${new Date(expires).toUTCString()}`] : []),
    ...(httpOnly ? ['HttpOnly'] : []),
    ...(secure ? ['Secure'] : []),
    ...(sameSite ? [`SameSite=${SAME_SITE[sameSite]}`] : []),
  ].join('; ');
}
