import { parseSetCookie } from './setCookie.ts';
import { keepsPromise, toReach } from './site.ts';

/**
 * Says what a browser has against a cookie's own Domain or name, whatever page it comes to; `null`:
 * nothing. @see 6265bis section 5.7
 */
export function readCookieRefusal(
  header: string,
  url: string,
): 'cookieOfOtherDomain' | 'cookieBreaksPrefix' | null {
  const set = parseSetCookie(header);
  if (set === null) return null;
  const { name, value, attributes } = set;
  const reach = toReach(attributes.get('domain'), new URL(url).hostname);
  if (reach === null) return 'cookieOfOtherDomain';
  const [secure, httpOnly] = [attributes.has('secure'), attributes.has('httponly')];
  const cookie = { name, value, secure, httpOnly, domain: reach.domain };
  return keepsPromise(cookie, attributes) ? null : 'cookieBreaksPrefix';
}
