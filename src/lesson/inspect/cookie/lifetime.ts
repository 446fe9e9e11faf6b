import { MAX_AGE_SECONDS, type StoredCookie } from '../../../sim/client/jar.ts';
import type { SetCookie } from '../../../sim/client/setCookie.ts';

/** How long a browser keeps a cookie, by its own clock. */
export interface Lifetime {
  /** NumericDate seconds; `null`: until the browser is closed. */
  readonly expires: number | null;
  readonly by: 'maxAge' | 'expires' | 'session';
  /** The line asks for more than browsers keep. */
  readonly isCapped: boolean;
}

/** Reads whether `Max-Age` is a number, which is all that browsers ask. @see 6265bis section 5.6.2 */
export const hasMaxAge = ({ attributes }: SetCookie): boolean =>
  /^[+-]?\d+$/.test(attributes.get('max-age') ?? '');

/** Reads how long a cookie is kept, and what says so: `Max-Age` goes before `Expires`. @see 6265bis section 5.7 */
export function readLifetime(set: SetCookie, cookie: StoredCookie): Lifetime {
  const { expires, created } = cookie;
  const isCapped = expires !== null && expires - created >= MAX_AGE_SECONDS;
  if (expires === null) return { expires, by: 'session', isCapped };
  return { expires, by: hasMaxAge(set) ? 'maxAge' : 'expires', isCapped };
}
