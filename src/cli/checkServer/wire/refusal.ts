import { MAX_PAIR_BYTES } from '../../../sim/client/jar.ts';
import type { SentCookie } from './jar.ts';

/**
 * Says why a browser would not keep a cookie, or returns `null`. Whether it keeps it is decided by the
 * engine's jar alone; here is only the reason. That jar counts bytes of text in UTF-8, and Node reads
 * a header as one letter a byte: what is not ASCII counts twice, so that a cookie of letters beyond it
 * is called too large from 2048 bytes on. No server is known to send one.
 */
export function findRefusal(cookie: SentCookie, host: string): string | null {
  if (!cookie.isRefused) return null;
  const { name, value, bytes, attributes } = cookie;
  if (bytes > MAX_PAIR_BYTES) {
    return `${bytes} bytes of name and value: ${MAX_PAIR_BYTES} is the limit`;
  }
  if (!attributes.has('secure')) {
    if (attributes.get('samesite')?.toLowerCase() === 'none') return 'SameSite=None without Secure';
    if (attributes.has('partitioned')) return 'Partitioned without Secure';
  }
  const prefix = /^__(?:Secure|Host-Http|Host|Http)-/i.exec(name || value)?.[0];
  if (prefix !== undefined) {
    if (name === '') return `${prefix} without a name`;
    if (!attributes.has('secure')) return `${prefix} without Secure`;
    if (/http-$/i.test(prefix) && !attributes.has('httponly')) return `${prefix} without HttpOnly`;
    const isOwn = !attributes.get('domain') && attributes.get('path') === '/';
    if (/^__host/i.test(prefix) && !isOwn) return `${prefix} with a Domain, or without Path=/`;
  }
  return `Domain=${attributes.get('domain')}, which does not cover ${host}`;
}
